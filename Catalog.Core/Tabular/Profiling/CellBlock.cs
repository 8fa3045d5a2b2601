namespace Catalog.Core.Tabular.Profiling;

/// <summary>
/// Some cells of one column. Rows come cell by cell across the columns, each with tables of its own that push those of
/// the others out of the processor's cache; a few hundred cells of one column at a time do not.
/// </summary>
internal sealed class CellBlock
{
    /// <summary>Cells of a block. 256: the block and the tables of one column fit into a second-level cache.</summary>
    private const int Size = 256;

    private readonly int[] _ends = new int[Size];
    private char[] _text = new char[4096];
    private int _length;
    private int _count;

    public bool IsFull => _count == Size;

    public void Add(ReadOnlySpan<char> cell)
    {
        if (_length + cell.Length > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + cell.Length));
        cell.CopyTo(_text.AsSpan(_length));
        _length += cell.Length;
        _ends[_count++] = _length;
    }

    /// <summary>Hands all cells over and is empty again.</summary>
    public void Empty(ColumnProfiler profiler)
    {
        var start = 0;
        for (var i = 0; i < _count; i++)
        {
            profiler.Add(_text.AsSpan(start, _ends[i] - start));
            start = _ends[i];
        }
        _length = _count = 0;
    }
}
