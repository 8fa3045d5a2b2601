using System.Collections.Frozen;

namespace Catalog.Core.Rdf;

/// <summary>The syntaxes that RDF is read and written in.</summary>
public enum RdfSyntax
{
    Turtle,
    TriG,
    NTriples,
    NQuads,
    RdfXml,
    JsonLd,
}

/// <summary>How a syntax is named in HTTP and in file names, and how it is told from the beginning of a document.</summary>
public static class RdfSyntaxes
{
    private static readonly FrozenDictionary<string, RdfSyntax> ByMediaType = new Dictionary<string, RdfSyntax>
    {
        ["text/turtle"] = RdfSyntax.Turtle,
        ["application/x-turtle"] = RdfSyntax.Turtle,
        ["application/turtle"] = RdfSyntax.Turtle,
        ["text/n3"] = RdfSyntax.Turtle,
        ["text/rdf+n3"] = RdfSyntax.Turtle,
        ["application/trig"] = RdfSyntax.TriG,
        ["application/x-trig"] = RdfSyntax.TriG,
        ["application/n-triples"] = RdfSyntax.NTriples,
        ["application/n-quads"] = RdfSyntax.NQuads,
        ["text/x-nquads"] = RdfSyntax.NQuads,
        ["application/rdf+xml"] = RdfSyntax.RdfXml,
        ["application/ld+json"] = RdfSyntax.JsonLd,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, RdfSyntax> ByExtension = new Dictionary<string, RdfSyntax>
    {
        ["ttl"] = RdfSyntax.Turtle,
        ["n3"] = RdfSyntax.Turtle,
        ["trig"] = RdfSyntax.TriG,
        ["nt"] = RdfSyntax.NTriples,
        ["nq"] = RdfSyntax.NQuads,
        ["rdf"] = RdfSyntax.RdfXml,
        ["xml"] = RdfSyntax.RdfXml,
        ["owl"] = RdfSyntax.RdfXml,
        ["jsonld"] = RdfSyntax.JsonLd,
        ["json"] = RdfSyntax.JsonLd,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string MediaType(this RdfSyntax syntax) => syntax switch
    {
        RdfSyntax.Turtle => "text/turtle",
        RdfSyntax.TriG => "application/trig",
        RdfSyntax.NTriples => "application/n-triples",
        RdfSyntax.NQuads => "application/n-quads",
        RdfSyntax.RdfXml => "application/rdf+xml",
        _ => "application/ld+json",
    };

    /// <summary>The usual extension, without the dot.</summary>
    public static string Extension(this RdfSyntax syntax) => syntax switch
    {
        RdfSyntax.Turtle => "ttl",
        RdfSyntax.TriG => "trig",
        RdfSyntax.NTriples => "nt",
        RdfSyntax.NQuads => "nq",
        RdfSyntax.RdfXml => "rdf",
        _ => "jsonld",
    };

    /// <summary>The syntax of a media type, its parameters aside; null when it says nothing (text/plain, application/xml).</summary>
    public static RdfSyntax? OfMediaType(string? mediaType)
    {
        if (mediaType is null) return null;
        var end = mediaType.IndexOf(';', StringComparison.Ordinal);
        var type = (end < 0 ? mediaType : mediaType[..end]).Trim();
        return ByMediaType.TryGetValue(type, out var syntax) ? syntax : null;
    }

    /// <summary>The syntax of an extension, with or without its dot.</summary>
    public static RdfSyntax? OfExtension(string? extension) =>
        extension is not null && ByExtension.TryGetValue(extension.TrimStart('.'), out var syntax) ? syntax : null;
}
