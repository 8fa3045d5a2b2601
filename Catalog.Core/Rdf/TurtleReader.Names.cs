using System.Runtime.CompilerServices;
using System.Text;

namespace Catalog.Core.Rdf;

internal sealed partial class TurtleReader
{
    private static readonly RdfNode True = RdfNode.OfTyped("true", RdfNames.XsdBoolean);
    private static readonly RdfNode False = RdfNode.OfTyped("false", RdfNames.XsdBoolean);

    /// <summary>The kind of prefixed names in the cache: a lower one whenever a prefix is declared anew.</summary>
    private int _names = -2;

    private RdfNode? _type;

    private RdfNode RdfType => _type ??= NodeOf(RdfNames.Type);

    /// <summary>A run of the characters of names: a prefixed name where there is a colon, else a word of the grammar.</summary>
    private readonly ref struct Word(ReadOnlySpan<byte> text, RdfNode? node)
    {
        /// <summary>What a prefixed name means.</summary>
        public RdfNode? Node { get; } = node;

        private readonly ReadOnlySpan<byte> _text = text;

        /// <summary>Whether this is a word of SPARQL, which are in any case.</summary>
        public bool Is(ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(_text, word);

        public bool IsExactly(ReadOnlySpan<byte> word) => _text.SequenceEqual(word);
    }

    private readonly record struct Scanned(int Length, int Colon);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RdfNode? ReadName(string what, RdfNode? a = null)
    {
        var word = ReadWord(what, out var ok);
        if (!ok) return null;
        if (word.Node is { } node) return node;
        if (a is null || !word.IsExactly("a"u8)) return NoNode(Expected(what));
        Source.Advance(1);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RdfNode? ReadNameOrBoolean()
    {
        var word = ReadWord("a term", out var ok);
        if (!ok) return null;
        if (word.Node is { } node) return node;
        if (word.IsExactly("true"u8))
        {
            Source.Advance("true".Length);
            return True;
        }
        if (!word.IsExactly("false"u8)) return NoNode(Expected("a term"));
        Source.Advance("false".Length);
        return False;
    }

    /// <summary>A prefixed name is read; a word of the grammar is only looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Word ReadWord(string what, out bool ok)
    {
        ok = false;
        Source.Mark();
        var (length, colon) = ScanWord();
        if (length > MaxNameBytes) return None(TooLong("a name", Options.Limits.MaxRdfIriLength));
        if (length == 0) return None(Expected(what));
        var text = Source.Unread[..length];
        ok = true;
        if (colon < 0) return new Word(text, null);
        var node = Cache.Find(text, _names);
        if (node is null && (node = NewName(text, colon)) is null)
        {
            ok = false;
            return default;
        }
        Source.Advance(length);
        return new Word(text, node);
    }

    private static Word None(bool _) => default;

    private RdfNode? NewName(ReadOnlySpan<byte> text, int colon)
    {
        if (!IsPrefix(text[..colon])) return NoNode(Expected("a prefix that begins with a letter and does not end in a dot"));
        var local = text[(colon + 1)..];
        if (!local.IsEmpty && local[0] is not ((byte)':' or (byte)'%' or (byte)'\\')
            && (Rune.DecodeFromUtf8(local, out var first, out _) != System.Buffers.OperationStatus.Done || !NameCharacters.IsStart(first.Value)))
        {
            Source.Advance(colon + 1);
            return NoNode(Expected("a local name that begins with a letter, a digit, '_' or ':'"));
        }
        var prefix = Encoding.UTF8.GetString(text[..colon]);
        if (!_prefixes.TryGetValue(prefix, out var space))
        {
            if (!Odd(RdfErrorCodes.UnknownPrefix, $"Expected a declared prefix but found '{Short(prefix)}:'.")) return null;
            return RdfNode.OfIri(Encoding.UTF8.GetString(text));
        }
        var iri = space + Local(local);
        if (iri.Length > Options.Limits.MaxRdfIriLength) return NoNode(TooLong("an IRI", Options.Limits.MaxRdfIriLength));
        return Cache.Add(text, _names, NodeOf(iri));
    }

    /// <summary>A local name without its backslashes; percent signs stay, as they belong to the IRI.</summary>
    private static string Local(ReadOnlySpan<byte> local)
    {
        var text = Encoding.UTF8.GetString(local);
        return text.Contains('\\', StringComparison.Ordinal) ? text.Replace("\\", "", StringComparison.Ordinal) : text;
    }

    // PN_PREFIX, which may be empty.
    private static bool IsPrefix(ReadOnlySpan<byte> prefix) =>
        prefix.IsEmpty
        || (Rune.DecodeFromUtf8(prefix, out var first, out _) == System.Buffers.OperationStatus.Done && NameCharacters.IsBase(first.Value) && prefix[^1] != '.');

    /// <summary>
    /// The run of characters that a prefixed name may consist of, and its first colon or -1. It stops where no name can
    /// go on; whether what it found is one is for the caller to say, and only when the name is new.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Scanned ScanWord()
    {
        var length = 0;
        var colon = -1;
        while (length <= MaxNameBytes)
        {
            var unread = Source.Unread;
            while (length < unread.Length && NameCharacters.IsAsciiName(unread[length])) length++;
            if (length >= unread.Length)
            {
                if (Source.Fill()) continue;
                break;
            }
            var b = unread[length];
            var used = b switch
            {
                (byte)':' => 1,
                (byte)'.' => length == colon + 1 ? 0 : LengthOfDots(length, colon),
                (byte)'%' => colon < 0 || !Source.Ensure(length + 3) || !IsHex(Source.Unread[length + 1]) || !IsHex(Source.Unread[length + 2]) ? 0 : 3,
                (byte)'\\' => colon < 0 || !Source.Ensure(length + 2) || !NameCharacters.Escapable.Contains(Source.Unread[length + 1]) ? 0 : 2,
                _ => NameCharacters.LengthOf(unread[length..]),
            };
            if (used == 0) break;
            if (colon < 0 && b == ':') colon = length;
            length += used;
        }
        return new Scanned(length, colon);
    }

    /// <summary>The dots at an index where more of the name follows them, else 0: the last dot ends the statement.</summary>
    private int LengthOfDots(int from, int colon)
    {
        var end = from;
        while (end <= MaxNameBytes && Source.Ensure(end + 1) && Source.Unread[end] == '.') end++;
        if (end > MaxNameBytes) return end - from;
        if (!Source.Ensure(end + 4) && Source.Unread.Length <= end) return 0;
        var next = Source.Unread[end..];
        var goesOn = NameCharacters.LengthOf(next) > 0 || (colon >= 0 && (next[0] == ':' || EscapeFollows(next)));
        return goesOn ? end - from : 0;
    }

    private static bool EscapeFollows(ReadOnlySpan<byte> next) =>
        next[0] == '%' ? next.Length >= 3 && IsHex(next[1]) && IsHex(next[2]) : next[0] == '\\' && next.Length >= 2 && NameCharacters.Escapable.Contains(next[1]);

    private static bool IsHex(byte b) => char.IsAsciiHexDigit((char)b);
}
