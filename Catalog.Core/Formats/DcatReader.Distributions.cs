using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <content>Distributions.</content>
public static partial class DcatReader
{
    private static ValueList<Distribution> ReadDistributions(LinkedReading reading, LinkedNode dataset, Guid datasetId, (string? Said, string? Coded) license, ValueList<string> laws)
    {
        var distributions = new List<Distribution>();
        var ids = new DistributionIds(datasetId);
        foreach (var value in dataset.All("dcat:distribution", "schema:distribution"))
        {
            if (distributions.Count == reading.Context.Limits.MaxDistributions)
            {
                reading.Report(FindingCodes.TooManyDistributions, Severity.Warning, "/" + value.Member, null,
                    $"Más de {reading.Context.Limits.MaxDistributions} recursos; los demás quedan en el registro original.",
                    $"More than {reading.Context.Limits.MaxDistributions} distributions; the rest stay in the raw record.", "Divida el conjunto de datos.", "Split the dataset.");
                break;
            }
            if (value.IsNode) distributions.Add(ReadDistribution(reading, value.Detached(), ids, license, laws));
            else if (value.Literal is { } literal && WebAddress.TryMend(literal, out var address))
            {
                // A link to a file in place of a description of it.
                reading.ReportLiteral(value);
                distributions.Add(new Distribution { Id = ids.Next(address), DownloadUrl = address, Format = FileFormats.Name(null, null, null, address) });
            }
            else value.Keep();
        }
        return distributions.ToValueList();
    }

    private static Distribution ReadDistribution(LinkedReading reading, LinkedNode node, DistributionIds ids, (string? Said, string? Coded) license, ValueList<string> laws)
    {
        var identifier = node.First(v => IdentifierOf(v), "dct:identifier", "schema:identifier");
        var download = node.First(v => LinkedCodes.Address(reading, v), "dcat:downloadURL", "schema:contentUrl");
        var access = ReadAccess(reading, node);
        var (services, endpoint) = ReadServices(node);
        var mediaType = Kept(node, "mediaType", node.First(v => MediaTypeOf(v), "dcat:mediaType", "dct:mediaType", "schema:encodingFormat", "schema:fileFormat"));
        // schema.org has one property for the name of a format and for its media type.
        var isType = FileFormats.CleanMediaType(mediaType) is not null;
        var said = node.First(v => FormatOf(reading, v), "dct:format", "dc:format") ?? (isType ? null : mediaType);
        var format = Kept(node, "format", null) ?? FileFormats.Name(said, isType ? mediaType : null, null, download);
        var own = ReadLicense(reading, node);
        var distribution = new Distribution
        {
            Id = ids.Next(identifier ?? node.Iri ?? download ?? access),
            Identifier = identifier,
            Title = LinkedText.Of(reading, node.All("dct:title", "schema:name", "rdfs:label")),
            Description = LinkedText.Of(reading, node.All("dct:description", "schema:description")),
            AccessUrl = access ?? (download is null ? endpoint : null),
            DownloadUrl = download,
            Format = format,
            MediaType = isType ? mediaType : null,
            CompressFormat = Kept(node, "compressFormat", node.First(v => MediaTypeOf(v), "dcat:compressFormat")),
            PackageFormat = Kept(node, "packageFormat", node.First(v => MediaTypeOf(v), "dcat:packageFormat")),
            FileName = Kept(node, "fileName", null),
            ByteSize = node.First<long?>(v => LinkedCodes.Count(reading, v), "dcat:byteSize", "schema:contentSize"),
            Checksum = node.First(v => ReadChecksum(v), "spdx:checksum"),
            // The licence of the dataset said again is no licence of its own.
            License = own.Said == license.Said || (own.Said == own.Coded && own.Coded == license.Coded) ? null : own.Said,
            Rights = LinkedText.Of(reading, node.All("dct:rights")),
            Issued = node.First<DcatDate?>(v => LinkedCodes.Date(reading, v), "dct:issued", "schema:datePublished"),
            Modified = node.First<DcatDate?>(v => LinkedCodes.Date(reading, v), "dct:modified", "schema:dateModified"),
            Languages = ReadLanguages(reading, node),
            ConformsTo = node.All("dct:conformsTo").Select(v => StandardOf(reading, v, node.Iri)).OfType<string>().Distinct().ToValueList(),
            Status = Kept(node, "status", node.First(v => StatusOf(v, EuVocabulary.DistributionStatus), "adms:status")),
            Availability = Kept(node, "availability", node.First(v => StatusOf(v, EuVocabulary.Availability), "dcatap:availability")),
            Type = Kept(node, "type", null),
            TemporalResolution = Kept(node, "temporalResolution", node.First(v => v.Literal, "dcat:temporalResolution")),
            SpatialResolutionInMeters = node.First<double?>(v => LinkedCodes.Number(reading, v), "dcat:spatialResolutionInMeters"),
            AccessServices = services,
            Fields = ReadFields(node),
        };
        foreach (var law in node.All("dcatap:applicableLegislation"))
            if (law.Iri is not { } iri || !laws.Contains(iri)) law.Keep();
        return distribution with { Extras = [.. node.Rest(), .. OtherTypes(node)] };
    }

