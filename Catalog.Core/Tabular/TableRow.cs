namespace Catalog.Core.Tabular;

/// <summary>
/// One row of a table while it is being read. The reader fills one object again and again: who keeps a row copies it.
/// Cells are text as the file has them, unquoted and decoded, before anything is made of them.
/// </summary>
public sealed class TableRow
{
    private char[] _text = new char[256];
    private int[] _ends = new int[16];
    private int _length;

    /// <summary>Counted from 1, header and preamble not counted.</summary>
    public long Number { get; set; }

    /// <summary>The line of the file on which it begins, counted from 1; 0 where the format has no lines.</summary>
    public long Line { get; set; }

    /// <summary>The byte of the file at which it begins, counted from 0; -1 where that means nothing.</summary>
    public long Offset { get; set; } = -1;

    /// <summary>Cells in it: always as many as the table has columns once a reader hands it on.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Count);
            var start = column == 0 ? 0 : _ends[column - 1];
            return _text.AsSpan(start, _ends[column] - start);
        }
    }

    public void Clear()
    {
        _length = 0;
        Count = 0;
    }

    public void Add(ReadOnlySpan<char> cell)
    {
        if (_length + cell.Length > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + cell.Length));
        cell.CopyTo(_text.AsSpan(_length));
        _length += cell.Length;
        if (Count == _ends.Length) Array.Resize(ref _ends, Count * 2);
        _ends[Count++] = _length;
    }

    public string[] ToArray()
    {
        var cells = new string[Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = this[i].ToString();
        return cells;
    }
}
