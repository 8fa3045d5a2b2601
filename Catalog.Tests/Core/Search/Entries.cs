using Catalog.Core.Dcat;
using Catalog.Core.Search;

namespace Catalog.Tests.Core.Search;

/// <summary>Entries to index, with only what a test is about filled in.</summary>
internal static class Entries
{
    public static readonly DateTimeOffset Day = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public static SearchEntry Of(string title, string description = "", params string[] keywords) => new()
    {
        Dataset = new Dataset
        {
            Id = DeterministicId.OfDataset("test", title + "|" + description),
            SourceId = "test",
            Identifier = "id of " + title,
            Title = Text.Of("es", title),
            Description = Text.Maybe("es", description),
            Keywords = [.. keywords.Select(k => new LangString("es", k))],
        },
        Slug = Slug.Of(title),
        SortDate = Day,
    };

    public static SearchEntry With(this SearchEntry entry, Func<Dataset, Dataset> change) => entry with { Dataset = change(entry.Dataset) };

    /// <summary>An index in the folder, filled and at cursor 1.</summary>
    public static SearchIndex Index(string folder, params SearchEntry[] entries)
    {
        var index = SearchIndex.Open(folder, Catalog.Core.Limits.Default);
        index.Apply(entries, [], 1);
        return index;
    }

    public static string[] Titles(this SearchIndex index, IEnumerable<SearchEntry> entries, SearchQuery query)
    {
        var titles = entries.ToDictionary(e => e.Dataset.Id, e => e.Dataset.Title.In("es"));
        return [.. index.Search(query).Ids.Select(id => titles[id])];
    }
}
