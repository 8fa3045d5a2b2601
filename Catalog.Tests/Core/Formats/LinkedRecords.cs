using System.Text;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Formats;

/// <summary>Turtle as people write it, made into records and datasets.</summary>
internal static class LinkedRecords
{
    public const string Prefixes = """
        @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix adms: <http://www.w3.org/ns/adms#> . @prefix spdx: <http://spdx.org/rdf/terms#> .
        @prefix locn: <http://www.w3.org/ns/locn#> . @prefix geo: <http://www.opengis.net/ont/geosparql#> . @prefix schema: <http://schema.org/> .
        @prefix time: <http://www.w3.org/2006/time#> . @prefix prov: <http://www.w3.org/ns/prov#> . @prefix dcatap: <http://data.europa.eu/r5r/> .
        @prefix eu: <http://publications.europa.eu/resource/authority/> . @prefix ex: <http://datos.example/> .

        """;

    public static RdfGraph Graph(string turtle)
    {
        var graph = new RdfGraph(Limits.Default);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Prefixes + turtle));
        var result = RdfReader.Read(stream, RdfSyntax.TriG, new RdfReadOptions { BaseIri = "http://datos.example/" }, quad => graph.TryAdd(quad), CancellationToken.None);
        Assert.That(result.Failure, Is.Null);
        graph.Complete();
        return graph;
    }

    public static List<LinkedRecord> Of(string turtle) => [.. new DcatGraph(Graph(turtle), Limits.Default).Records()];

    /// <summary>The one dataset of a graph, read.</summary>
    public static RecordRead Read(string turtle, string language = "es")
    {
        using var json = JsonDocument.Parse(Of(turtle).Single().Json!);
        return DcatReader.Read(json.RootElement, new RecordContext { SourceId = "fuente", Language = language });
    }

    /// <summary>A dataset with a title, a description and a page, and what a test adds to it.</summary>
    public static RecordRead Dataset(string properties, string others = "", string language = "es") =>
        Read($"ex:d a dcat:Dataset ; dct:identifier \"d\" ; dct:title \"Título\" ; dct:description \"Descripción\" ; dcat:landingPage <http://datos.example/p> ; {properties} . {others}", language);

    /// <summary>The same with one distribution.</summary>
    public static RecordRead Distribution(string properties, string others = "") =>
        Dataset($"dcat:distribution [ a dcat:Distribution ; dct:title \"Archivo\" ; {properties} ]", others);
}
