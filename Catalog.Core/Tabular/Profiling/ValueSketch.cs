using System.Numerics;
using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>
/// What is remembered of the different values of a column beyond those that are kept: how many they are about
/// (HyperLogLog, Flajolet et al. 2007, 2^12 registers, standard error 1.6 %), and a sample that tells how alike two
/// columns are: the smallest hashes of all, the same for the same values in any order.
/// </summary>
internal sealed class ValueSketch
{
    private const int Bits = 12;
    private const int SampleSize = 64;

    private readonly ulong[] _smallest = new ulong[SampleSize];
    private byte[]? _registers;
    private int _kept;

    /// <summary>Takes a hash of a value into the sample.</summary>
    public void Sample(ulong hash)
    {
        if (_kept == SampleSize && hash >= _smallest[^1]) return;
        var at = Array.BinarySearch(_smallest, 0, _kept, hash);
        if (at >= 0) return;
        at = ~at;
        var end = Math.Min(_kept, SampleSize - 1);
        Array.Copy(_smallest, at, _smallest, at + 1, end - at);
        _smallest[at] = hash;
        _kept = Math.Min(_kept + 1, SampleSize);
    }

    public void Count(ulong hash)
    {
        _registers ??= new byte[1 << Bits];
        var register = (int)(hash >> (64 - Bits));
        var rank = (byte)(BitOperations.LeadingZeroCount(hash << Bits | 1UL << (Bits - 1)) + 1);
        if (rank > _registers[register]) _registers[register] = rank;
    }

    /// <summary>About how many different hashes were counted.</summary>
    public long Estimate()
    {
        if (_registers is null) return 0;
        var (sum, zeros) = (0.0, 0);
        foreach (var rank in _registers)
        {
            sum += Math.ScaleB(1, -rank);
            if (rank == 0) zeros++;
        }
        double m = _registers.Length;
        var raw = 0.7213 / (1 + 1.079 / m) * m * m / sum;
        return (long)Math.Round(raw <= 2.5 * m && zeros > 0 ? m * Math.Log(m / zeros) : raw);
    }

    public ValueList<ulong> Smallest() => ValueList.Of<ulong>(_smallest.AsSpan(0, _kept));
}
