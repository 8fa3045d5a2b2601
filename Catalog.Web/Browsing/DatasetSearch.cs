using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Search;
using Catalog.Core.Storage;
using Catalog.Harvest.Config;
using Catalog.Web.Language;

namespace Catalog.Web.Browsing;

/// <summary>One value of a facet as a page shows it.</summary>
public sealed record FacetChoice(FacetFilter Filter, Wording Label, int Count, bool Chosen);

/// <summary>One facet as a page shows it.</summary>
public sealed record FacetList(FacetField Field, IReadOnlyList<FacetChoice> Choices, bool HasMore);

/// <summary>One page of results.</summary>
public sealed record ResultPage
{
    public required DatasetQuery Query { get; init; }

    public required int Total { get; init; }

    /// <summary>No dataset has all the words; these have some of them.</summary>
    public required bool Relaxed { get; init; }

    public required IReadOnlyList<DatasetCard> Cards { get; init; }

    public required IReadOnlyList<FacetList> Facets { get; init; }

    public required int Pages { get; init; }
}

/// <summary>Searches for pages: from the address to cards and facets in the reader's language.</summary>
public sealed class DatasetSearch(SearchIndex index, DatasetStore datasets, CatalogCounts counts, HarvestConfig config, Limits limits)
{
    /// <param name="scope">What the page is about, such as its publisher; it is no choice of the reader.</param>
    public ResultPage Find(DatasetQuery query, Reader reader, FacetFilter? scope = null)
    {
        var found = index.Search(new SearchQuery
        {
            Text = query.Text,
            Filters = scope is { } about ? query.Filters.Add(about) : query.Filters,
            Sort = query.EffectiveSort,
            Skip = (query.Page - 1) * limits.PageSize,
            Take = limits.PageSize,
            FacetLimit = scope is not null ? 0 : query.Whole is null ? limits.FacetValues + 1 : limits.MaxFacetValues,
        });
        return new ResultPage
        {
            Query = query,
            Total = found.Total,
            Relaxed = found.Relaxed,
            Pages = Pager.Count(found.Total, limits.PageSize, limits.MaxPage),
            Cards = Cards(found, reader),
            Facets = [.. DatasetQuery.Parameters.Select(p => Facet(p.Field, found, query, reader)).Where(f => f.Choices.Count > 0)],
        };
    }

    /// <summary>A few datasets near some words, for a page that has nothing else to show.</summary>
    public IReadOnlyList<DatasetCard> Suggest(string text, int count, Reader reader) =>
        Cards(index.Search(new SearchQuery { Text = text, Take = count, FacetLimit = 0 }), reader);

    public Wording Label(FacetFilter filter, Reader reader) => filter.Field switch
    {
        FacetField.Sector when config.Catalog.Sectors.FirstOrDefault(s => s.Id == filter.Value) is { } sector => reader.Say(sector.Title),
        FacetField.Publisher when config.FindPublisher(filter.Value) is { } publisher => reader.Say(publisher.Name),
        FacetField.Publisher when counts.Now().ByPublisher.FirstOrDefault(p => p.Id == filter.Value)?.Name is { } name => reader.Say(Text.Of("", name)),
        FacetField.Tag => reader.Say(Text.Of("", filter.Value)),
        _ => new Wording(filter.Value, null),
    };

    // The index may be a moment behind the store: what was taken back meanwhile is not shown.
    private DatasetCard[] Cards(SearchResult found, Reader reader) =>
        [.. datasets.FindAll([.. found.Ids]).Where(d => d.Published).Select(d => DatasetCard.Of(d, config, reader))];

    private FacetList Facet(FacetField field, SearchResult found, DatasetQuery query, Reader reader)
    {
        var values = found.Facets.GetValueOrDefault(field) ?? [];
        var shown = query.Whole == field ? values : values.Take(limits.FacetValues);
        var choices = shown.Select(c => Choice(new FacetFilter(field, c.Value), c.Count)).ToList();
        // What was chosen is always shown, so that it can be taken back.
        foreach (var filter in query.Filters.Where(f => f.Field == field && choices.TrueForAll(c => c.Filter != f)))
            choices.Insert(0, Choice(filter, values.FirstOrDefault(c => c.Value == filter.Value)?.Count ?? 0));
        return new FacetList(field, choices, query.Whole != field && values.Count > limits.FacetValues);

        FacetChoice Choice(FacetFilter filter, int count) => new(filter, Label(filter, reader), count, query.Has(field, filter.Value));
    }
}
