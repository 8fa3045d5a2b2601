using System.Text;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Formats;

/// <summary>What counts as a dataset, what identifies it, and that its record depends on nothing but what is said.</summary>
public sealed class LinkedRecordTests
{
    private const string Nested = """
        ex:c a dcat:Catalog ; dct:title "Catálogo"@es ; dct:publisher [ a foaf:Agent ; foaf:name "Editor" ] ; dcat:dataset ex:a, _:b ; dcat:catalog ex:c2 .
        ex:c2 a dcat:Catalog ; dct:hasPart ex:s ; dcat:dataset ex:e .
        ex:a a dcat:Dataset ; dct:title "A"@es, "A"@en ; dct:relation ex:e, _:b ; dcat:inSeries ex:s ;
          dcat:contactPoint [ vcard:fn "x" ], [ vcard:fn "y" ; vcard:hasEmail <mailto:y@e.example> ] ;
          dcat:distribution [ dct:title "10" ], [ dct:title "2" ; spdx:checksum [ spdx:checksumValue "ab" ] ], [ dct:title "2" ; spdx:checksum [ spdx:checksumValue "ab" ] ] ;
          dct:spatial [ skos:prefLabel "z" ; prov:x _:loop ] ; prov:list ( 1 "dos"@es [ rdfs:label "tres" ] ) .
        _:loop prov:y [ prov:back _:loop ] .
        _:b a dcat:Dataset ; dct:title "B" ; dcat:landingPage ex:b-page .
        ex:e a dcat:Dataset ; dct:title "E" .
        ex:s a dcat:DatasetSeries, dcat:Dataset ; dct:title "Serie" .
        [] a dcat:CatalogRecord ; foaf:primaryTopic ex:a ; dct:modified "2020-01-01"^^xsd:date .
        """;

    [Test]
    public void DatasetsOfNestedCatalogs_AreFound_SeriesAndCatalogsAreNone() =>
        Assert.That(LinkedRecords.Of(Nested).Select(r => r.Identity), Is.EqualTo(new[] { "http://datos.example/a", "http://datos.example/b-page", "http://datos.example/e" }));

    [TestCase("ex:x a dcat:Dataset ; dct:title \"x\" .", 1, TestName = "WithoutCatalog_ADatasetIsOne")]
    [TestCase("ex:x a dcat:Dataset ; dct:source ex:y ; dct:title \"x\" . ex:y a dcat:Dataset .", 1, TestName = "NodeWithNothingButAClass_IsOnlyMentioned")]
    [TestCase("ex:c a dcat:Catalog ; dcat:dataset ex:x .", 1, TestName = "ListedDatasetWithoutDescription_IsARecord")]
    [TestCase("ex:x a schema:Dataset ; schema:name \"x\" . ex:y a <https://schema.org/Dataset> ; schema:name \"y\" .", 2, TestName = "SchemaOrgUnderBothAddresses_IsRead")]
    [TestCase("ex:g { ex:x a dcat:Dataset . } ex:h { ex:x dct:title \"x\" . }", 1, TestName = "DatasetSpreadOverNamedGraphs_IsOne")]
    [TestCase("[] a dcat:Dataset ; dct:title \"x\" . [] a dcat:Dataset ; dct:title \"x\" .", 1, TestName = "BlankDatasetSaidTwice_IsOne")]
    [TestCase("ex:x a dcat:DataService ; dct:title \"x\" .", 0, TestName = "DataService_IsNoDataset")]
    public void Datasets_AreCounted(string turtle, int count) => Assert.That(LinkedRecords.Of(turtle), Has.Count.EqualTo(count));

    [TestCase("ex:x a dcat:Dataset ; dct:identifier \" id \" ; dct:title \"x\" .", "id")]
    [TestCase("ex:x a dcat:Dataset ; dct:identifier [ skos:notation \"n-1\" ] ; dct:title \"x\" .", "n-1")]
    [TestCase("ex:x a dcat:Dataset ; dct:title \"x\" .", "http://datos.example/x")]
    [TestCase("[] a dcat:Dataset ; dct:title \"x\" ; dcat:landingPage ex:page .", "http://datos.example/page")]
    [TestCase("[] a dcat:Dataset ; dct:title \"x\" .", "sha256:31557e4e782725d7d622e6dfdcfe1444")]
    public void Identity_IsWhatLastsLongest(string turtle, string identity) => Assert.That(LinkedRecords.Of(turtle).Single().Identity, Is.EqualTo(identity));

    [Test]
    public void IdentifierOfTwoDatasets_IsNobodys_AndSaid()
    {
        const string Two = "ex:x a dcat:Dataset ; dct:identifier \"1\" ; dct:title \"x\" . ex:y a dcat:Dataset ; dct:identifier \"1\" ; dct:title \"y\" .";

        Assert.That(LinkedRecords.Of(Two).Select(r => r.Identity), Is.EqualTo(new[] { "http://datos.example/x", "http://datos.example/y" }));
        using var json = JsonDocument.Parse(LinkedRecords.Of(Two)[0].Json!);
        var read = DcatReader.Read(json.RootElement, new RecordContext { SourceId = "f", Language = "es" });
        Assert.That(read.Findings.Select(f => f.Code), Does.Contain("shared-identifier"));
    }

