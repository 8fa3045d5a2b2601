using System.Buffers;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Catalog.Core.Search;

/// <summary>The columns of every segment that a searcher of this index may meet, by segment.</summary>
internal sealed class ColumnCache
{
    private readonly ConditionalWeakTable<object, SegmentColumns> _columns = [];

    public FacetNumbers Numbers { get; } = new();

    /// <summary>Called for every segment of a new reader before anybody searches it; later calls find it done.</summary>
    public SegmentColumns Of(AtomicReader segment) =>
        _columns.GetValue(segment.CoreCacheKey, _ => SegmentColumns.Read(segment, Numbers));
}

/// <summary>
/// Goes once over all matches: counts them, counts their facet values and keeps the best of them. Lucene's own
/// collectors for several sort fields and several purposes cost several calls per match; this is one.
/// </summary>
internal sealed class HitCollector : ICollector, IComparer<HitCollector.Hit>, IDisposable
{
    private readonly ColumnCache _cache;
    private readonly SearchSort _sort;
    private readonly int _depth;
    private readonly PriorityQueue<Hit, Hit> _best;
    private readonly int[]? _counts;
    private readonly int _countsLength;
    private SegmentColumns _segment = null!;
    private Scorer _scorer = null!;
    private long _worst = long.MinValue;

    public HitCollector(ColumnCache cache, SearchSort sort, int depth, bool countFacets)
    {
        (_cache, _sort, _depth) = (cache, sort, depth);
        _best = new PriorityQueue<Hit, Hit>(this);
        if (!countFacets) return;
        _countsLength = cache.Numbers.Count;
        _counts = ArrayPool<int>.Shared.Rent(_countsLength);
        Array.Clear(_counts, 0, _countsLength);
    }

    /// <summary>One match: the number that decides its place before all else, larger first, and where it is.</summary>
    internal readonly record struct Hit(long Rank, SegmentColumns Segment, int Document);

    public int Total { get; private set; }

    public ReadOnlySpan<int> Counts => _counts.AsSpan(0, _countsLength);

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => _segment = _cache.Of(context.AtomicReader);

    public void Collect(int doc)
    {
        Total++;
        var segment = _segment;
        if (_counts is { } counts)
            foreach (var number in segment.FacetValues.AsSpan(segment.FacetStarts[doc]..segment.FacetStarts[doc + 1])) counts[number]++;
        if (_depth == 0) return;
        var rank = _sort switch
        {
            SearchSort.Date => segment.Dates[doc],
            SearchSort.Title => -segment.TitleStarts[doc],
            // Positive floats sort like their bits.
            _ => BitConverter.SingleToInt32Bits(_scorer.GetScore()),
        };
        if (rank < _worst) return;
        var hit = new Hit(rank, segment, doc);
        if (_best.Count < _depth) _best.Enqueue(hit, hit);
        // Equal scores are common, so a tie must be settled before the queue is touched.
        else if (Compare(hit, _best.Peek()) > 0) _best.DequeueEnqueue(hit, hit);
        if (_best.Count == _depth) _worst = _best.Peek().Rank;
    }

    /// <summary>The ids from <paramref name="skip"/> on, in order.</summary>
    public Guid[] Page(int skip)
    {
        if (_best.Count <= skip) return [];
        var ids = new Guid[_best.Count - skip];
        for (var i = ids.Length - 1; i >= 0; i--)
        {
            var hit = _best.Dequeue();
            ids[i] = hit.Segment.Ids[hit.Document];
        }
        return ids;
    }

    /// <summary>
    /// The worse of two is the smaller. By rank, then newest (unless sorted by title), then title, then id: no two
    /// datasets are equal, so pages never overlap or skip.
    /// </summary>
    public int Compare(Hit x, Hit y)
    {
        if (x.Rank != y.Rank) return x.Rank.CompareTo(y.Rank);
        if (_sort != SearchSort.Title)
        {
            var byDate = x.Segment.Dates[x.Document].CompareTo(y.Segment.Dates[y.Document]);
            if (byDate != 0) return byDate;
        }
        var byTitle = string.CompareOrdinal(y.Segment.Titles[y.Document], x.Segment.Titles[x.Document]);
        return byTitle != 0 ? byTitle : y.Segment.Ids[y.Document].CompareTo(x.Segment.Ids[x.Document]);
    }

    public void Dispose()
    {
        if (_counts is not null) ArrayPool<int>.Shared.Return(_counts);
    }
}
