using System.Runtime.InteropServices;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>
/// A 64-bit hash of a cell, the same in every process, so that sketches of two versions of a table can be compared.
/// Folded multiplications, four characters at a time; not for secrets.
/// </summary>
public static class CellHash
{
    private const ulong First = 0xa0761d6478bd642f;
    private const ulong Second = 0xe7037ed1a0b428db;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = First ^ (ulong)text.Length * Second;
        while (text.Length >= 4)
        {
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text)), Second);
            text = text[4..];
        }
        ulong rest = 0;
        foreach (var c in text) rest = rest << 16 | c;
        return Fold(Fold(hash ^ rest, Second) ^ First, First | 1);
    }

    /// <summary>One hash of several: the values of a key.</summary>
    public static ulong Add(ulong hash, ulong next) => Fold(hash ^ next ^ First, Second);

    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
