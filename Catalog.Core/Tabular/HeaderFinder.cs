using Catalog.Core.Tabular.Delimited;

namespace Catalog.Core.Tabular;

/// <summary>
/// Tells the header of a table from its rows: names stand over columns of numbers and dates and are none themselves.
/// Used for text files and for sheets alike.
/// </summary>
internal sealed class HeaderFinder
{
    /// <summary>Rows below that are looked at. 200: a column that is typed is so from the beginning.</summary>
    private const int RowsBelow = 200;

    /// <summary>The most rows that a header has. 3: year, quarter, measure.</summary>
    private const int MostRows = 3;

    /// <summary>Rows that must follow a further row of the header. 4: fewer may be of one kind by accident.</summary>
    private const int RowsUnder = 4;

    /// <summary>Words that a column must have before a word is missed among them. 8.</summary>
    private const int LeastWords = 8;

    private readonly IReadOnlyList<string[]> _rows;
    private readonly int _width;

    /// <param name="rows">The first rows of the table, without preamble and blank lines.</param>
    /// <param name="width">Cells that most rows have.</param>
    public HeaderFinder(IReadOnlyList<string[]> rows, int width)
    {
        _rows = rows;
        _width = width;
        HeaderRows = Find();
    }

    public int HeaderRows { get; }

    /// <summary>Columns that speak for the header, and those that speak against it.</summary>
    public int For { get; private set; }

    public int Against { get; private set; }

    /// <summary>Whether a row could be the header of the rows that follow another header.</summary>
    public static bool IsHeaderOver(string[] row, IReadOnlyList<CellKind?> kinds)
    {
        int votes = 0, against = 0;
        for (var i = 0; i < row.Length && i < kinds.Count; i++)
        {
            if (kinds[i] is not { } kind) continue;
            var own = CellKinds.Of(row[i]);
            if (own == CellKind.Text) votes++;
            else if (own == kind) against++;
        }
        return votes > 0 && against == 0;
    }

    /// <summary>For each column what nearly all its cells look like; null where they are text or of many kinds.</summary>
    public static CellKind?[] KindsOf(IReadOnlyList<string[]> rows, int from, int width)
    {
        var kinds = new CellKind?[width];
        Span<int> counts = stackalloc int[6];
        for (var column = 0; column < width; column++)
        {
            counts.Clear();
            for (var i = from; i < rows.Count && i < from + RowsBelow; i++)
                if (column < rows[i].Length) counts[(int)CellKinds.Of(rows[i][column])]++;
            var filled = 0;
            for (var k = 1; k < 6; k++) filled += counts[k];
            for (var k = 1; k < 5; k++)
                if (filled > 0 && counts[k] >= filled * 0.8) kinds[column] = (CellKind)k;
        }
        return kinds;
    }

    private int Find()
    {
        if (_rows.Count == 0) return 0;
        if (_rows.Count == 1) return _rows[0].Any(c => CellKinds.Of(c) is CellKind.Number or CellKind.Moment) ? 0 : 1;
        if (!IsHeader()) return 0;
        var rows = 1;
        while (rows < MostRows && _rows.Count - rows > RowsUnder && Continues(rows)) rows++;
        return rows;
    }

    private bool IsHeader()
    {
        var first = _rows[0];
        var kinds = KindsOf(_rows, 1, _width);
        for (var i = 0; i < first.Length && i < _width; i++)
        {
            var own = CellKinds.Of(first[i]);
            if (kinds[i] is not { } kind)
            {
                // A name seldom stands among the values of its own column.
                if (own is CellKind.Moment || (own == CellKind.Text && _rows.Skip(1).Take(RowsBelow).Count(r => i < r.Length && r[i] == first[i]) > 1)) Against++;
                continue;
            }
            if (own == CellKind.Text) For++;
            else if (own == kind && !(own == CellKind.Number && IsYear(first[i]) && !IsYear(_rows[1].ElementAtOrDefault(i) ?? ""))) Against++;
            else if (own is not (CellKind.Empty or CellKind.Moment)) For++;
        }
        return For >= Against && (For > 0 || Against == 0);
    }

    /// <summary>Whether a row below the first is still header: text wherever the columns below it are typed.</summary>
    private bool Continues(int row)
    {
        var kinds = KindsOf(_rows, row + 1, _width);
        int typed = 0, names = 0;
        var cells = _rows[row];
        // A row that lost a cell: values stand in it, if not in their columns.
        if (cells.Length < _width || cells.Any(c => CellKinds.Of(c) is CellKind.Number or CellKind.Moment or CellKind.Address && !IsYear(c))) return false;
        for (var i = 0; i < _width; i++)
        {
            if (kinds[i] is not { } kind || kind == CellKind.Flag) continue;
            typed++;
            var own = i < cells.Length ? CellKinds.Of(cells[i]) : CellKind.Empty;
            if (own == CellKind.Text) names++;
            else if (own != CellKind.Empty) return false;
        }
        return names * 2 >= typed && (names > 1 || (names == 1 && OtherWords(row) > 1));
    }

    /// <summary>Columns of few words that come again and again, among which a row has a word that never does; 0 when it has one that does.</summary>
    private int OtherWords(int row)
    {
        var below = _rows.Skip(row + 1).Take(RowsBelow).ToList();
        var found = 0;
        for (var i = 0; i < _width && i < _rows[row].Length; i++)
        {
            if (CellKinds.Of(_rows[row][i]) != CellKind.Text) continue;
            var words = below.Where(r => i < r.Length && r[i].Length > 0).Select(r => r[i]).ToList();
            var different = words.ToHashSet(StringComparer.Ordinal);
            if (different.Contains(_rows[row][i])) return 0;
            if (words.Count >= LeastWords && different.Count * 2 <= words.Count && words.TrueForAll(w => CellKinds.Of(w) == CellKind.Text)) found++;
        }
        return found;
    }

    private static bool IsYear(string cell) => cell.Length == 4 && int.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is > 1800 and < 2200;
}
