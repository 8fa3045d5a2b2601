using Catalog.Core.Rdf;

namespace Catalog.Web.Feeds;

/// <summary>A document format of the feeds: the extension that asks for it, and what it is.</summary>
public sealed record FeedFormat(string Extension, RdfSyntax Syntax)
{
    /// <summary>The route constraint of the extensions below.</summary>
    public const string Extensions = "regex(^(ttl|rdf|xml|jsonld|nt|n3)$)";

    public static readonly FeedFormat Turtle = new("ttl", RdfSyntax.Turtle);
    public static readonly FeedFormat JsonLd = new("jsonld", RdfSyntax.JsonLd);
    public static readonly FeedFormat RdfXml = new("rdf", RdfSyntax.RdfXml);
    public static readonly FeedFormat NTriples = new("nt", RdfSyntax.NTriples);

    /// <summary>What is offered, best first: who likes two of them alike gets the earlier.</summary>
    public static readonly IReadOnlyList<FeedFormat> All = [Turtle, JsonLd, RdfXml, NTriples];

    public string MediaType => Syntax.MediaType();

    /// <summary>Other spellings of an extension, as CKAN has them, ask for the same and are kept in links.</summary>
    public static FeedFormat OfExtension(string extension) => new(extension, RdfSyntaxes.OfExtension(extension) ?? RdfSyntax.Turtle);

    public static FeedFormat? OfMediaType(string? mediaType) => All.FirstOrDefault(f => f.MediaType == mediaType);
}
