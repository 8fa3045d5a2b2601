using Catalog.Core.Dcat;

namespace Catalog.Core.Search;

/// <summary>A dataset as the index sees it: the record and the names under which the catalog shows it.</summary>
public sealed record SearchEntry
{
    public required Dataset Dataset { get; init; }

    /// <summary>The name in its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Id of the publisher in addresses (<c>/organization/{id}</c>); null when nobody is named.</summary>
    public string? PublisherId { get; init; }

    /// <summary>The titles of its sectors in every language, searched beside its own words.</summary>
    public ValueList<string> SectorTitles { get; init; } = [];

    /// <summary>Formats of its distributions, upper case, each once.</summary>
    public ValueList<string> Formats { get; init; } = [];

    /// <summary>The licence as shown in the facet: a short id such as "CC-BY-4.0".</summary>
    public string? License { get; init; }

    /// <summary>What "sort by date" sorts by: modified, else issued, else first harvested.</summary>
    public required DateTimeOffset SortDate { get; init; }
}

public enum FacetField
{
    Sector,
    Publisher,
    Format,
    License,
    Tag,
}

/// <summary>One chosen facet value. Several values of one field all have to match, as in CKAN.</summary>
public readonly record struct FacetFilter(FacetField Field, string Value);

public enum SearchSort
{
    Relevance,
    Date,
    Title,
}

public sealed record SearchQuery
{
    /// <summary>What the reader typed; null or blank finds everything.</summary>
    public string? Text { get; init; }

    public ValueList<FacetFilter> Filters { get; init; } = [];

    /// <summary>Only datasets of this source, for the harvest pages.</summary>
    public string? SourceId { get; init; }

    public SearchSort Sort { get; init; } = SearchSort.Relevance;

    public int Skip { get; init; }

    public int Take { get; init; } = 20;

    /// <summary>Values returned per facet; 0 leaves the facets out.</summary>
    public int FacetLimit { get; init; } = 10;
}

public sealed record FacetCount(string Value, int Count);

public sealed record SearchResult
{
    /// <summary>How many datasets match, all pages.</summary>
    public required int Total { get; init; }

    /// <summary>No dataset has everything that was typed, so those with some of the words are given. Pages say so.</summary>
    public bool Relaxed { get; init; }

    /// <summary>The ids of this page, in order.</summary>
    public required IReadOnlyList<Guid> Ids { get; init; }

    /// <summary>The most frequent values of each facet among all matches, most frequent first, then by value.</summary>
    public required IReadOnlyDictionary<FacetField, IReadOnlyList<FacetCount>> Facets { get; init; }
}
