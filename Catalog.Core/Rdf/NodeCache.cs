using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Catalog.Core.Rdf;

/// <summary>
/// Terms by the bytes that name them, so that a name that comes again is the same object and costs no memory. It is
/// bounded: four places for each hash, of which the one unused for longest goes. Names that are chosen to collide
/// therefore only push each other out; they cannot make it slow or large.
/// </summary>
internal sealed class NodeCache
{
    /// <summary>Places at first. 1,024: the names of a small document.</summary>
    private const int FirstSize = 1024;

    /// <summary>Places at most. 16,384: vocabularies have hundreds of names, and subjects come again soon or never.</summary>
    private const int MaxSize = 16 * 1024;

    /// <summary>Bytes of the longest name kept. 512, so that the cache never exceeds some 30 MB.</summary>
    private const int MaxKeyLength = 512;

    private const int Ways = 4;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private Entry[] _entries = new Entry[FirstSize];
    private int _count;

    /// <param name="kind">What sort of name it is: the same bytes may name different things.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RdfNode? Find(ReadOnlySpan<byte> key, int kind)
    {
        var hash = HashOf(key, kind);
        var set = SetOf(_entries, hash);
        for (var way = 0; way < set.Length; way++)
        {
            ref var entry = ref set[way];
            if (entry.Key is null) return null;
            if (entry.Hash != hash || entry.Kind != kind || !key.SequenceEqual(entry.Key)) continue;
            if (way == 0) return entry.Node;
            var found = entry;
            set[..way].CopyTo(set[1..]);
            set[0] = found;
            return found.Node;
        }
        return null;
    }

    /// <summary>Keeps a node under a name that <see cref="Find"/> did not know.</summary>
    public RdfNode Add(ReadOnlySpan<byte> key, int kind, RdfNode node)
    {
        if (key.Length > MaxKeyLength) return node;
        if (_count >= _entries.Length && _entries.Length < MaxSize) Grow();
        Put(_entries, new Entry(HashOf(key, kind), kind, key.ToArray(), node));
        _count++;
        return node;
    }

    private void Grow()
    {
        var larger = new Entry[_entries.Length * 4];
        // Backwards: what was used last in a set is put last, and so comes first again.
        for (var i = _entries.Length - 1; i >= 0; i--)
            if (_entries[i].Key is not null) Put(larger, _entries[i]);
        _entries = larger;
    }

    private static void Put(Entry[] entries, Entry entry)
    {
        var set = SetOf(entries, entry.Hash);
        set[..(Ways - 1)].CopyTo(set[1..]);
        set[0] = entry;
    }

    private static Span<Entry> SetOf(Entry[] entries, uint hash) => entries.AsSpan((int)(hash & (uint)(entries.Length / Ways - 1)) * Ways, Ways);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint HashOf(ReadOnlySpan<byte> key, int kind)
    {
        var hash = (((ulong)(uint)kind << 32) | (uint)key.Length) * Factor;
        while (key.Length >= sizeof(ulong))
        {
            hash = BitOperations.RotateLeft(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(key), 23) * Factor;
            key = key[sizeof(ulong)..];
        }
        ulong rest = 0;
        foreach (var b in key) rest = (rest << 8) | b;
        hash = BitOperations.RotateLeft(hash ^ rest, 23) * Factor;
        return (uint)(hash >> 32);
    }

    private readonly record struct Entry(uint Hash, int Kind, byte[] Key, RdfNode Node);
}