    /// <summary>A distribution whose access is its own page is had by its download; feeds like ours keep the source's page beside it.</summary>
    private static string? ReadAccess(LinkedReading reading, LinkedNode node)
    {
        var kept = Kept(node, "accessURL", null);
        var said = node.First(v => v.Iri is { } iri && iri == node.Iri ? "" : LinkedCodes.Address(reading, v), "dcat:accessURL", "schema:url");
        return kept ?? (said is { Length: > 0 } ? said : null);
    }

    /// <summary>Services of the catalog by their ids; any other is kept whole, and its endpoint is an access.</summary>
    private static (ValueList<string> Ids, string? Endpoint) ReadServices(LinkedNode node)
    {
        var ids = new List<string>();
        string? endpoint = null;
        foreach (var value in node.All("dcat:accessService"))
        {
            if (LinkedCodes.FragmentAfter(value.Iri, "service-") is { } id)
            {
                ids.Add(id);
                continue;
            }
            value.Keep();
            if (value.IsDescribed && value.Detached().All("dcat:endpointURL", "schema:url").FirstOrDefault()?.IriOrLiteral is { } said && WebAddress.TryMend(said, out var address)) endpoint ??= address;
        }
        return (ids.ToValueList(), endpoint);
    }

    private static string? MediaTypeOf(LinkedValue value)
    {
        var said = value.IriOrLiteral ?? (value.IsDescribed ? LinkedText.NameOf(value.Node).ToString() : null);
        return string.IsNullOrEmpty(said) ? null : FileFormats.CleanMediaType(said) ?? said;
    }

    private static string? FormatOf(LinkedReading reading, LinkedValue value)
    {
        if (value.Literal is { } literal)
        {
            reading.ReportLiteral(value);
            return literal;
        }
        if (value.IsDescribed && LinkedText.NameOf(value.Node) is { IsEmpty: false } name && (value.Iri is null || FileFormats.Find(value.Iri, null) is null)) return name.ToString();
        return value.Iri is { } iri ? FileFormats.Find(iri, null)?.Name ?? FileFormats.CleanMediaType(iri) ?? EuVocabulary.LastSegment(iri) : null;
    }

    private static string? StatusOf(LinkedValue value, Func<string?, string?> code)
    {
        if (value.IsDescribed)
        {
            LinkedText.NameOf(value.Node);
            value.Node.Consider("skos:inScheme");
        }
        return code(value.IriOrLiteral) ?? value.IriOrLiteral;
    }

    private static Checksum? ReadChecksum(LinkedValue value)
    {
        if (!value.IsDescribed) return null;
        var algorithm = value.Node.First(v => v.IriOrLiteral, "spdx:algorithm");
        var sum = value.Node.First(v => v.Literal, "spdx:checksumValue");
        if (sum is null) return null;
        // http://spdx.org/rdf/terms#checksumAlgorithm_sha256
        var name = algorithm is null ? "" : algorithm[(algorithm.LastIndexOfAny(['_', '/', '#']) + 1)..];
        return new Checksum(name.ToLowerInvariant(), sum);
    }

    /// <summary>The column dictionary as the feed of a catalog like ours has it: CSVW's tableSchema (Tabular Metadata §5.5) as JSON.</summary>
    private static ValueList<Field> ReadFields(LinkedNode node)
    {
        var fields = new List<Field>();
        foreach (var value in node.All("csvw:tableSchema"))
        {
            using var json = value is { Datatype: "rdf:JSON", Literal: { } text } ? ExtraJson.TryParse(text) : null;
            if (json is null || !TableSchemaJson.TryRead(json.RootElement, fields)) value.Keep();
        }
        return fields.ToValueList();
    }
}
