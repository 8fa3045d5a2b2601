using System.Buffers;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Cells;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>What one look at a cell finds out.</summary>
internal struct CellLook
{
    public CellShape Shape;
    public NumberShape Number;
    public DateShape Date;

    /// <summary>The pairs of <see cref="BooleanWords"/> that it may belong to, as bits.</summary>
    public int Yes;

    public int No;

    /// <summary>Of two coordinates: whether the first, and whether the second, can be the latitude.</summary>
    public bool FirstIsLatitude;

    public bool SecondIsLatitude;

    public bool StrongNull;
}

/// <summary>
/// Finds out how a cell is written. The first character decides where to look; a text of words is known for one after a
/// few characters.
/// </summary>
internal static class ShapeReader
{
    /// <summary>Characters of the longest cell that may be anything but text, an address or JSON.</summary>
    private const int MaxPlainLength = 64;

    private static readonly SearchValues<char> DateMarks = SearchValues.Create("/-.:");

    public static void Look(ReadOnlySpan<char> cell, ref CellLook look)
    {
        look.Shape = CellShape.Text;
        var text = cell.Trim();
        if (text.Length == 0) return;
        var first = text[0];
        if (char.IsAsciiDigit(first))
        {
            if (text.Length <= MaxPlainLength) Figures(text, ref look);
        }
        else if (first is '-' or '+' or '.' or ',' or '$' or '€' or '£')
        {
            if (text.Length > MaxPlainLength) return;
            if (NullWords.Is(text, out look.StrongNull)) look.Shape = CellShape.NullWord;
            else if (!Number(text, ref look) && text.Contains(',') && Point(text, ref look)) look.Shape = CellShape.GeoPoint;
        }
        else if (first is '{' or '[')
        {
            look.Shape = Json(text);
        }
        else
        {
            Words(text, ref look);
        }
        if (look.Shape == CellShape.Text && text.Length == 36 && text[8] == '-' && Guid.TryParseExact(text, "D", out _)) look.Shape = CellShape.Uuid;
    }

    private static void Figures(ReadOnlySpan<char> text, ref CellLook look)
    {
        if (Number(text, ref look)) return;
        if (NullWords.Is(text, out look.StrongNull)) look.Shape = CellShape.NullWord;
        else if (text.IndexOfAny(DateMarks) is var mark and >= 1 and <= 4)
        {
            if (DateShapes.TryRead(text, out look.Date)) look.Shape = CellShape.Date;
            else if (text[mark] == ':' && DateShapes.TryTime(text, out var form, out var halves, out var offset, out var micros))
            {
                look.Shape = CellShape.Time;
                look.Date = new DateShape(new DateLayout(DateOrder.YearFirst, '\0', 0, '\0', form, halves, offset), true, true, 0, 0, 0, micros);
            }
            else if (mark == 4 && text.Length == 7 && text[4] == '-' && text[5] is '0' or '1' && IsMonth(text)) look.Shape = CellShape.YearMonth;
            else if (text.Contains(',') && Point(text, ref look)) look.Shape = CellShape.GeoPoint;
            else if (char.IsLetter(text[Math.Min(mark + 1, text.Length - 1)]) && DateShapes.TryReadNamed(text, out look.Date)) look.Shape = CellShape.Date;
        }
        else if (text.Length >= 8 && text.IndexOf(' ') is 1 or 2 && DateShapes.TryReadNamed(text, out look.Date))
        {
            look.Shape = CellShape.Date;
        }
    }

    private static void Words(ReadOnlySpan<char> text, ref CellLook look)
    {
        if (NullWords.Is(text, out look.StrongNull)) look.Shape = CellShape.NullWord;
        // "N" and "S/N" aside, no word is both; a boolean wins where a weak word for nothing is also one.
        if (BooleanWords.Is(text, out look.Yes, out look.No))
        {
            look.Shape = CellShape.BooleanWord;
            return;
        }
        if (look.Shape == CellShape.NullWord) return;
        if (text.Length <= 40 && (text[^1] is >= '0' and <= '9'))
        {
            // "USD 1.500", "May 5, 2020", "lunes 4 de mayo de 2020".
            if (text[0] is 'U' or 'u' or 'A' or 'E' or 'G' && Number(text, ref look)) return;
            if (text.Length >= 9 && IsYearAtEnd(text) && DateShapes.TryReadNamed(text, out look.Date))
            {
                look.Shape = CellShape.Date;
                return;
            }
        }
        if (text[0] is 'h' or 'H' or 'f' && IsUrl(text)) look.Shape = CellShape.Url;
        else if (text.Length <= 254 && text.IndexOf('@') > 0 && EmailAddress.IsValid(text.ToString())) look.Shape = CellShape.Email;
    }

    private static bool Number(ReadOnlySpan<char> text, ref CellLook look)
    {
        if (!NumberShapes.TryRead(text, out look.Number)) return false;
        // Nobody writes a plus before an amount of eight digits; before a telephone number, everybody.
        look.Shape = text[0] == '+' && look.Number.Shape == CellShape.Integer && text.Length > 8 ? CellShape.Code : look.Number.Shape;
        return true;
    }

    private static bool Point(ReadOnlySpan<char> text, ref CellLook look)
    {
        var comma = text.IndexOf(',');
        var left = text[..comma].Trim();
        var right = text[(comma + 1)..].Trim();
        // A pair of whole numbers is a list; coordinates have fractions.
        if (!left.Contains('.') || !right.Contains('.')) return false;
        if (!NumberText.TryNumber(left, '.', null, out var first) || !NumberText.TryNumber(right, '.', null, out var second)) return false;
        look.FirstIsLatitude = Math.Abs(first) <= 90 && Math.Abs(second) <= 180;
        look.SecondIsLatitude = Math.Abs(second) <= 90 && Math.Abs(first) <= 180;
        return look.FirstIsLatitude || look.SecondIsLatitude;
    }

    private static CellShape Json(ReadOnlySpan<char> text)
    {
        if (text[^1] != (text[0] == '{' ? '}' : ']') || !JsonReader.TryParse(text, out var document)) return CellShape.Text;
        using (document)
        {
            return document.RootElement.ValueKind == JsonValueKind.Array ? CellShape.JsonArray
                : JsonReader.IsGeoJson(document.RootElement) ? CellShape.GeoJson : CellShape.JsonObject;
        }
    }

    private static bool IsMonth(ReadOnlySpan<char> text) =>
        int.TryParse(text[..4], out _) && char.IsAsciiDigit(text[6]) && (text[5] == '0' ? text[6] != '0' : text[6] <= '2');

    private static bool IsYearAtEnd(ReadOnlySpan<char> text) => text.Length > 4 && char.IsAsciiDigit(text[^2]) && !char.IsAsciiDigit(text[^5]);

    private static bool IsUrl(ReadOnlySpan<char> text) =>
        (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase))
        && !text.Contains(' ') && Uri.TryCreate(text.ToString(), UriKind.Absolute, out _);
}
