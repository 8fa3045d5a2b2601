namespace Catalog.Core.Rdf;

/// <summary>
/// Where triples go, one subject after another, in the order in which they are to be read. A subject may come again
/// later: a graph is a set, so that is how a long list (the datasets of a catalog) is written without being held.
/// A predicate must be a property in every syntax (<see cref="PropertyName"/>).
/// </summary>
public interface IRdfSink
{
    void BeginSubject(Iri subject, params ReadOnlySpan<Iri> types);

    void Link(Iri predicate, Iri value);

    /// <summary>A plain literal, or one with a language; a tag that is none (see <see cref="LanguageTag"/>) is dropped.</summary>
    void Literal(Iri predicate, string value, string? language = null);

    /// <summary>A literal with a datatype; the caller answers for the lexical form.</summary>
    void Typed(Iri predicate, string value, Iri datatype);

    void EndSubject();

    /// <summary>Hands on what has gathered once it is 64 KiB or more; call it between subjects.</summary>
    ValueTask FlushAsync(CancellationToken ct);

    /// <summary>
    /// Ends the document and hands on the rest. Never called on failure, so that a document cut short cannot be taken
    /// for a whole one.
    /// </summary>
    ValueTask CompleteAsync(CancellationToken ct);
}
