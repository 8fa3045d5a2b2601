using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <summary>
/// A dataset of linked data as a <see cref="Dataset"/>: DCAT-AP 1 to 3, DCAT-US 3, GeoDCAT-AP and schema.org, in the
/// records that <see cref="DcatGraph"/> cuts out of a graph; and the JSON of DCAT-US 3, which has the same words without
/// their prefixes. docs/harvest-dcat.md has the table of properties. What is written oddly is mended with a finding, what
/// the model has no place for is kept among the extras.
/// </summary>
public static partial class DcatReader
{
    /// <summary>Raised when the meaning of a property changes, so that unchanged records are read anew: part of the fingerprint.</summary>
    public const int MappingVersion = 1;

    /// <summary>A record that <see cref="DcatGraph"/> made.</summary>
    public static RecordRead Read(JsonElement record, RecordContext context) => Read(record, new LinkedReading(context, LinkedDialect.Prefixed));

    /// <summary>A dataset of a DCAT-US 3 catalog in JSON.</summary>
    public static RecordRead ReadBare(JsonElement record, RecordContext context) => Read(record, new LinkedReading(context, LinkedDialect.Bare));

    private static RecordRead Read(JsonElement record, LinkedReading reading)
    {
        var node = new LinkedNode(record, "", reading);
        var title = LinkedText.Of(reading, node.All("dct:title", "schema:name"));
        if (title.IsEmpty) title = LinkedText.Of(reading, node.All("rdfs:label", "skos:prefLabel"));
        var landingPage = node.First(v => LinkedCodes.Address(reading, v), "dcat:landingPage", "foaf:homepage", "schema:url");
        var (identifier, others) = ReadIdentity(record, node, landingPage, title);
        var (themes, superThemes) = ReadThemes(reading, node);
        var datasetId = DeterministicId.OfDataset(reading.Context.SourceId, identifier);
        var license = ReadLicense(reading, node);
        var (standards, pages, related) = ReadReferences(reading, node);
        var (sources, provenance) = ReadSources(reading, node);
        var laws = Links(reading, node, "dcatap:applicableLegislation").Concat(KeptTexts(node, "applicableLegislation")).ToValueList();
        var dataset = new Dataset
        {
            Id = datasetId,
            SourceId = reading.Context.SourceId,
            Identifier = identifier,
            Title = title,
            Description = LinkedText.Of(reading, node.All("dct:description", "schema:description", "dct:abstract", "rdfs:comment")),
            Publisher = node.First(v => ReadAgent(reading, v, node.Iri), "dct:publisher", "schema:publisher", "dc:publisher") ?? PublisherOfCatalog(reading, node),
            Creators = node.All("dct:creator", "schema:creator", "schema:author", "dc:creator", "dct:contributor").Select(v => ReadAgent(reading, v, node.Iri)).OfType<Agent>().Distinct().ToValueList(),
            ContactPoints = node.All("dcat:contactPoint", "adms:contactPoint", "schema:contactPoint").Select(v => ReadContact(reading, v)).OfType<ContactPoint>().Distinct().ToValueList(),
            Keywords = ReadKeywords(reading, node),
            Themes = themes,
            SuperThemes = superThemes,
            Issued = node.First<DcatDate?>(v => LinkedCodes.Date(reading, v), "dct:issued", "schema:datePublished"),
            Modified = node.First<DcatDate?>(v => LinkedCodes.Date(reading, v), "dct:modified", "schema:dateModified"),
            AccrualPeriodicity = Kept(node, "accrualPeriodicity", node.First(v => LinkedCodes.Frequency(reading, v), "dct:accrualPeriodicity")),
            Temporal = ReadTemporal(reading, node),
            TemporalResolution = Kept(node, "temporalResolution", node.First(v => v.Literal, "dcat:temporalResolution")),
            Spatial = ReadSpatial(reading, node),
            SpatialResolutionInMeters = node.First<double?>(v => LinkedCodes.Number(reading, v), "dcat:spatialResolutionInMeters"),
            Languages = ReadLanguages(reading, node),
            License = license.Said,
            Rights = LinkedText.Of(reading, node.All("dct:rights", "dc:rights")),
            AccessRights = node.First(v => LinkedCodes.AccessRight(reading, v, node.Iri), "dct:accessRights"),
            LandingPage = landingPage,
            ConformsTo = standards,
            Documentation = pages,
            Sources = sources,
            Provenance = provenance,
            RelatedResources = related,
            IsReferencedBy = Links(reading, node, "dct:isReferencedBy").Concat(KeptTexts(node, "isReferencedBy")).ToValueList(),
            Type = node.First(v => ReadType(reading, v), "dct:type"),
            Version = node.First(v => LinkedText.One(reading, v), "dcat:version", "owl:versionInfo", "schema:version", "pav:version"),
            VersionNotes = LinkedText.Of(reading, node.All("adms:versionNotes")),
            InSeries = node.All("dcat:inSeries").Select(v => ReadSeries(reading, v)).OfType<string>().Distinct().ToValueList(),
            ApplicableLegislation = laws,
            OtherIdentifiers = others,
            Distributions = ReadDistributions(reading, node, datasetId, license, laws),
        };
        dataset = WithLink(reading, node, dataset);
        ReadOutside(node, dataset, out var outside);
        var members = reading.IsBare ? RecordMembers.DcatUs3 : RecordMembers.Linked;
        var shown = title.IsEmpty ? identifier : title.ToString();
        return PublishableRules.Finish(dataset with { Extras = [.. node.Rest(), .. OtherTypes(node), .. outside] }, shown, reading.Findings, members);
    }

