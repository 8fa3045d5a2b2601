using System.Text;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>Shares one string for a member's name that comes again, as nearly all do.</summary>
internal sealed class JsonNames
{
    /// <summary>Names kept. 4,096: vocabularies have some hundred; a file that uses data as names must not fill memory.</summary>
    private const int MaxKept = 4096;

    /// <summary>Bytes of a name that is looked for. 64: longer ones are seldom repeated.</summary>
    private const int MaxLength = 64;

    private readonly HashSet<string> _names;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public JsonNames()
    {
        _names = new HashSet<string>(StringComparer.Ordinal);
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength) return Encoding.UTF8.GetString(utf8);
        Span<char> characters = stackalloc char[MaxLength];
        var name = characters[..Encoding.UTF8.GetChars(utf8, characters)];
        if (_lookup.TryGetValue(name, out var known)) return known;
        var added = name.ToString();
        if (_names.Count < MaxKept) _names.Add(added);
        return added;
    }
}
