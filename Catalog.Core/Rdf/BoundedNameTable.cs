using System.Globalization;
using System.Xml;

namespace Catalog.Core.Rdf;

/// <summary>The names of a document, one string for each, which an XmlReader holds to its end: so they must be bounded.</summary>
internal sealed class BoundedNameTable : XmlNameTable
{
    private readonly int _limit;
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public BoundedNameTable(int limit)
    {
        _limit = limit;
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public override string Add(char[] array, int offset, int length) => Add(array.AsSpan(offset, length));

    public override string Add(string array) => _names.TryGetValue(array, out var known) ? known : Keep(array);

    public override string? Get(char[] array, int offset, int length) => _lookup.TryGetValue(array.AsSpan(offset, length), out var known) ? known : null;

    public override string? Get(string array) => _names.GetValueOrDefault(array);

    private string Add(ReadOnlySpan<char> name) =>
        name.IsEmpty ? string.Empty : _lookup.TryGetValue(name, out var known) ? known : Keep(name.ToString());

    private string Keep(string name)
    {
        if (_names.Count >= _limit) throw new XmlBoundException(string.Create(CultureInfo.InvariantCulture, $"Expected at most {_limit} different names but found more."));
        _names.Add(name, name);
        return name;
    }
}
