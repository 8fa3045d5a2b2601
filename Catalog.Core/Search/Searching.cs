using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Catalog.Core.Search;

/// <summary>Runs one query against one state of the index.</summary>
internal sealed class Searching(ColumnCache columns, Limits limits)
{
    /// <summary>Datasets on one page at most. 1,000: what CKAN's API gives, on which its clients rely.</summary>
    private const int MaxTake = 1_000;

    private static readonly IReadOnlyDictionary<FacetField, IReadOnlyList<FacetCount>> NoFacets =
        new Dictionary<FacetField, IReadOnlyList<FacetCount>>();

    public static SearchResult Nothing(SearchQuery query) => new()
    {
        Total = 0,
        Ids = [],
        Facets = query.FacetLimit > 0
            ? Enum.GetValues<FacetField>().ToDictionary(f => f, _ => (IReadOnlyList<FacetCount>)[])
            : NoFacets,
    };

    public SearchResult Run(IndexSearcher searcher, SearchQuery query)
    {
        var builder = new QueryBuilder(TypedQuery.Read(query.Text, limits.MaxQueryLength));
        var result = Nothing(query);
        foreach (var breadth in builder.Steps())
        {
            var words = builder.Build(breadth);
            var narrowed = Narrow(words, query);
            result = Collect(searcher, narrowed, query);
            if (result.Total > 0) return result with { Relaxed = breadth == Breadth.AnyWord };
            // Words that are found, only not under these filters, are not widened: a filter must never add datasets.
            if (!ReferenceEquals(words, narrowed) && Matches(searcher, words)) return result;
        }
        return result;
    }

    /// <summary>Every dataset that has all that was typed, in the order of ids: nothing is widened, nothing is left out.</summary>
    public Guid[] FindAll(IndexSearcher searcher, SearchQuery query)
    {
        var builder = new QueryBuilder(TypedQuery.Read(query.Text, limits.MaxQueryLength));
        foreach (var breadth in builder.Steps().Where(step => step != Breadth.AnyWord))
        {
            var words = builder.Build(breadth);
            var narrowed = Narrow(words, query);
            var ids = new IdCollector(columns);
            searcher.Search(narrowed, ids);
            if (ids.Found.Count > 0) return ids.InOrder();
            if (!ReferenceEquals(words, narrowed) && Matches(searcher, words)) break;
        }
        return [];
    }

    private static Query Narrow(Query words, SearchQuery query)
    {
        if (query.SourceId is null && query.Filters.Count == 0) return words;
        var all = new BooleanQuery(disableCoord: true) { { words, Occur.MUST } };
        if (query.SourceId is not null) all.Add(Filter(IndexFields.Source, query.SourceId), Occur.MUST);
        foreach (var (field, value) in query.Filters.Distinct().Take(BooleanQuery.MaxClauseCount - 2))
            all.Add(Filter(IndexFields.Facet, IndexFields.FacetTerm(field, SearchText.FacetValue(value) ?? "")), Occur.MUST);
        return all;
    }

    /// <summary>Narrows without any say in the order.</summary>
    private static ConstantScoreQuery Filter(string field, string term) => new(new TermQuery(new Term(field, term))) { Boost = 0 };

    private SearchResult Collect(IndexSearcher searcher, Query query, SearchQuery asked)
    {
        var skip = Math.Max(0, asked.Skip);
        var take = Math.Clamp(asked.Take, 0, MaxTake);
        var depth = take == 0 ? 0 : (int)Math.Min((long)skip + take, searcher.IndexReader.MaxDoc);
        // Without words all scores are equal, and newest first is the next rule of relevance anyway.
        var sort = asked.Sort == SearchSort.Relevance && string.IsNullOrWhiteSpace(asked.Text) ? SearchSort.Date : asked.Sort;
        using var hits = new HitCollector(columns, sort, depth, countFacets: asked.FacetLimit > 0);
        searcher.Search(query, hits);
        return new SearchResult
        {
            Total = hits.Total,
            Ids = hits.Page(skip),
            Facets = asked.FacetLimit > 0 ? columns.Numbers.Top(hits.Counts, asked.FacetLimit) : NoFacets,
        };
    }

    private static bool Matches(IndexSearcher searcher, Query query) => searcher.Search(query, 1).TotalHits > 0;
}
