using System.Globalization;

namespace Catalog.Core.Tabular.Cells;

/// <summary>Numbers as people write them: with a decimal comma, grouped digits, a sign of currency or percent around them.</summary>
internal static class NumberText
{
    /// <summary>Characters of the longest number that is read. 400: a double written out in full has 325.</summary>
    private const int MaxLength = 400;

    private static readonly double[] Tens = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    public static bool TryInteger(ReadOnlySpan<char> text, char? group, out long value)
    {
        value = 0;
        if (text.Length == 0) return false;
        var at = text[0] is '-' or '+' ? 1 : 0;
        var negative = text[0] == '-';
        var start = at;
        var sinceGroup = -1;
        ulong sum = 0;
        for (; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit <= 9)
            {
                // Nineteen digits stay below 2^64, so only the comparison at the end has to be careful.
                if (sum > 922_337_203_685_477_580) return false;
                sum = sum * 10 + digit;
                if (sinceGroup >= 0) sinceGroup++;
            }
            else if (group is not null && IsGroup(text[at], group.Value) && GroupMayEnd(sinceGroup, at - start))
            {
                sinceGroup = 0;
            }
            else
            {
                return false;
            }
        }
        if (at == start || (sinceGroup >= 0 && sinceGroup != 3)) return false;
        if (sum > (negative ? 9_223_372_036_854_775_808UL : long.MaxValue)) return false;
        value = negative ? (long)(0 - sum) : (long)sum;
        return true;
    }

    public static bool TryNumber(ReadOnlySpan<char> text, char decimalChar, char? group, out double value)
    {
        value = 0;
        if (text.Length is 0 or > MaxLength) return false;
        var negative = text[0] == '-';
        var start = text[0] is '-' or '+' ? 1 : 0;
        ulong sum = 0;
        var (digits, significant, scale, sinceGroup, exact) = (0, 0, -1, -1, true);
        var at = start;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            var digit = (uint)(c - '0');
            if (digit <= 9)
            {
                digits++;
                if (sum > 0 || digit > 0) significant++;
                if (significant <= 18) sum = sum * 10 + digit;
                else exact = false;
                if (scale >= 0) scale++;
                else if (sinceGroup >= 0) sinceGroup++;
            }
            else if (c == decimalChar && scale < 0)
            {
                if (sinceGroup >= 0 && sinceGroup != 3) return false;
                scale = 0;
            }
            else if (group is not null && scale < 0 && IsGroup(c, group.Value) && GroupMayEnd(sinceGroup, at - start))
            {
                sinceGroup = 0;
            }
            else
            {
                break;
            }
        }
        if (digits == 0) return at == start && IsSpecial(text[start..], negative, out value);
        if (scale < 0 && sinceGroup >= 0 && sinceGroup != 3) return false;
        if (at < text.Length && !IsExponent(text[at..])) return false;
        // Both are exact in a double, so their quotient is the nearest double there is (IEEE 754 §5.4.1).
        if (at == text.Length && exact && sum <= 1UL << 53 && scale <= 22)
        {
            var magnitude = scale > 0 ? sum / Tens[scale] : sum;
            value = negative ? -magnitude : magnitude;
            return true;
        }
        return Slow(text, decimalChar, group, out value);
    }

    /// <summary>What is left of a number when signs, words and units around it are taken off (Table Schema's bareNumber).</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> text, char decimalChar, out bool negative)
    {
        negative = false;
        var start = 0;
        while (start < text.Length && !char.IsAsciiDigit(text[start]) && !(start + 1 < text.Length && text[start] == decimalChar && char.IsAsciiDigit(text[start + 1])))
        {
            if (text[start] == '-') negative = !negative;
            start++;
        }
        var end = text.Length;
        while (end > start && !char.IsAsciiDigit(text[end - 1])) end--;
        return text[start..end];
    }

    // The first group has one to three digits, every further one three.
    private static bool GroupMayEnd(int sinceGroup, int before) => sinceGroup < 0 ? before is >= 1 and <= 3 : sinceGroup == 3;

    private static bool IsGroup(char c, char group) => c == group || (group == ' ' && c is '\u00A0' or '\u202F' or '\u2009') || (group == '\'' && c == '’');

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        if (text[0] is not ('e' or 'E')) return false;
        var at = 1;
        if (at < text.Length && text[at] is '-' or '+') at++;
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at == text.Length && at > start && at - start <= 4;
    }

    private static bool IsSpecial(ReadOnlySpan<char> text, bool negative, out double value)
    {
        value = text.Equals("nan", StringComparison.OrdinalIgnoreCase) ? double.NaN : negative ? double.NegativeInfinity : double.PositiveInfinity;
        return double.IsNaN(value) ? !negative : text.Equals("inf", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Slow(ReadOnlySpan<char> text, char decimalChar, char? group, out double value)
    {
        Span<char> plain = stackalloc char[MaxLength];
        var length = 0;
        foreach (var c in text)
        {
            if (c == decimalChar) plain[length++] = '.';
            else if (group is null || !IsGroup(c, group.Value)) plain[length++] = c;
        }
        return double.TryParse(plain[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
