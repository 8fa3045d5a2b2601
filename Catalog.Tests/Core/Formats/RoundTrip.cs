using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;
using Catalog.Core.Storage;

namespace Catalog.Tests.Core.Formats;

/// <summary>
/// A dataset through the feed and back. What a feed cannot carry is taken from both sides here, each line of it being a
/// line of docs/harvest-dcat.md; everything else must be equal.
/// </summary>
internal static class RoundTrip
{
    /// <summary>Through the feed's triples, without a syntax.</summary>
    public static RecordRead Of(DataCatalog catalog, PublishedDataset published)
    {
        var graph = new RdfGraph(Limits.Default);
        foreach (var quad in Quads(catalog, published)) graph.TryAdd(quad);
        return Single(graph);
    }

    public static List<Quad> Quads(DataCatalog catalog, PublishedDataset published)
    {
        var sink = new QuadSink();
        var feed = new DcatAp(sink, catalog);
        feed.WriteCatalog();
        feed.WriteDataset(published);
        return sink.Quads;
    }

    /// <summary>Through a document.</summary>
    public static async Task<RecordRead> Of(DataCatalog catalog, PublishedDataset published, RdfSyntax syntax)
    {
        var graph = new RdfGraph(Limits.Default);
        foreach (var quad in await QuadsThrough(catalog, published, syntax)) graph.TryAdd(quad);
        return Single(graph);
    }

    public static async Task<List<Quad>> QuadsThrough(DataCatalog catalog, PublishedDataset published, RdfSyntax syntax)
    {
        using var stream = new MemoryStream();
        var sink = Writer(stream, syntax);
        var feed = new DcatAp(sink, catalog);
        feed.WriteCatalog();
        feed.WriteDataset(published);
        await sink.CompleteAsync(CancellationToken.None);
        stream.Position = 0;
        var quads = new List<Quad>();
        var result = RdfReader.Read(stream, syntax, new RdfReadOptions(), quads.Add, CancellationToken.None);
        return result.Failure is { } failure ? throw new FormatException($"{syntax}: {failure}") : quads;
    }

    public static IRdfSink Writer(Stream stream, RdfSyntax syntax) => syntax switch
    {
        RdfSyntax.Turtle => new TurtleWriter(stream, DcatApContext.Instance),
        RdfSyntax.TriG => new TriGWriter(stream, DcatApContext.Instance),
        RdfSyntax.NTriples or RdfSyntax.NQuads => new NTriplesWriter(stream),
        RdfSyntax.RdfXml => new RdfXmlWriter(stream, DcatApContext.Instance),
        _ => new JsonLdWriter(stream, DcatApContext.Instance),
    };

    public static RecordRead Single(RdfGraph graph)
    {
        graph.Complete();
        var record = new DcatGraph(graph, Limits.Default).Records().Single();
        using var json = JsonDocument.Parse(record.Json!);
        return DcatReader.Read(json.RootElement, new RecordContext { SourceId = "fuente", Language = "es" });
    }

    /// <summary>The dataset as it comes back: what the feed adds is added.</summary>
    public static Dataset Expected(PublishedDataset published, DataCatalog catalog) => published.Dataset with
    {
        SuperThemes = published.Dataset.SuperThemes.Count > 0 ? published.Dataset.SuperThemes
            : catalog.Sectors.Where(s => published.Dataset.Sectors.Contains(s.Id)).Select(s => s.EuTheme).OfType<string>().Distinct().ToValueList(),
        AccessRights = published.Dataset.AccessRights ?? "PUBLIC",
        Distributions = published.Dataset.Distributions.Select(d => Expected(d, published, catalog)).ToValueList(),
    };

