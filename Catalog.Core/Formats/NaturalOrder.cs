namespace Catalog.Core.Formats;

/// <summary>The order in which people count: "2" before "10"; otherwise by code unit, the same on every machine.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var order = char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]) ? Numbers(ref left, ref right) : left[0].CompareTo(right[0]);
            if (order != 0) return order;
            if (left.IsEmpty || right.IsEmpty) break;
            left = left[1..];
            right = right[1..];
        }
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(x, y);
    }

    /// <summary>Compares the numbers at the beginning, and leaves the last digit of equal ones.</summary>
    private static int Numbers(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var one = Digits(left);
        var other = Digits(right);
        var a = left[..one].TrimStart('0');
        var b = right[..other].TrimStart('0');
        var order = a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
        left = left[(one - 1)..];
        right = right[(other - 1)..];
        return order;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
