using System.Buffers;
using System.Globalization;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Exports;

/// <summary>
/// RFC 4180, with the lines and quotes that it asks for. An empty text is written as two quotes and a missing value as
/// nothing, so that they stay different. The other way of writing is for spreadsheet programs set to Spanish: a byte
/// order mark, semicolons, decimal commas, and no cell that they would run as a formula.
/// </summary>
internal sealed class CsvRows(Stream stream, bool forExcel) : ExportWriter
{
    private const string LineEnd = "\r\n";

    private static readonly SearchValues<char> Special = SearchValues.Create("\",;\r\n");

    /// <summary>What makes a spreadsheet program take a text for a formula.</summary>
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private readonly TextBuffer _text = new(stream);
    private readonly char _delimiter = forExcel ? ';' : ',';

    public override void Begin(IReadOnlyList<ResultColumn> columns)
    {
        if (forExcel) _text.Add("\uFEFF");
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0) _text.Add(_delimiter);
            AddText(columns[i].Name);
        }
        _text.Add(LineEnd);
    }

    public override void Write(RowReader row)
    {
        for (var i = 0; i < row.Columns.Count; i++)
        {
            if (i > 0) _text.Add(_delimiter);
            if (row.IsMissing(i)) continue;
            var column = row.Columns[i];
            if (column.Type == StoredType.Text) AddText(row.Text(i));
            else if (forExcel) _text.Add(ForExcel(row, i, column));
            else _text.Add(RowText.Of(row, i, column));
        }
        _text.Add(LineEnd);
    }

    public override void End() => _text.Flush();

    private static string ForExcel(RowReader row, int index, ResultColumn column) => column.Type switch
    {
        StoredType.Number => RowText.Of(row, index, column).Replace('.', ','),
        StoredType.Boolean => row.Boolean(index) ? "VERDADERO" : "FALSO",
        // With a blank it is read as a date with a time, with a T as text.
        StoredType.Timestamp or StoredType.Instant => RowText.Of(row, index, column).Replace('T', ' ').TrimEnd('Z'),
        _ => RowText.Of(row, index, column),
    };

    private void AddText(ReadOnlySpan<char> text)
    {
        var formula = forExcel && text.Length > 0 && FormulaStarts.Contains(text[0]) && !IsNumber(text);
        if (text.Length > 0 && !formula && !text.ContainsAny(Special) && text[0] != ' ' && text[^1] != ' ')
        {
            _text.Add(text);
            return;
        }
        _text.Add('"');
        // An apostrophe makes a cell a text; programs do not show it.
        if (formula) _text.Add('\'');
        for (var quote = text.IndexOf('"'); quote >= 0; quote = text.IndexOf('"'))
        {
            _text.Add(text[..(quote + 1)]);
            _text.Add('"');
            text = text[(quote + 1)..];
        }
        _text.Add(text);
        _text.Add('"');
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        foreach (var c in text[1..])
            if (!char.IsAsciiDigit(c) && c is not ('.' or ',')) return false;
        return text[0] is '+' or '-' && text.Length > 1 && char.IsAsciiDigit(text[^1])
            && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
    }
}