    /// <summary>As one text, in an order of its own, since a graph has none; ids and minted addresses aside.</summary>
    public static string Comparable(Dataset dataset, DataCatalog catalog) => DatasetJson.Write(dataset with
    {
        Id = Guid.Empty,
        SourceId = "",
        Sectors = [],
        Publisher = dataset.Publisher is { Uri: { } uri } publisher && Minted(uri, catalog) ? publisher with { Uri = null } : dataset.Publisher,
        Creators = Sorted(dataset.Creators),
        ContactPoints = Sorted(dataset.ContactPoints),
        Keywords = Sorted(dataset.Keywords),
        Themes = Sorted(dataset.Themes.Where(t => t.Uri?.StartsWith(catalog.Url + "/group/", StringComparison.Ordinal) != true)
            .Select(t => t.Uri is { } theme && Minted(theme, catalog) ? t with { Uri = null } : t)),
        SuperThemes = Sorted(dataset.SuperThemes),
        Temporal = Sorted(dataset.Temporal),
        Spatial = Sorted(dataset.Spatial),
        Languages = Sorted(dataset.Languages),
        ConformsTo = Sorted(dataset.ConformsTo),
        Documentation = Sorted(dataset.Documentation),
        Sources = Sorted(dataset.Sources),
        RelatedResources = Sorted(dataset.RelatedResources),
        IsReferencedBy = Sorted(dataset.IsReferencedBy),
        InSeries = Sorted(dataset.InSeries),
        ApplicableLegislation = Sorted(dataset.ApplicableLegislation),
        OtherIdentifiers = Sorted(dataset.OtherIdentifiers),
        Extras = Comparable(dataset.Extras),
        Distributions = Sorted(dataset.Distributions.Select(d => d with
        {
            Id = Guid.Empty,
            Languages = Sorted(d.Languages),
            ConformsTo = Sorted(d.ConformsTo),
            Extras = Comparable(d.Extras),
        })),
    });

    private static Distribution Expected(Distribution distribution, PublishedDataset published, DataCatalog catalog)
    {
        var dataset = published.Dataset;
        var file = published.Files.GetValueOrDefault(distribution.Id);
        var source = distribution.DownloadUrl is { } said && WebAddress.IsWeb(said) ? said : null;
        var download = file is null ? source : new CatalogAddresses(catalog.Url).Download(published.Slug, distribution.Id, file.FileName);
        var type = FileFormats.Find(distribution.Format, distribution.MediaType ?? file?.MediaType);
        var license = distribution.License ?? (dataset.License is null ? Licenses.Name(catalog.License) : null);
        return distribution with
        {
            DownloadUrl = download,
            ByteSize = file?.Size ?? distribution.ByteSize,
            Checksum = file is null ? distribution.Checksum : new Checksum("sha256", file.Sha256),
            Extras = file is not null && (source ?? distribution.AccessUrl) is { } from ? distribution.Extras.Add(new Extra("prov:wasDerivedFrom", $"{{\"@id\":\"{from}\"}}")) : distribution.Extras,
            Format = distribution.Format ?? type?.Name ?? FileFormats.Name(null, distribution.MediaType, null, download),
            MediaType = distribution.MediaType ?? type?.MediaType,
            License = license == dataset.License ? null : license,
        };
    }

    private static bool Minted(string iri, DataCatalog catalog) => iri.StartsWith(catalog.Url + "/", StringComparison.Ordinal);

    private static ValueList<Extra> Comparable(ValueList<Extra> extras) => Sorted(extras.Select(e => e with { Json = Canonical(e.Json) }));

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Canonical(document.RootElement);
    }

    private static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{JsonSerializer.Serialize(m.Name)}:{Canonical(m.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        _ => value.GetRawText(),
    };

    private static ValueList<T> Sorted<T>(IEnumerable<T> items) => items.OrderBy(i => JsonSerializer.Serialize(i), StringComparer.Ordinal).ToValueList();

    /// <summary>Takes triples as a graph does, past every syntax.</summary>
    private sealed class QuadSink : IRdfSink
    {
        private RdfNode _subject = null!;

        public List<Quad> Quads { get; } = [];

        public void BeginSubject(Iri subject, params ReadOnlySpan<Iri> types)
        {
            _subject = RdfNode.OfIri(subject.Value);
            foreach (var type in types) Add(RdfNames.Type, RdfNode.OfIri(type.Value));
        }

        public void Link(Iri predicate, Iri value) => Add(predicate.Value, RdfNode.OfIri(value.Value));

        public void Literal(Iri predicate, string value, string? language = null) =>
            Add(predicate.Value, LanguageTag.Clean(language) is { } tag ? RdfNode.OfText(RdfText.Clean(value), tag) : RdfNode.OfText(RdfText.Clean(value)));

        public void Typed(Iri predicate, string value, Iri datatype) => Add(predicate.Value, RdfNode.OfTyped(RdfText.Clean(value), datatype.Value));

        public void EndSubject()
        {
        }

        public ValueTask FlushAsync(CancellationToken ct) => ValueTask.CompletedTask;

        public ValueTask CompleteAsync(CancellationToken ct) => ValueTask.CompletedTask;

        private void Add(string predicate, RdfNode value) => Quads.Add(new Quad(_subject, RdfNode.OfIri(predicate), value));
    }
}
