using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Catalog.Core.Search;

/// <summary>Takes the id of every match and asks nothing about its score.</summary>
internal sealed class IdCollector(ColumnCache cache) : ICollector
{
    private SegmentColumns _segment = null!;

    public List<Guid> Found { get; } = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
        // Nothing is ranked.
    }

    public void SetNextReader(AtomicReaderContext context) => _segment = cache.Of(context.AtomicReader);

    public void Collect(int doc) => Found.Add(_segment.Ids[doc]);

    public Guid[] InOrder()
    {
        Found.Sort();
        return [.. Found];
    }
}
