using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <summary>A dataset written out in the harvest config (source type `files`) as a <see cref="Dataset"/>.</summary>
public static class InlineDatasetReader
{
    public static RecordRead Read(JsonElement element, RecordContext context, Func<string, string?> fileUrl)
    {
        var findings = new List<Finding>();
        var record = new RecordReader(element, "", context.Language, findings, context.Limits);
        var title = record.Text("title");
        var landingPage = record.Url("landingPage");
        var (identifier, shown) = RecordIdentity.Of(record, record.String("identifier"), landingPage, title);
        var datasetId = DeterministicId.OfDataset(context.SourceId, identifier);
        var ids = new DistributionIds(datasetId);
        var dataset = new Dataset
        {
            Id = datasetId,
            SourceId = context.SourceId,
            Identifier = identifier,
            Title = title,
            Description = record.Text("description"),
            Publisher = record.String("publisher") is { } publisher ? new Agent { Id = publisher } : null,
            ContactPoints = record.Child("contact") is { } contact ? [new ContactPoint { Name = contact.String("name"), Email = contact.Email("email") }] : [],
            Keywords = record.Strings("keywords").Select(keyword => new LangString(context.Language, keyword)).ToValueList(),
            Themes = record.Strings("themes").Select(id => new Theme { Id = id }).ToValueList(),
            SuperThemes = record.Strings("superThemes").Select(code => code.ToUpperInvariant()).ToValueList(),
            Issued = record.Date("issued"),
            Modified = record.Date("modified"),
            AccrualPeriodicity = record.String("frequency"),
            Temporal = ReadTemporal(record),
            Spatial = SpatialReader.Read(record, context.Language),
            Languages = record.Strings("languages"),
            License = record.String("license"),
            LandingPage = landingPage,
            Sources = record.Strings("source"),
            Distributions = record.Children("files").Select(file => ReadFile(file, ids, fileUrl)).ToValueList(),
        };
        return PublishableRules.Finish(dataset with { Extras = record.Rest() }, shown, findings, RecordMembers.Inline);
    }

    private static ValueList<PeriodOfTime> ReadTemporal(RecordReader record)
    {
        if (record.String("temporal") is not { } text) return [];
        if (Interval.TryParse(text, out var period)) return [period];
        record.Keep("temporal");
        return [];
    }

    private static Distribution ReadFile(RecordReader file, DistributionIds ids, Func<string, string?> fileUrl)
    {
        var said = file.String("url");
        var url = said is null ? null : WebAddress.TryMend(said, out var address) ? address : fileUrl(said);
        var identifier = file.String("identifier");
        var mediaType = file.String("mediaType");
        var title = file.Text("title");
        return new Distribution
        {
            Id = ids.Next(identifier ?? said),
            Identifier = identifier,
            Title = title.IsEmpty && said is not null ? Text.Of("", WebAddress.FileName(said)) : title,
            Description = file.Text("description"),
            DownloadUrl = url,
            Format = FileFormats.Name(file.String("format"), mediaType, null, said),
            MediaType = mediaType,
            FileName = said is null ? null : WebAddress.FileName(said),
            License = file.String("license"),
            Issued = file.Date("issued"),
            Modified = file.Date("modified"),
            Fields = file.Children("fields").Where(f => f.String("name") is not null)
                .Select(f => new Field { Name = f.String("name")!, Type = f.String("type"), Description = f.Text("description"), Units = f.String("units") }).ToValueList(),
            Extras = file.Rest(),
        };
    }
}
