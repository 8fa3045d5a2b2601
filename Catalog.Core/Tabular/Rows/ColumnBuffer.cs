using System.Runtime.InteropServices;
using System.Text;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// One column of a batch of rows in the layout of DuckDB's vectors, so that handing it over is one copy of memory:
/// values side by side, a bit for each that is there, text as UTF-8 with the end of each.
/// </summary>
internal sealed class ColumnBuffer(StoredType type)
{
    private readonly byte[] _fixed = new byte[type.Width() * RowBatch.Capacity];
    private readonly ulong[] _valid = new ulong[RowBatch.Capacity / 64];
    private readonly int[] _ends = type == StoredType.Text ? new int[RowBatch.Capacity] : [];
    private byte[] _text = type == StoredType.Text ? new byte[16 * RowBatch.Capacity] : [];
    private int _length;

    public StoredType Type => type;

    public int Count { get; private set; }

    public bool HasNulls { get; private set; }

    public ReadOnlySpan<byte> Fixed => _fixed.AsSpan(0, Count * type.Width());

    public ReadOnlySpan<ulong> Valid => _valid;

    public ReadOnlySpan<byte> Text => _text;

    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, type == StoredType.Text ? Count : 0);

    public bool IsNull(int row) => (_valid[row >> 6] & (1UL << (row & 63))) == 0;

    public void Clear()
    {
        Count = 0;
        _length = 0;
        HasNulls = false;
        _valid.AsSpan().Fill(ulong.MaxValue);
    }

    public void AddNull()
    {
        HasNulls = true;
        _valid[Count >> 6] &= ~(1UL << (Count & 63));
        if (type == StoredType.Text) _ends[Count] = _length;
        Count++;
    }

    public void AddText(ReadOnlySpan<char> value)
    {
        // UTF-8 takes at most three bytes for a UTF-16 unit.
        var room = _length + value.Length * 3;
        if (room > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, room));
        _length += Encoding.UTF8.GetBytes(value, _text.AsSpan(_length));
        _ends[Count++] = _length;
    }

    /// <summary>An integer, or the microseconds of a time or timestamp.</summary>
    public void AddLong(long value) => MemoryMarshal.Cast<byte, long>(_fixed.AsSpan())[Count++] = value;

    public void AddDouble(double value) => MemoryMarshal.Cast<byte, double>(_fixed.AsSpan())[Count++] = value;

    /// <summary>A date, as days since 1970-01-01.</summary>
    public void AddDays(int value) => MemoryMarshal.Cast<byte, int>(_fixed.AsSpan())[Count++] = value;

    public void AddBoolean(bool value) => _fixed[Count++] = value ? (byte)1 : (byte)0;
}