    [Test]
    public void Record_HasWhatBelongsToTheDataset_AndMentionsTheRest()
    {
        using var json = JsonDocument.Parse(LinkedRecords.Of(Nested)[0].Json!);
        var record = json.RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.GetProperty("dct:relation")[1].GetRawText(), Is.EqualTo("""{"@id":"http://datos.example/e","@type":"dcat:Dataset","dct:title":"E"}"""));
            Assert.That(record.GetProperty("dcat:distribution").EnumerateArray().Select(d => d.GetProperty("dct:title").GetString()), Is.EqualTo(new[] { "2", "10" }));
            Assert.That(record.GetProperty("dct:spatial").GetProperty("prov:x").GetRawText(), Is.EqualTo("""{"prov:y":{"prov:back":{"@id":"_:^2"}}}"""));
            Assert.That(record.GetProperty("prov:list").GetRawText(), Is.EqualTo("""{"@list":[{"@type":"xsd:integer","@value":"1"},{"@language":"es","@value":"dos"},{"rdfs:label":"tres"}]}"""));
            Assert.That(record.GetProperty("@reverse").GetProperty("foaf:primaryTopic").GetProperty("dct:modified").GetRawText(), Is.EqualTo("""{"@type":"xsd:date","@value":"2020-01-01"}"""));
            Assert.That(record.GetProperty("@reverse").GetProperty("dcat:dataset").GetProperty("dct:publisher").GetProperty("foaf:name").GetString(), Is.EqualTo("Editor"));
        }
    }

    [Test]
    public void SameGraph_GivesTheSameBytes_WhateverTheOrderAndTheNamesOfBlankNodes() =>
        Gen.Select(SomeDatasets.Any, Gen.Int[0, 1_000_000]).Sample((published, seed) =>
        {
            var triples = Triples(LinkedRecords.Graph(Nested)).Concat(RoundTrip.Quads(SomePublished.Catalog, published)).ToList();
            var random = new Random(seed);
            var names = new Dictionary<string, string>();
            var shuffled = triples.Concat(triples.Take(20)).OrderBy(_ => random.Next()).Select(q => new Quad(Renamed(q.Subject), q.Predicate, Renamed(q.Object)));
            return Bytes(triples) == Bytes(shuffled);

            RdfNode Renamed(RdfNode node)
            {
                if (node.Kind != NodeKind.Blank) return node;
                if (!names.TryGetValue(node.Value, out var name)) names[node.Value] = name = $"n{random.Next()}";
                return RdfNode.OfBlank(name);
            }
        }, iter: 100);

    [Test]
    public async Task SameFeed_GivesTheSameBytesInEverySyntax()
    {
        var expected = Bytes(RoundTrip.Quads(SomePublished.Catalog, SomePublished.Rich));
        foreach (var syntax in Enum.GetValues<RdfSyntax>())
            Assert.That(Bytes(await RoundTrip.QuadsThrough(SomePublished.Catalog, SomePublished.Rich, syntax)), Is.EqualTo(expected), syntax.ToString());
    }

    [Test]
    public void GraphsOfAnyShape_GiveRecordsWithinTheLimits() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 3], Gen.Int[0, 12], (s, p, o) => new Quad(Node(s), RdfNode.OfIri($"http://a/p{p}"), Node(o))).Array[1, 80].Sample(quads =>
        {
            var graph = new RdfGraph(Limits.Default);
            graph.TryAdd(new Quad(Node(0), RdfNode.OfIri(RdfNames.Type), RdfNode.OfIri("http://www.w3.org/ns/dcat#Dataset")));
            foreach (var quad in quads) graph.TryAdd(quad);
            graph.Complete();
            foreach (var record in new DcatGraph(graph, Limits.Default with { MaxRecordBytes = 100_000 }).Records())
                if (record.Json is not null)
                {
                    using var json = JsonDocument.Parse(record.Json, new JsonDocumentOptions { MaxDepth = Limits.Default.MaxJsonDepth });
                    DcatReader.Read(json.RootElement, new RecordContext { SourceId = "f", Language = "es" });
                }
        }, iter: 300);

    private static RdfNode Node(int number) => number % 2 == 0 ? RdfNode.OfBlank($"b{number}") : RdfNode.OfIri($"http://a/{number}");

    private static string Bytes(IEnumerable<Quad> quads)
    {
        var graph = new RdfGraph(Limits.Default);
        foreach (var quad in quads) graph.TryAdd(quad);
        graph.Complete();
        return string.Join('\n', new DcatGraph(graph, Limits.Default).Records().Select(r => r.Identity + Encoding.UTF8.GetString(r.Json!)));
    }

    private static IEnumerable<Quad> Triples(RdfGraph graph) =>
        graph.With([.. Enumerable.Range(0, graph.Terms).Where(i => graph[i].Kind == NodeKind.Iri).Select(i => graph[i].Value)])
            .Select(t => new Quad(Unique(graph, t.Subject), graph[t.Predicate], Unique(graph, t.Object)));

    private static RdfNode Unique(RdfGraph graph, int number) => graph[number].Kind == NodeKind.Blank ? RdfNode.OfBlank($"g{number}") : graph[number];
}
