using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>
/// What the readers of Turtle, TriG, N-Triples and N-Quads share: statements one after another, the words that all of
/// them write alike, and what happens when a statement is broken.
/// </summary>
/// <remarks>
/// A method that reads something answers false or null when it cannot; the error is then set, and everything up to the
/// loop over statements gives way. There are no exceptions: a hostile document may hold a million errors.
/// <para>
/// What runs for every word is compiled optimized at once: most programs read one document, and the runtime would find
/// out what is hot only when it is over. It halves the time of a first reading of 750,000 triples.
/// </para>
/// </remarks>
internal abstract partial class RdfTextReader
{
    /// <summary>Kinds of names in the cache. From 1 on: references as they were written, by the base IRI that held.</summary>
    private const int WholeIri = 0;
    private const int BlankLabel = -1;

    /// <summary>What the names of unlabelled blank nodes begin with, before their number.</summary>
    private const string AnonymousPrefix = "anon";

    /// <summary>Where a word in angle brackets ends or goes wrong: IRIREF excludes all of these.</summary>
    private static readonly SearchValues<byte> EndOfIri =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(b => (byte)b), .. "<>\"{}|^`\\"u8]);

    private static readonly SearchValues<char> NotInIri = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(c => (char)c), .. "<>\"{}|^`\\"]);

    private readonly QuadHandler _onQuad;
    private readonly RdfErrorLog _errors;

    /// <summary>Apart from the others: bytes are mended a window at a time, before the statements around them are read.</summary>
    private readonly RdfErrorLog _repairs;
    private readonly string?[] _languages = new string?[64];
    private RdfError? _error;
    private long _quads;
    private long _anonymous;

    protected RdfTextReader(Stream stream, RdfReadOptions options, QuadHandler onQuad, CancellationToken ct)
    {
        Options = options;
        _onQuad = onQuad;
        _errors = new RdfErrorLog(options.Limits.MaxRdfErrors);
        _repairs = new RdfErrorLog(options.Limits.MaxRdfErrors);
        // A character takes ten bytes at most: \U and eight digits.
        MaxNameBytes = (int)Math.Min(options.Limits.MaxRdfIriLength * 10L, int.MaxValue / 4);
        Source = new Utf8Source(stream, options.Lenient ? _repairs : null, ct);
        BaseIri = options.BaseIri;
    }

    protected RdfReadOptions Options { get; }

    protected Utf8Source Source { get; }

    protected NodeCache Cache { get; } = new();

    protected string? BaseIri { get; private set; }

    /// <summary>Bytes of a name beyond which its length in characters need not be counted.</summary>
    protected int MaxNameBytes { get; }

    /// <summary>Changes with the base IRI: what a relative reference was found to mean holds only under one base.</summary>
    private int Base { get; set; } = 1;

    public RdfReadResult Read()
    {
        while (FindStatement())
        {
            if (ReadStatement()) continue;
            if (!Options.Lenient) break;
            _errors.Add(_error!);
            _error = null;
            Recover();
        }
        if (_error is null && !IsComplete() && Options.Lenient) _errors.Add(_error!);
        return new RdfReadResult
        {
            Quads = _quads,
            Failure = Options.Lenient ? null : _error,
            Skipped = [.. _errors.Errors.Concat(_repairs.Errors).OrderBy(e => e.Line).ThenBy(e => e.Column).Take(Options.Limits.MaxRdfErrors)],
            SkippedCount = _errors.Count + _repairs.Count,
        };
    }

    /// <summary>Goes to where the next statement begins; false at the end of the document.</summary>
    protected abstract bool FindStatement();

    protected abstract bool ReadStatement();

    /// <summary>After an error: goes on to where the next statement may begin. It always goes on by at least a byte, unless at the end.</summary>
    protected abstract void Recover();

    /// <summary>Whether the document may end here; called where it does.</summary>
    protected virtual bool IsComplete() => !Source.IsBroken || Expected("");

    /// <summary>Whether the word before this place ends because its text does, and not because the document is broken here.</summary>
    protected bool IsWhole() => !Source.Unread.IsEmpty || Source.Fill() || !Source.IsBroken || Expected("");

    /// <summary>The absolute IRI of a reference, or null with the error set.</summary>
    protected abstract string? Resolve(string reference);

    protected void HandOn(RdfNode subject, RdfNode predicate, RdfNode value, RdfNode? graph)
    {
        _quads++;
        _onQuad(new Quad(subject, predicate, value, graph));
    }

    protected void Rebase(string iri)
    {
        BaseIri = iri;
        Base++;
    }

    /// <summary>
    /// A blank node without a label. Labels that could be taken for one of these are made longer by
    /// <see cref="ReadBlank"/>, so no label has to be remembered.
    /// </summary>
    protected RdfNode NewBlank() => RdfNode.OfBlank(AnonymousPrefix + _anonymous++.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>At <c>&lt;</c>: the IRI in angle brackets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected RdfNode? ReadIri()
    {
        Source.Mark();
        var length = 1;
        var odd = false;
        while (true)
        {
            var unread = Source.Unread;
            var found = unread[length..].IndexOfAny(EndOfIri);
            length = found < 0 ? unread.Length : length + found;
            if (length > MaxNameBytes) return NoNode(TooLong("an IRI", Options.Limits.MaxRdfIriLength));
            if (found < 0)
            {
                if (Source.Fill()) continue;
                Source.Advance(length);
                return NoNode(Expected("'>' at the end of an IRI"));
            }
            var b = unread[length];
            if (b == '>') break;
            if (b == '\\')
            {
                length++;
                continue;
            }
            if (!Options.Lenient || b is (byte)'\n' or (byte)'\r')
            {
                Source.Advance(length);
                return NoNode(Expected("a character that an IRI may hold, or '>',"));
            }
            odd = true;
            length++;
        }
        var written = Source.Unread[1..length];
        Source.Advance(length + 1);
        return (odd ? null : Cache.Find(written, WholeIri) ?? Cache.Find(written, Base)) ?? NewIri(written, odd);
    }

    /// <summary>The node of an IRI that is known to be whole; one object for all who name it.</summary>
    protected RdfNode NodeOf(string iri)
    {
        var length = Encoding.UTF8.GetMaxByteCount(iri.Length);
        var utf8 = length <= 1024 ? stackalloc byte[length] : new byte[length];
        utf8 = utf8[..Encoding.UTF8.GetBytes(iri, utf8)];
        return Cache.Find(utf8, WholeIri) ?? Cache.Add(utf8, WholeIri, RdfNode.OfIri(iri));
    }

    /// <summary>At <c>_:</c>: a blank node with a label.</summary>
    protected RdfNode? ReadBlank()
    {
        Source.Mark();
        if (!Source.StartsWith("_:"u8)) return NoNode(Expected("a term"));
        var length = LengthOfName(2);
        if (length > MaxNameBytes) return NoNode(TooLong("a label", Options.Limits.MaxRdfIriLength));
        var label = Source.Unread[2..length];
        if (Cache.Find(label, BlankLabel) is { } known)
        {
            Source.Advance(length);
            return known;
        }
        Source.Advance(2);
        if (Rune.DecodeFromUtf8(label, out var first, out _) != OperationStatus.Done || !NameCharacters.IsStart(first.Value))
            return NoNode(Expected("the label of a blank node"));
        var text = Encoding.UTF8.GetString(label);
        if (text.Length > Options.Limits.MaxRdfIriLength) return NoNode(TooLong("a label", Options.Limits.MaxRdfIriLength));
        Source.Advance(label.Length);
        return Cache.Add(label, BlankLabel, RdfNode.OfBlank(text.StartsWith(AnonymousPrefix, StringComparison.Ordinal) ? AnonymousPrefix + "_" + text : text));
    }

    /// <summary>
    /// The length with the name characters that stand after <paramref name="from"/>. Dots belong to it where more of
    /// the name follows: the last one ends the statement.
    /// </summary>
    private int LengthOfName(int from)
    {
        var length = from;
        var end = from;
        while (end <= MaxNameBytes)
        {
            if (!Source.Ensure(end + 4) && Source.Unread.Length <= end) break;
            var b = Source.Unread[end];
            if (b == '.' && length > from)
            {
                end++;
                continue;
            }
            var used = NameCharacters.LengthOf(Source.Unread[end..]);
            if (used == 0) return length;
            length = end += used;
        }
        return end > MaxNameBytes ? end : length;
    }

    private RdfNode? NewIri(ReadOnlySpan<byte> written, bool odd)
    {
        var text = Encoding.UTF8.GetString(written);
        if (text.Contains('\\', StringComparison.Ordinal))
        {
            if (Unescape(text) is not { } plain) return null;
            text = plain;
        }
        if (text.Length > Options.Limits.MaxRdfIriLength) return NoNode(TooLong("an IRI", Options.Limits.MaxRdfIriLength));
        if (text.AsSpan().ContainsAny(NotInIri))
        {
            if (!Odd(RdfErrorCodes.BadIri, $"Expected an IRI but found '{Short(text)}', which holds characters that none may hold.")) return null;
            odd = true;
        }
        var skipped = _errors.Count;
        if (Resolve(text) is not { } iri) return null;
        if (odd || _errors.Count > skipped) return RdfNode.OfIri(iri);
        var node = NodeOf(iri);
        return iri == text && !written.Contains((byte)'\\') ? node : Cache.Add(written, Base, node);
    }
}
