namespace Catalog.Core.Tabular.Profiling;

/// <summary>
/// The different cells of a column with how often each occurs, as far as a bound lets them be kept. Most columns have
/// few: whatever is costly to find out of a cell is then found out once for each value. What is kept is counted exactly
/// from its first occurrence; what comes after the bound is for the caller to look at one by one.
/// </summary>
internal sealed class DistinctValues(int maxValues, int maxCharacters)
{
    private Entry[] _entries = new Entry[64];
    private int[] _slots = new int[256];
    private char[] _text = new char[1024];
    private int _used;

    private record struct Entry(ulong Hash, long Count, int Start, int Length);

    public int Count { get; private set; }

    /// <summary>Counts a cell; false when it is not among those kept and there is no room for it.</summary>
    public bool TryAdd(ReadOnlySpan<char> cell, ulong hash)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var index = _slots[slot] - 1;
            if (index < 0) return Insert(cell, hash, slot);
            ref var entry = ref _entries[index];
            if (entry.Hash != hash || entry.Length != cell.Length || !cell.SequenceEqual(_text.AsSpan(entry.Start, entry.Length))) continue;
            entry.Count++;
            return true;
        }
    }

    public ReadOnlySpan<char> Text(int index) => _text.AsSpan(_entries[index].Start, _entries[index].Length);

    public ulong HashOf(int index) => _entries[index].Hash;

    public long CountOf(int index) => _entries[index].Count;

    private bool Insert(ReadOnlySpan<char> cell, ulong hash, int slot)
    {
        if (Count == maxValues || cell.Length > maxCharacters - _used) return false;
        if (Count == _entries.Length) Array.Resize(ref _entries, Count * 2);
        if (_used + cell.Length > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _used + cell.Length));
        cell.CopyTo(_text.AsSpan(_used));
        _entries[Count] = new Entry(hash, 1, _used, cell.Length);
        _used += cell.Length;
        _slots[slot] = ++Count;
        if (Count * 2 > _slots.Length) Grow();
        return true;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 4];
        var mask = _slots.Length - 1;
        for (var i = 0; i < Count; i++)
        {
            var slot = (int)_entries[i].Hash & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }
}
