namespace Catalog.Core.Rdf;

/// <summary>Takes what a reader reads, in the order of the document, while the document is still being read.</summary>
public delegate void QuadHandler(Quad quad);

/// <summary>What is wrong with a document, and where.</summary>
public sealed record RdfError
{
    /// <summary>One of <see cref="RdfErrorCodes"/>, or the error code of JSON-LD 1.1 API §9.5 ("invalid term definition").</summary>
    public required string Code { get; init; }

    /// <summary>What was expected and what stood there instead, in one English sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Counted from 1; 0 when the syntax gives no place.</summary>
    public long Line { get; init; }

    /// <summary>In characters, counted from 1; 0 when the syntax gives no place.</summary>
    public long Column { get; init; }

    public override string ToString() => Line > 0 ? $"line {Line}, column {Column}: {Message}" : Message;
}

/// <summary>The kinds of errors of a reader. Stable: reports store and show these spellings.</summary>
public static class RdfErrorCodes
{
    /// <summary>The document breaks the grammar of its syntax.</summary>
    public const string Syntax = "rdf-syntax";

    /// <summary>An IRI that is none, or a relative one where there is nothing to resolve it against.</summary>
    public const string BadIri = "rdf-bad-iri";

    /// <summary>A prefix that was not declared.</summary>
    public const string UnknownPrefix = "rdf-unknown-prefix";

    /// <summary>The bytes are not text in the encoding that the syntax demands.</summary>
    public const string BadEncoding = "rdf-bad-encoding";

    /// <summary>A literal, IRI, nesting or count beyond its bound in <see cref="Limits"/>.</summary>
    public const string LimitExceeded = "rdf-limit-exceeded";

    /// <summary>A JSON-LD context that is neither known here nor on the host of the source.</summary>
    public const string ContextRefused = "rdf-context-refused";
}

/// <summary>How to read a document.</summary>
public sealed record RdfReadOptions
{
    /// <summary>What relative IRIs are resolved against: the document's own address. Null: relative IRIs are errors.</summary>
    public string? BaseIri { get; init; }

    /// <summary>
    /// For harvests: a broken statement is reported and the reading goes on after it, where the syntax lets one find
    /// the next one. What the statement said before it broke has been handed on by then. What is odd but clear is handed
    /// on with an error: IRIs that are none, as they are; names with an undeclared prefix, as the IRI they look like;
    /// bytes that are no UTF-8, as U+FFFD.
    /// </summary>
    public bool Lenient { get; init; }

    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>
    /// Gives the bytes of a JSON-LD context that is not among the known ones, or null when it may not be had. Asked once
    /// for each address. Null: no context is ever fetched.
    /// </summary>
    public Func<Uri, byte[]?>? LoadContext { get; init; }
}

/// <summary>How a reading ended.</summary>
public sealed record RdfReadResult
{
    public required long Quads { get; init; }

    /// <summary>What ended the reading before the end of the document; null when it was read to the end.</summary>
    public RdfError? Failure { get; init; }

    /// <summary>In a lenient reading, what was passed over: the first <see cref="Limits.MaxRdfErrors"/> of them.</summary>
    public IReadOnlyList<RdfError> Skipped { get; init; } = [];

    /// <summary>All that was passed over, kept or not.</summary>
    public long SkippedCount { get; init; }
}
