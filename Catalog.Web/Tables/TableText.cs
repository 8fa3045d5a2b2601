using System.Globalization;
using System.Text.RegularExpressions;
using Catalog.Core.Tabular.Rows;
using Catalog.Web.Language;

namespace Catalog.Web.Tables;

/// <summary>Values of tables as a reader is shown them, and as a reader writes them.</summary>
public static partial class TableText
{
    /// <summary>Characters of a value in a column's summary. 60: what a cell of that table has room for.</summary>
    private const int ShortLength = 60;

    /// <summary>Digits after the point that all numbers of a column get. 2: money; more are shown as they are.</summary>
    private const int EvenDecimals = 2;

    public static string Short(string? value) => value is null ? "" : value.Length <= ShortLength ? value : value[..ShortLength] + "…";

    /// <summary>A cell: numbers with the marks of the reader's language, truth in words, a geometry by its kind. What fits no type stays as it is.</summary>
    public static string Of(TableCell cell, TableColumn column, bool isGeometry, Reader reader) =>
        cell.Text is not { } text ? ""
        : cell.Misfit ? text
        : isGeometry && GeometryKind().Match(text) is { Success: true } kind ? reader.Words.Table.GeometryName(kind.Groups["kind"].Value.ToLowerInvariant())
        : Of(text, column, reader);

    /// <summary>A value that has the type of its column.</summary>
    public static string Of(string text, TableColumn column, Reader reader) => column.Type switch
    {
        StoredType.Integer => Number(text, !column.IsLabel, 0, reader.Words.Numbers),
        StoredType.Number => Number(text, !column.IsLabel, column.Stored.Decimals is > 0 and <= EvenDecimals and var decimals ? decimals : 0, reader.Words.Numbers),
        StoredType.Boolean => text == "true" ? reader.Words.Table.True : reader.Words.Table.False,
        StoredType.Timestamp or StoredType.Instant => text.Replace('T', ' '),
        _ => text,
    };

    /// <summary>A value as the API writes it. "1.000,50" of a Spanish reader is 1000.50, and what is no such number stays what was written.</summary>
    public static string Written(string value, StoredType type, Reader reader)
    {
        if (!type.IsNumeric()) return value;
        var marks = reader.Words.Numbers;
        var (group, point) = (Regex.Escape(marks.NumberGroupSeparator), Regex.Escape(marks.NumberDecimalSeparator));
        return Regex.IsMatch(value, $@"^\s*-?(\d{{1,3}}({group}\d{{3}})+|\d+)({point}\d+)?\s*$", RegexOptions.CultureInvariant)
            ? value.Trim().Replace(marks.NumberGroupSeparator, "", StringComparison.Ordinal).Replace(marks.NumberDecimalSeparator, ".", StringComparison.Ordinal)
            : value;
    }

    /// <summary>Digit by digit: a number on a page is the number of the file, not one that was rounded on its way.</summary>
    private static string Number(string text, bool grouped, int decimals, NumberFormatInfo marks)
    {
        var start = text.StartsWith('-') ? 1 : 0;
        var point = text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? at : text.Length;
        var (whole, fraction) = (text[start..point], point < text.Length ? text[(point + 1)..] : "");
        // Exponents and what is no number.
        if (whole.Length == 0 || !whole.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit)) return text;
        for (var i = whole.Length - 3; grouped && i > 0; i -= 3) whole = whole.Insert(i, marks.NumberGroupSeparator);
        fraction = fraction.PadRight(decimals, '0');
        return text[..start] + whole + (fraction.Length > 0 ? marks.NumberDecimalSeparator + fraction : "");
    }

    [GeneratedRegex("(?:\"type\"\\s*:\\s*\"|^\\s*(?:SRID=\\d+;)?)(?<kind>(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)[\"\\s(]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GeometryKind();
}
