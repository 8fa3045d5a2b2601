namespace Catalog.Core.Tabular;

/// <summary>
/// One row of a table while it is being read. The reader fills one object again and again: who keeps a row copies it.
/// Cells are text as the file has them, unquoted and decoded, before anything is made of them.
/// </summary>
public sealed class TableRow
{
    private char[] _own = new char[256];
    private int _length;

    // A row either gathers its cells in an array of its own or points at those that a reader holds: copying every cell
    // of a large file costs more than finding them.
    private char[] _text;
    private int[] _starts = new int[16];
    private int[] _ends = new int[16];

    public TableRow() => _text = _own;

    /// <summary>Counted from 1, header and preamble not counted.</summary>
    public long Number { get; set; }

    /// <summary>The line of the file on which it begins, counted from 1; 0 where the format has no lines.</summary>
    public long Line { get; set; }

    /// <summary>The byte of the file at which it begins, counted from 0; -1 where that means nothing.</summary>
    public long Offset { get; set; } = -1;

    /// <summary>Cells in it: always as many as the table has columns once a reader hands it on.</summary>
    public int Count { get; private set; }

    /// <summary>Cells that the file wrote; fewer than <see cref="Count"/> where the row was filled up with empty ones.</summary>
    public int Written { get; set; }

    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Count);
            var start = _starts[column];
            return _text.AsSpan(start, _ends[column] - start);
        }
    }

    public void Clear()
    {
        if (!ReferenceEquals(_text, _own))
        {
            _text = _own;
            _starts = new int[16];
            _ends = new int[16];
        }
        _length = 0;
        Count = 0;
        Written = 0;
    }

    public void Add(ReadOnlySpan<char> cell)
    {
        if (_length + cell.Length > _own.Length)
        {
            Array.Resize(ref _own, Math.Max(_own.Length * 2, _length + cell.Length));
            _text = _own;
        }
        cell.CopyTo(_own.AsSpan(_length));
        if (Count == _ends.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _ends, Count * 2);
        }
        _starts[Count] = _length;
        _length += cell.Length;
        _ends[Count++] = _length;
        Written = Count;
    }

    public string[] ToArray()
    {
        var cells = new string[Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = this[i].ToString();
        return cells;
    }

    /// <summary>Makes the row show cells that stay where they are, until they change or the row is cleared.</summary>
    internal void Show(char[] text, int[] starts, int[] ends, int count, int written)
    {
        _text = text;
        _starts = starts;
        _ends = ends;
        Count = count;
        Written = written;
    }
}
