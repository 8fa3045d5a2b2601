using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <summary>
/// A dataset of a data.json (DCAT-US 1.1 and the Argentine profile 1.1) as a <see cref="Dataset"/>. The two dialects
/// share their names but for a few, so one reader knows both.
/// </summary>
public static class DataJsonReader
{
    /// <summary>
    /// Raised when the meaning of a member changes, so that unchanged records are read anew: part of the fingerprint.
    /// </summary>
    public const int MappingVersion = 2;

    public static RecordRead Read(JsonElement element, RecordContext context)
    {
        var findings = new List<Finding>();
        var record = new RecordReader(element, "", context.Language, findings, context.Limits);
        var title = record.Text("title");
        var landingPage = record.Url("landingPage");
        var (identifier, shownTitle) = RecordIdentity.Of(record, record.String("identifier"), landingPage, title);
        var datasetId = DeterministicId.OfDataset(context.SourceId, identifier);
        var dataset = new Dataset
        {
            Id = datasetId,
            SourceId = context.SourceId,
            Identifier = identifier,
            Title = title,
            Description = record.Text("description"),
            Publisher = ReadPublisher(record),
            ContactPoints = ReadContact(record.Child("contactPoint")),
            Keywords = record.Strings("keyword").Select(keyword => new LangString(context.Language, keyword)).ToValueList(),
            Themes = ReadThemes(record.Strings("theme"), context),
            SuperThemes = record.Strings("superTheme").Select(code => code.ToUpperInvariant()).Distinct().ToValueList(),
            Issued = record.Date("issued"),
            Modified = ReadModified(record),
            AccrualPeriodicity = record.String("accrualPeriodicity"),
            Temporal = ReadTemporal(record),
            Spatial = SpatialReader.Read(record, context.Language),
            Languages = record.Strings("language"),
            License = record.String("license"),
            Rights = record.Text("rights"),
            AccessRights = ReadAccessRights(record),
            LandingPage = landingPage,
            ConformsTo = record.Strings("conformsTo"),
            Documentation = record.Strings("references"),
            Sources = record.Strings("source"),
            InSeries = record.Strings("isPartOf"),
            Version = record.String("version"),
            Distributions = ReadDistributions(record, datasetId, context),
        };
        record.Consider("@type");
        return PublishableRules.Finish(dataset with { Extras = record.Rest() }, shownTitle, findings, RecordMembers.DataJson);
    }

    private static Agent? ReadPublisher(RecordReader record)
    {
        if (record.Child("publisher") is not { } publisher)
            return record.String("publisher") is { } name ? new Agent { Name = record.Text("publisher") } : null;
        publisher.Consider("@type");
        var agent = new Agent
        {
            Name = publisher.Text("name"),
            Email = publisher.Email("mbox"),
            Homepage = publisher.Url("homepage"),
        };
        return agent is { Name.IsEmpty: true, Email: null, Homepage: null } ? null : agent;
    }

    private static ValueList<ContactPoint> ReadContact(RecordReader? contact)
    {
        if (contact is null) return [];
        contact.Consider("@type");
        var point = new ContactPoint { Name = contact.String("fn"), Email = contact.Email("hasEmail"), Telephone = contact.String("hasTelephone") };
        return point is { Name: null, Email: null, Telephone: null } ? [] : [point];
    }

    private static ValueList<Theme> ReadThemes(ValueList<string> ids, RecordContext context) =>
        ids.Select(id => new Theme { Id = id, Label = Text.Maybe(context.Language, context.ThemeLabels.GetValueOrDefault(id)) }).ToValueList();

    /// <summary>DCAT-US allows an interval here ("R/P1D", updated daily): not a date, so it stays among the extras.</summary>
    private static DcatDate? ReadModified(RecordReader record)
    {
        if (record.Raw("modified") is not { ValueKind: JsonValueKind.String } value || !value.GetString()!.Trim().StartsWith("R/", StringComparison.Ordinal)) return record.Date("modified");
        record.Keep("modified");
        return null;
    }

    private static ValueList<PeriodOfTime> ReadTemporal(RecordReader record)
    {
        if (record.String("temporal") is not { } text) return [];
        if (Interval.TryParse(text, out var period)) return [period];
        record.Report(FindingCodes.BadDate, Severity.Warning, "temporal", text,
            "No se entiende el período de «temporal».", "The period of 'temporal' is not understood.",
            "Escriba inicio/fin: 2019-01-01/2019-12-31.", "Write start/end: 2019-01-01/2019-12-31.");
        record.Keep("temporal");
        return [];
    }

    /// <summary>DCAT-US accessLevel in the words of the EU access-right table.</summary>
    private static string? ReadAccessRights(RecordReader record) => record.String("accessLevel") switch
    {
        null => null,
        "public" => "PUBLIC",
        "restricted public" => "RESTRICTED",
        "non-public" => "NON_PUBLIC",
        var other => other,
    };

    private static ValueList<Distribution> ReadDistributions(RecordReader record, Guid datasetId, RecordContext context)
    {
        var distributions = new List<Distribution>();
        var ids = new DistributionIds(datasetId);
        foreach (var item in record.Children("distribution"))
        {
            if (distributions.Count == context.Limits.MaxDistributions)
            {
                DistributionRules.ReportTooMany(record, RecordMembers.DataJson, context.Limits);
                break;
            }
            distributions.Add(ReadDistribution(item, ids));
        }
        return distributions.ToValueList();
    }

    private static Distribution ReadDistribution(RecordReader item, DistributionIds ids)
    {
        var identifier = item.String("identifier");
        var access = item.Url("accessURL");
        var download = item.Url("downloadURL");
        // What the record says of the dataset it is in is known already.
        item.Consider("dataset_identifier", "@type");
        var mediaType = item.String("mediaType");
        var fileName = item.String("fileName");
        var saidFormat = item.String("format");
        var format = FileFormats.Name(saidFormat, mediaType, fileName, download);
        if (format is null && saidFormat is not null) item.Keep("format");
        return new Distribution
        {
            Id = ids.Next(identifier ?? download ?? access),
            Identifier = identifier,
            Title = item.Text("title"),
            Description = item.Text("description"),
            AccessUrl = access,
            DownloadUrl = download,
            Format = format,
            MediaType = mediaType,
            FileName = fileName,
            ByteSize = item.Integer("byteSize"),
            License = item.String("license"),
            Rights = item.Text("rights"),
            Issued = item.Date("issued"),
            Modified = item.Date("modified"),
            ConformsTo = Concat(item.Strings("conformsTo"), item.Strings("describedBy")),
            Type = item.String("type"),
            Fields = ReadFields(item),
            Extras = item.Rest(),
        };
    }

    private static ValueList<Field> ReadFields(RecordReader item)
    {
        var fields = new List<Field>();
        foreach (var field in item.Children("field"))
        {
            if (field.String("title") is not { } name)
            {
                item.Keep("field", field);
                continue;
            }
            fields.Add(new Field
            {
                Id = field.String("id"),
                Name = name,
                Type = field.String("type"),
                Description = field.Text("description"),
                Units = field.String("units"),
                Extras = field.Rest(),
            });
        }
        return fields.ToValueList();
    }

    private static ValueList<string> Concat(ValueList<string> first, ValueList<string> second) =>
        second.Count == 0 ? first : first.Concat(second).ToValueList();
}