    /// <summary>
    /// The identity that the gather found, or the record's own where there was no gather to look at the others. The
    /// identifiers that are not it are further ones.
    /// </summary>
    private static (string Identity, ValueList<string> Others) ReadIdentity(JsonElement record, LinkedNode node, string? landingPage, Text title)
    {
        var reading = node.Reading;
        var said = node.All("dct:identifier", "schema:identifier").Select(v => IdentifierOf(v)).OfType<string>().Distinct().ToList();
        var given = !reading.IsBare && record.TryGetProperty("identifier", out var identity) && identity.ValueKind == JsonValueKind.String ? identity.GetString() : null;
        if (!reading.IsBare) node.Considered("identifier");
        var identifier = given ?? said.FirstOrDefault() ?? node.Iri;
        if (identifier is null || (said.Count == 0 && identifier != node.Iri))
        {
            identifier ??= landingPage ?? (title.IsEmpty ? "" : "title:" + Slug.Of(title.ToString()));
            reading.Report(FindingCodes.NoIdentifier, Severity.Warning, "", null,
                "Sin identificador ni IRI: si cambia la página o el contenido, parecerá otro conjunto de datos.", "Neither an identifier nor an IRI: when its page or content changes, it will look like another dataset.",
                "Agregue dct:identifier o un IRI que no cambie nunca.", "Add dct:identifier or an IRI that never changes.");
        }
        else if (said.Count > 0 && !said.Contains(identifier))
            reading.Report(FindingCodes.SharedIdentifier, Severity.Warning, "/dct:identifier", said[0],
                "Otro conjunto de datos de la fuente tiene el mismo identificador; se usa el IRI.", "Another dataset of the source has the same identifier; the IRI is used.",
                "Dé a cada conjunto de datos el suyo.", "Give each dataset its own.");
        var others = said.Where(s => s != identifier).Concat(node.All("adms:identifier").Select(v => IdentifierOf(v)).OfType<string>());
        return (identifier, others.Distinct().ToValueList());
    }

    private static string? IdentifierOf(LinkedValue value)
    {
        if (value.Literal is { } literal) return literal;
        if (!value.IsDescribed) return value.Iri;
        var notation = value.Node.First(v => v.IriOrLiteral, "skos:notation", "schema:value");
        return value.Owner.Reading.IsBare ? value.Iri ?? notation : notation ?? value.Iri;
    }

    /// <summary>Nothing to open: what the dataset itself is called can be opened, when it is a web address.</summary>
    private static Dataset WithLink(LinkedReading reading, LinkedNode node, Dataset dataset)
    {
        if (dataset.LandingPage is not null || dataset.Distributions.Any(d => d.DownloadUrl is not null || d.AccessUrl is not null)) return dataset;
        var name = new[] { node.Iri, dataset.Identifier }.FirstOrDefault(n => n is not null && n.StartsWith("http", StringComparison.OrdinalIgnoreCase) && WebAddress.IsWeb(n));
        if (name is null || !WebAddress.TryMend(name, out var address)) return dataset;
        reading.Report(FindingCodes.LandingPageAssumed, Severity.Info, "", address,
            "Sin recursos ni página: se enlaza el IRI del conjunto de datos.", "Neither distributions nor a landing page: the IRI of the dataset is linked.",
            "Agregue dcat:landingPage o una distribución.", "Add dcat:landingPage or a distribution.");
        return dataset with { LandingPage = address };
    }

    /// <summary>What a catalog says of the dataset and not the dataset itself: a record's own dates, and the services that serve it.</summary>
    private static void ReadOutside(LinkedNode node, Dataset dataset, out List<Extra> extras)
    {
        extras = [];
        foreach (var record in node.Reverse("foaf:primaryTopic"))
        {
            // A record that says no more than the dataset is ours, or one made like ours.
            var inner = record.Detached();
            var modified = inner.First(v => v.Literal, "dct:modified");
            if (modified is null || !DcatDate.TryParse(modified, out var date) || date != (dataset.Modified ?? dataset.Issued)) extras.Add(new Extra("foaf:isPrimaryTopicOf", record.Element.GetRawText()));
        }
        foreach (var service in node.Reverse("dcat:servesDataset")) extras.Add(new Extra("dcat:accessService", service.Element.GetRawText()));
    }

    private static Agent? PublisherOfCatalog(LinkedReading reading, LinkedNode node) =>
        node.Reverse("dcat:dataset").Select(catalog => catalog.Detached().First(v => ReadAgent(reading, v, null), "dct:publisher", "schema:publisher")).FirstOrDefault(a => a is not null);

    private static IEnumerable<Extra> OtherTypes(LinkedNode node)
    {
        var others = node.Types.Where(t => t is not ("dcat:Dataset" or "dcat:Resource" or "schema:Dataset" or "void:Dataset" or "Dataset" or "dcat:Distribution" or "schema:DataDownload" or "Distribution")).ToList();
        return others.Count == 0 ? [] : [new Extra("rdf:type", $"[{string.Join(',', others.Select(t => JsonSerializer.Serialize(t)))}]")];
    }
}
