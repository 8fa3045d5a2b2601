using System.Runtime.InteropServices;

namespace Catalog.Core.Tabular.Delimited;

/// <summary>How wide the records of a sample are under a dialect, in the order in which they come, and how their cells look.</summary>
internal sealed class WidthTally
{
    /// <summary>Records that make a block of their own a table. 3: a header and two rows.</summary>
    private const int LeastRows = 3;

    /// <summary>Lines at the end that are passed over as notes behind any table. 3: more are a list, unless the table has more rows.</summary>
    private const int MostNotes = 3;

    /// <summary>The share of a table's rows that its notes may have, in percent. 70: longer ones are rather what the file is about.</summary>
    private const int MostNotesShare = 70;

    private readonly Dictionary<int, (int Records, double Quality, long Cells)> _widths = [];
    private readonly List<int> _order = [];
    private readonly List<int> _blanks = [];

    public void Blank()
    {
        if (_blanks.Count == 0 || _blanks[^1] != _order.Count) _blanks.Add(_order.Count);
    }

    public void Add(int width, double quality)
    {
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_widths, width, out _);
        tally = (tally.Records + 1, tally.Quality + quality, tally.Cells + width);
        _order.Add(width);
    }

    /// <summary>
    /// The width of the table: that of most records, weighed by their look; or that of a block which stands before them, is
    /// even and ends at a blank line, for the first table of a file is the one that counts.
    /// </summary>
    /// <param name="titles">Whether lines before the table may be titles.</param>
    public (int Width, double Look, int Records, double Explained) Best(bool titles)
    {
        var width = _widths.MaxBy(w => (w.Key > 1 ? 1.0 : 0.5) * w.Value.Quality / w.Value.Cells * w.Value.Records).Key;
        if (FirstBlock(_widths[width].Records) is { } first) width = first;
        var (records, quality, cells) = _widths[width];
        var explained = width == 1 ? records : records + Others(width);
        if (titles && width > 1 && records >= LeastRows) explained += Titles(width) + (width > 2 ? Notes(records) : 0);
        return (width, quality / cells, records, Math.Min(1, explained / _order.Count));
    }

    /// <summary>The first record has but one cell.</summary>
    public bool BeginsNarrow => _order is [1, ..];

    /// <summary>Rows of another width are a fault of the file or of the dialect; more than one cell speaks for the file, and a block of even rows for another table.</summary>
    private double Others(int width)
    {
        double sum = 0;
        foreach (var (from, to) in Blocks())
        {
            var first = from + 1 < to && _order[from] == 1 ? from + 1 : from;
            var even = to - first > 1 && IsEven(first, to) && _order[first] != width;
            for (var i = from; i < to; i++) if (_order[i] > 1 && _order[i] != width) sum += even ? 0.85 : 0.4;
        }
        return sum;
    }

    private int? FirstBlock(int records)
    {
        foreach (var (from, to) in Blocks())
        {
            if (to - from < LeastRows || to == _order.Count) continue;
            return _order[from] > 1 && (to - from) * 2 >= records && IsEven(from, to) ? _order[from] : null;
        }
        return null;
    }

    private IEnumerable<(int From, int To)> Blocks()
    {
        var from = 0;
        foreach (var to in _blanks.Append(_order.Count))
        {
            if (to > from) yield return (from, to);
            from = to;
        }
    }

    /// <summary>A few lines of one cell at the end, after a blank line, are notes.</summary>
    /// <param name="rows">Of the table.</param>
    private double Notes(int rows)
    {
        var (from, to) = Blocks().Last();
        return from > 0 && to - from <= Math.Max(MostNotes, rows * MostNotesShare / 100) && _order.Skip(from).All(w => w == 1) ? 0.8 * (to - from) : 0;
    }

    private bool IsEven(int from, int to)
    {
        for (var i = from + 1; i < to; i++) if (_order[i] != _order[from]) return false;
        return true;
    }

    /// <summary>Much narrower records before an even table are titles, which say little against it.</summary>
    private double Titles(int width)
    {
        var first = _order.IndexOf(width);
        var even = _order.Skip(first).Count(w => w == width);
        // More lines than the table has rows are rather a table that this dialect does not see.
        if (first > even || even * 5 < (_order.Count - first) * 4) return 0;
        // A single one may as well be the name of the only column, unless a blank line tells it from the rows.
        if (first == 1 && !_blanks.Contains(1)) return _order[0] == 1 ? 0.3 : 0;
        double sum = 0;
        foreach (var w in _order.Take(first)) if (w <= Math.Max(2, width * 0.6) && w < width) sum += w == 1 ? 0.8 : 0.4;
        return sum;
    }
}
