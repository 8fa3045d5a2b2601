using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <summary>
/// A Frictionless Data Package (datapackage.json, versions 1 and 2) as a <see cref="Dataset"/>: the package is the
/// dataset, its resources are the distributions, a Table Schema is the column dictionary.
/// </summary>
public static class DataPackageReader
{
    private static readonly HashSet<string> PlacedRoles = ["publisher", "author", "creator", "contact", "maintainer", "dataManager", "pointOfContact"];

    /// <param name="resourceUrl">Turns a resource's path into the address it is fetched from; null when it may not be.</param>
    public static RecordRead Read(JsonElement element, RecordContext context, Func<string, string?> resourceUrl)
    {
        var findings = new List<Finding>();
        var record = new RecordReader(element, "", context.Language, findings, context.Limits);
        var title = record.Text("title");
        var name = record.String("name");
        if (title.IsEmpty && name is not null) title = Text.Of("", name);
        var homepage = record.Url("homepage");
        var (identifier, shown) = RecordIdentity.Of(record, record.String("id") ?? name, homepage, title);
        if (name is not null && identifier != name) record.Keep("name");
        var datasetId = DeterministicId.OfDataset(context.SourceId, identifier);
        record.Consider("profile", "$schema");
        var contributors = record.Children("contributors").Select(c => ReadContributor(record, c)).ToList();
        var dataset = new Dataset
        {
            Id = datasetId,
            SourceId = context.SourceId,
            Identifier = identifier,
            Title = title,
            Description = record.Text("description"),
            Publisher = contributors.FirstOrDefault(c => c.Role == "publisher").Agent,
            Creators = contributors.Where(c => c.Role is "author" or "creator").Select(c => c.Agent).ToValueList(),
            ContactPoints = contributors.Where(c => c.Role is "contact" or "maintainer" or "dataManager" or "pointOfContact")
                .Select(c => new ContactPoint { Name = c.Agent.Name.ToString(), Email = c.Agent.Email }).ToValueList(),
            Keywords = record.Strings("keywords").Select(keyword => new LangString(context.Language, keyword)).ToValueList(),
            Themes = record.Strings("themes").Select(id => new Theme { Id = id }).ToValueList(),
            SuperThemes = record.Strings("superThemes").Select(code => code.ToUpperInvariant()).ToValueList(),
            Issued = record.Date("created"),
            Modified = record.Date("modified") ?? record.Date("updated"),
            AccrualPeriodicity = record.String("accrualPeriodicity"),
            Temporal = ReadTemporal(record),
            Spatial = SpatialReader.Read(record, context.Language),
            Languages = record.Strings("languages"),
            License = ReadLicenses(record),
            LandingPage = homepage,
            Sources = record.Children("sources").Select(s => ReadSource(record, s)).OfType<string>().ToValueList(),
            Version = record.String("version"),
            Distributions = ReadResources(record, datasetId, context, resourceUrl),
        };
        return PublishableRules.Finish(dataset with { Extras = record.Rest() }, shown, findings, RecordMembers.DataPackage);
    }

    private static (string Role, Agent Agent) ReadContributor(RecordReader record, RecordReader contributor)
    {
        var agent = new Agent
        {
            Name = contributor.Text("title"),
            Email = contributor.Email("email"),
            Homepage = contributor.Url("path"),
        };
        // Version 2 has a list of roles, version 1 one role; nobody's role is "contributor" by default.
        var roles = contributor.Strings("roles");
        var role = contributor.String("role") ?? roles.FirstOrDefault() ?? "contributor";
        if (roles.Count > 1) contributor.Keep("roles");
        // An agent without a place in the model is kept whole.
        if (PlacedRoles.Contains(role)) record.KeepRest("contributors", contributor);
        else record.Keep("contributors", contributor);
        return (role, agent);
    }

    /// <summary>The model has room for one licence: the first that says something. Further ones are extras.</summary>
    private static string? ReadLicenses(RecordReader record)
    {
        string? first = null;
        foreach (var license in record.Children("licenses"))
        {
            if (first is not null) record.Keep("licenses", license);
            else
            {
                first = license.String("name") ?? license.Url("path") ?? license.String("title");
                record.KeepRest("licenses", license);
            }
        }
        return first;
    }

    private static string? ReadSource(RecordReader record, RecordReader source)
    {
        var said = source.String("title") ?? source.String("path");
        record.KeepRest("sources", source);
        return said;
    }

    private static ValueList<PeriodOfTime> ReadTemporal(RecordReader record)
    {
        if (record.Child("temporal") is { } span)
        {
            var period = new PeriodOfTime { Start = span.Date("start"), End = span.Date("end") };
            return period is { Start: null, End: null } ? [] : [period];
        }
        if (record.String("temporal") is not { } text) return [];
        if (Interval.TryParse(text, out var interval)) return [interval];
        record.Keep("temporal");
        return [];
    }

