namespace Catalog.Core.Search;

/// <summary>
/// One number for each facet value, for the life of the index object. Lucene numbers values per segment; to add those
/// up it has to map them to common numbers anew on every commit. Numbers given here are never taken back: a value that
/// no dataset has any more counts nothing.
/// </summary>
internal sealed class FacetNumbers
{
    private static readonly FacetField[] Fields = Enum.GetValues<FacetField>();

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly Lock _gate = new();

    public int Count
    {
        get
        {
            lock (_gate) return _terms.Count;
        }
    }

    public int Of(string term)
    {
        lock (_gate)
        {
            if (_numbers.TryGetValue(term, out var number)) return number;
            _terms.Add(term);
            return _numbers[term] = _terms.Count - 1;
        }
    }

    /// <summary>The most frequent values of each facet, most frequent first, then by value.</summary>
    public IReadOnlyDictionary<FacetField, IReadOnlyList<FacetCount>> Top(ReadOnlySpan<int> counts, int limit)
    {
        // The queue gives up its worst first: the rarest, and of equals the last in order.
        var worstFirst = Comparer<(int Count, string Term)>.Create((a, b) =>
            a.Count != b.Count ? a.Count.CompareTo(b.Count) : string.CompareOrdinal(b.Term, a.Term));
        var best = Array.ConvertAll(Fields, _ => new PriorityQueue<int, (int Count, string Term)>(worstFirst));
        lock (_gate)
        {
            for (var number = 0; number < counts.Length; number++)
            {
                if (counts[number] == 0) continue;
                var queue = best[(int)IndexFields.FieldOf(_terms[number])];
                if (queue.Count < limit) queue.Enqueue(number, (counts[number], _terms[number]));
                else if (queue.TryPeek(out _, out var worst) && worst.Count <= counts[number]) queue.EnqueueDequeue(number, (counts[number], _terms[number]));
            }
        }
        return Fields.ToDictionary(field => field, field => Drain(best[(int)field]));
    }

    private static IReadOnlyList<FacetCount> Drain(PriorityQueue<int, (int Count, string Term)> queue)
    {
        var values = new FacetCount[queue.Count];
        for (var i = values.Length - 1; i >= 0; i--)
        {
            queue.TryDequeue(out _, out var value);
            values[i] = new FacetCount(value.Term[1..], value.Count);
        }
        return values;
    }
}
