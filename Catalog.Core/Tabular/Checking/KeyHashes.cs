namespace Catalog.Core.Tabular.Checking;

/// <summary>A set of 64-bit hashes, 8 bytes each at half load, up to a bound.</summary>
internal sealed class KeyHashes(int maxKeys)
{
    private ulong[] _slots = new ulong[1024];
    private bool _hasZero;

    public int Count { get; private set; }

    public bool IsFull => Count >= maxKeys;

    /// <summary>False when it was there already.</summary>
    public bool Add(ulong hash)
    {
        if (hash == 0)
        {
            if (_hasZero) return false;
            Count++;
            return _hasZero = true;
        }
        var mask = _slots.Length - 1;
        for (var slot = (int)(hash >> 20) & mask; ; slot = (slot + 1) & mask)
        {
            if (_slots[slot] == hash) return false;
            if (_slots[slot] != 0) continue;
            _slots[slot] = hash;
            if (++Count * 2 > _slots.Length) Grow();
            return true;
        }
    }

    public bool Contains(ulong hash)
    {
        if (hash == 0) return _hasZero;
        var mask = _slots.Length - 1;
        for (var slot = (int)(hash >> 20) & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
            if (_slots[slot] == hash) return true;
        return false;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var hash in old)
        {
            if (hash == 0) continue;
            var slot = (int)(hash >> 20) & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = hash;
        }
    }
}
