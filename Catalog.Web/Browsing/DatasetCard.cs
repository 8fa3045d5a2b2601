using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Web.Language;

namespace Catalog.Web.Browsing;

/// <summary>A dataset in a list.</summary>
public sealed record DatasetCard
{
    /// <summary>Characters of the description in a list. 240: three lines on a phone.</summary>
    private const int SummaryLength = 240;

    public required string Slug { get; init; }

    public required Wording Title { get; init; }

    public required Wording Summary { get; init; }

    public required Wording Publisher { get; init; }

    public string? PublisherId { get; init; }

    public string? Modified { get; init; }

    public required IReadOnlyList<string> Formats { get; init; }

    public static DatasetCard Of(StoredDataset stored, HarvestConfig config, Reader reader)
    {
        var dataset = stored.Dataset;
        var description = reader.Say(dataset.Description);
        return new DatasetCard
        {
            Slug = stored.Slug,
            Title = reader.Say(dataset.Title),
            Summary = description with { Value = RichText.Summary(description.Value, SummaryLength) },
            Publisher = PublisherOf(stored, config, reader),
            PublisherId = stored.PublisherId,
            Modified = (dataset.Modified ?? dataset.Issued) is { } date ? reader.Date(date) : null,
            Formats = [.. dataset.Distributions.Select(d => d.Format).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>The body's name as the config writes it, else as the source does.</summary>
    public static Wording PublisherOf(StoredDataset stored, HarvestConfig config, Reader reader) =>
        config.FindPublisher(stored.PublisherId) is { } known ? reader.Say(known.Name) : reader.Say(Text.Maybe("", stored.PublisherName));
}
