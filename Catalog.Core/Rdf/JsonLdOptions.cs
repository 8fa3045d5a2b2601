namespace Catalog.Core.Rdf;

/// <summary>What becomes of the direction of a text (JSON-LD 1.1 API §9.3), for which RDF has no place of its own.</summary>
public enum RdfDirection
{
    /// <summary>It is dropped.</summary>
    None,

    /// <summary>A datatype that names language and direction.</summary>
    I18nDatatype,

    /// <summary>A blank node with text, language and direction.</summary>
    CompoundLiteral,
}

/// <summary>What only JSON-LD can be told about its reading.</summary>
public sealed record JsonLdOptions
{
    public static readonly JsonLdOptions Default = new();

    public RdfDirection Direction { get; init; }

    /// <summary>A context that holds before the document's own, as JSON; the file with it may have a <c>@context</c> or be one.</summary>
    public ReadOnlyMemory<byte>? Context { get; init; }
}