    private static ValueList<Distribution> ReadResources(RecordReader record, Guid datasetId, RecordContext context, Func<string, string?> resourceUrl)
    {
        var distributions = new List<Distribution>();
        var ids = new DistributionIds(datasetId);
        foreach (var distribution in record.Children("resources").SelectMany(resource => ReadResource(resource, ids, resourceUrl)))
        {
            if (distributions.Count == context.Limits.MaxDistributions)
            {
                DistributionRules.ReportTooMany(record, RecordMembers.DataPackage, context.Limits);
                break;
            }
            distributions.Add(distribution);
        }
        return distributions.ToValueList();
    }

    /// <summary>
    /// A resource, or its parts: a table cut into several files is a list of paths (Data Package 1 §Data in Multiple
    /// Files), and each part can be had only as a distribution of its own.
    /// </summary>
    private static IEnumerable<Distribution> ReadResource(RecordReader resource, DistributionIds ids, Func<string, string?> resourceUrl)
    {
        var paths = resource.Raw("path") is { ValueKind: JsonValueKind.Array } ? resource.Strings("path") : resource.String("path") is { } single ? [single] : [];
        var whole = ReadPart(resource, ids, paths.FirstOrDefault(), resourceUrl);
        yield return whole;
        foreach (var path in paths.Skip(1))
            yield return whole with
            {
                Id = ids.Next(path),
                Identifier = null,
                DownloadUrl = Address(resource, path, resourceUrl),
                FileName = WebAddress.FileName(path),
                ByteSize = null,
                Checksum = null,
            };
    }

    private static string? Address(RecordReader resource, string path, Func<string, string?> resourceUrl)
    {
        var url = WebAddress.IsWeb(path) ? path : resourceUrl(path);
        if (url is null)
            resource.Report(FindingCodes.NotUnderstood, Severity.Error, "path", path,
                "La ruta no queda dentro de la carpeta del paquete.", "The path does not lie within the package's folder.",
                "Use una ruta relativa sin «..».", "Use a relative path without '..'.");
        return url;
    }

    private static Distribution ReadPart(RecordReader resource, DistributionIds ids, string? path, Func<string, string?> resourceUrl)
    {
        var name = resource.String("name");
        var url = path is null ? null : Address(resource, path, resourceUrl);
        var mediaType = resource.String("mediatype");
        var title = resource.Text("title");
        return new Distribution
        {
            Id = ids.Next(name ?? path),
            Identifier = name,
            Title = title.IsEmpty && name is not null ? Text.Of("", name) : title,
            Description = resource.Text("description"),
            DownloadUrl = url,
            Format = FileFormats.Name(resource.String("format"), mediaType, path, null),
            MediaType = mediaType,
            FileName = path is null ? null : WebAddress.FileName(path),
            ByteSize = resource.Integer("bytes"),
            Checksum = ReadHash(resource.String("hash")),
            License = ReadLicenses(resource),
            ConformsTo = SchemaAddress(resource, resourceUrl) is { } schema ? [schema] : [],
            Fields = ReadFields(resource),
            Extras = resource.Rest(),
        };
    }

    /// <summary>A schema in a document of its own (Data Package 1 §Resource schema): what the table conforms to.</summary>
    private static string? SchemaAddress(RecordReader resource, Func<string, string?> resourceUrl)
    {
        if (resource.Raw("schema") is not { ValueKind: JsonValueKind.String } || resource.String("schema") is not { } schema) return null;
        var address = WebAddress.IsWeb(schema) ? schema : resourceUrl(schema);
        if (address is null) resource.Keep("schema");
        return address;
    }

    /// <summary>"sha256:abc…"; without a prefix the algorithm is MD5 (Data Package 1 §Resource hash).</summary>
    private static Checksum? ReadHash(string? hash)
    {
        if (hash is null) return null;
        var colon = hash.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new Checksum("md5", hash) : new Checksum(hash[..colon].ToLowerInvariant(), hash[(colon + 1)..]);
    }

    private static ValueList<Field> ReadFields(RecordReader resource)
    {
        if (resource.Raw("schema") is not { ValueKind: JsonValueKind.Object } || resource.Child("schema") is not { } schema) return [];
        var fields = new List<Field>();
        foreach (var field in schema.Children("fields"))
        {
            if (field.String("name") is not { } name)
            {
                schema.Keep("fields", field);
                continue;
            }
            var title = field.Text("title");
            var description = field.Text("description");
            if (!title.IsEmpty && !description.IsEmpty) field.Keep("title");
            fields.Add(new Field { Name = name, Type = field.String("type"), Description = description.IsEmpty ? title : description, Units = field.String("unit"), Extras = field.Rest() });
        }
        return fields.ToValueList();
    }
}
