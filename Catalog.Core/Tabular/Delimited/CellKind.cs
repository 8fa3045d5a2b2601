namespace Catalog.Core.Tabular.Delimited;

/// <summary>What a cell looks like at a glance, as far as telling columns and headers apart needs it; types are decided elsewhere.</summary>
internal enum CellKind
{
    Empty,
    Number,
    Moment,
    Flag,
    Address,
    Text,
}

internal static class CellKinds
{
    private static readonly string[] Flags = ["true", "false", "yes", "no", "si", "sí", "verdadero", "falso", "t", "f", "y", "n", "s"];

    public static CellKind Of(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        if (cell.IsEmpty || IsNull(cell)) return CellKind.Empty;
        if (IsNumber(cell)) return CellKind.Number;
        if (IsMoment(cell)) return CellKind.Moment;
        foreach (var flag in Flags) if (cell.Equals(flag, StringComparison.OrdinalIgnoreCase)) return CellKind.Flag;
        if (cell.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || cell.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || cell.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return CellKind.Address;
        var at = cell.IndexOf('@');
        return at > 0 && cell.IndexOf(' ') < 0 && cell[at..].IndexOf('.') > 0 ? CellKind.Address : CellKind.Text;
    }

    /// <summary>Words that stand for nothing in columns of numbers and dates.</summary>
    private static bool IsNull(ReadOnlySpan<char> cell) =>
        cell.Length <= 4 && (cell is "-" or "--" or "." or "?" or "\\N" || cell.Equals("null", StringComparison.OrdinalIgnoreCase) || cell.Equals("n/a", StringComparison.OrdinalIgnoreCase)
            || cell.Equals("nan", StringComparison.OrdinalIgnoreCase) || cell.Equals("s/d", StringComparison.OrdinalIgnoreCase) || cell.Equals("na", StringComparison.OrdinalIgnoreCase) || cell.Equals("none", StringComparison.OrdinalIgnoreCase));

    /// <summary>Digits with signs, separators, a currency or percent: "-1.234,56", "$ 12", "5%", "1e-7".</summary>
    private static bool IsNumber(ReadOnlySpan<char> cell)
    {
        if (cell.Length > 40) return false;
        int digits = 0, i = 0;
        while (i < cell.Length && cell[i] is '-' or '+' or '$' or '€' or '£' or '(' or ' ') i++;
        for (; i < cell.Length; i++)
        {
            var c = cell[i];
            if (char.IsAsciiDigit(c)) digits++;
            else if (c is 'e' or 'E' && digits > 0 && i + 1 < cell.Length && (char.IsAsciiDigit(cell[i + 1]) || (cell[i + 1] is '-' or '+' && i + 2 < cell.Length))) i++;
            else if (c is '%' or ')' or '$' or '€' && i >= cell.Length - 2 && digits > 0) continue;
            else if (c is not ('.' or ',' or ' ' or '\u00A0' or '\'') || (c == ' ' && digits == 0)) return false;
        }
        return digits > 0;
    }

    /// <summary>Dates and times: mostly digits, with at least two of one separator, or a time of the day.</summary>
    private static bool IsMoment(ReadOnlySpan<char> cell)
    {
        if (cell.Length is < 4 or > 40 || !char.IsAsciiDigit(cell[0])) return false;
        int digits = 0, dashes = 0, slashes = 0, dots = 0, colons = 0, letters = 0;
        foreach (var c in cell)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c == '-') dashes++;
            else if (c == '/') slashes++;
            else if (c == '.') dots++;
            else if (c == ':') colons++;
            else if (char.IsAsciiLetter(c)) letters++;
            else if (c is not (' ' or '+' or ',')) return false;
        }
        if (digits < 3 || letters > 5) return false;
        return colons is 1 or 2 or 3 || dashes == 2 || slashes == 2 || (dots == 2 && digits is >= 4 and <= 8);
    }
}
