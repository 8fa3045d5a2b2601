using System.Text.RegularExpressions;
using Catalog.Core;
using CsvHelper;

namespace Catalog.Web.Preview;

/// <summary>The first rows of a table, and what was assumed to read them.</summary>
public sealed partial record TablePreview
{
    public required IReadOnlyList<string> Columns { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>For each shown column: whether all its values look like numbers, which stand better at the right.</summary>
    public required IReadOnlyList<bool> Numeric { get; init; }

    public required string EncodingName { get; init; }

    public required bool EncodingGuessed { get; init; }

    public required char Separator { get; init; }

    /// <summary>Columns in the file, shown or not.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>There is more in the file than is shown.</summary>
    public required bool HasMoreRows { get; init; }

    /// <summary>Reads the beginning of a file; null when it is not a table of text.</summary>
    /// <param name="bytes">The beginning of the file.</param>
    /// <param name="whole">Whether that is all of it.</param>
    public static TablePreview? Read(ReadOnlySpan<byte> bytes, bool whole, Limits limits)
    {
        if (TextEncoding.Of(bytes) is not { } encoding) return null;
        var text = encoding.Encoding.GetString(bytes[encoding.PreambleLength..]);
        // A row that is cut in the middle would be shown as a short one.
        if (!whole && text.LastIndexOf('\n') is > 0 and var end) text = text[..(end + 1)];
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { DetectSeparatorHint = true });
        try
        {
            return Read(reader, encoding, whole, limits);
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    private static TablePreview? Read(CsvReader reader, TextEncoding encoding, bool whole, Limits limits)
    {
        var headers = reader.Headers;
        if (headers.Count == 0) return null;
        var shown = Math.Min(headers.Count, limits.PreviewColumns);
        var rows = new List<string[]>();
        var more = false;
        while (reader.Read())
        {
            if (rows.Count == limits.PreviewRows)
            {
                more = true;
                break;
            }
            var row = new string[shown];
            for (var i = 0; i < shown; i++) row[i] = i < reader.FieldCount ? Cell(reader.GetString(i), limits) : "";
            rows.Add(row);
        }
        return new TablePreview
        {
            Columns = [.. headers.Take(shown).Select(h => Cell(h, limits))],
            Rows = rows,
            Numeric = [.. Enumerable.Range(0, shown).Select(i => IsNumeric(rows, i))],
            EncodingName = encoding.Name,
            EncodingGuessed = encoding.Guessed,
            Separator = reader.Separator,
            ColumnCount = headers.Count,
            HasMoreRows = more || !whole,
        };
    }

    private static string Cell(string value, Limits limits)
    {
        var text = value.Trim();
        return text.Length <= limits.PreviewCellLength ? text : text[..limits.PreviewCellLength] + "…";
    }

    private static bool IsNumeric(List<string[]> rows, int column)
    {
        var seen = false;
        foreach (var row in rows)
        {
            if (row[column].Length == 0) continue;
            if (!NumberShape().IsMatch(row[column])) return false;
            seen = true;
        }
        return seen;
    }

    // Signs and money before, percent after; dates and telephone numbers are no numbers.
    [GeneratedRegex(@"^[-+]?[$€]?\s?\d[\d.,]*\s?%?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberShape();
}
