using System.Globalization;
using System.IO.Compression;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Exports;

/// <summary>
/// A workbook of one sheet (ECMA-376 Part 1), written row by row. Numbers, dates and truth values are cells of their
/// kind; whatever a spreadsheet would round or misread goes in as text. No clock in it: equal rows, equal bytes.
/// </summary>
internal sealed class SpreadsheetRows(Stream stream) : ExportWriter, IDisposable
{
    /// <summary>Characters of a cell, as Excel's specification says.</summary>
    private const int MaxCellLength = 32_767;

    /// <summary>The largest integer that a double, which every number of a sheet is, shows with all its 15 digits.</summary>
    private const long MaxInteger = 999_999_999_999_999;

    /// <summary>From here on, serial days agree with the calendar: the sheet's year 1900 has a 29 February.</summary>
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private Stream? _entry;
    private TextBuffer _sheet = null!;
    private long _row;

    public override void Begin(IReadOnlyList<ResultColumn> columns)
    {
        foreach (var (name, content) in SpreadsheetParts.All) WritePart(name, content);
        _entry = Open("xl/worksheets/sheet1.xml");
        _sheet = new TextBuffer(_entry);
        _sheet.Add(SpreadsheetParts.SheetStart);
        BeginRow();
        foreach (var column in columns) Text(column.Name);
        _sheet.Add("</row>");
    }

    public override void Write(RowReader row)
    {
        BeginRow();
        for (var i = 0; i < row.Columns.Count; i++)
        {
            if (row.IsMissing(i)) _sheet.Add("<c/>");
            else Cell(row, i, row.Columns[i]);
        }
        _sheet.Add("</row>");
    }

    public override void End()
    {
        _sheet.Add(SpreadsheetParts.SheetEnd);
        _sheet.Flush();
        _entry!.Dispose();
        _zip.Dispose();
    }

    public void Dispose()
    {
        _entry?.Dispose();
        _zip.Dispose();
    }

    private void BeginRow()
    {
        _row++;
        _sheet.Add("<row r=\"");
        _sheet.Add(_row.ToString(CultureInfo.InvariantCulture));
        _sheet.Add("\">");
    }

    private void Cell(RowReader row, int index, ResultColumn column)
    {
        switch (column.Type)
        {
            case StoredType.Integer or StoredType.Number when column.Digits:
                var digits = row.Text(index);
                if (digits.Count(char.IsAsciiDigit) <= 15) Value(digits, "");
                else Text(digits);
                break;
            case StoredType.Integer when row.Integer(index) is >= -MaxInteger and <= MaxInteger:
                Value(RowText.Of(row, index, column), "");
                break;
            case StoredType.Number when double.IsFinite(row.Number(index)):
                Value(RowText.Of(row, index, column), "");
                break;
            case StoredType.Boolean:
                Value(row.Boolean(index) ? "1" : "0", " t=\"b\"");
                break;
            case StoredType.Date when row.Date(index) >= FirstDay:
                Value((row.Date(index).DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture), " s=\"1\"");
                break;
            // A day's fraction holds milliseconds; what is finer goes as text.
            case StoredType.Timestamp or StoredType.Instant when row.Timestamp(index) is var moment && DateOnly.FromDateTime(moment) >= FirstDay && moment.Ticks % TimeSpan.TicksPerMillisecond == 0:
                var days = (decimal)(moment.Ticks - DayZero.ToDateTime(default).Ticks) / TimeSpan.TicksPerDay;
                Value(Math.Round(days, 11).ToString("0.###########", CultureInfo.InvariantCulture), " s=\"2\"");
                break;
            default:
                Text(RowText.Of(row, index, column));
                break;
        }
    }

    private void Value(string value, string attributes)
    {
        _sheet.Add("<c");
        _sheet.Add(attributes);
        _sheet.Add("><v>");
        _sheet.Add(value);
        _sheet.Add("</v></c>");
    }

    private void Text(string text)
    {
        if (text.Length > MaxCellLength)
            throw new QueryRefusedException(RefusalCodes.Cell, $"A text of row {_row - 1} has {text.Length} characters; a cell of a spreadsheet holds {MaxCellLength}. Leave the column out, or take CSV.");
        _sheet.Add("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        _sheet.Add(SpreadsheetParts.Escape(text));
        _sheet.Add("</t></is></c>");
    }

    private void WritePart(string name, string content)
    {
        using var part = Open(name);
        part.Write(System.Text.Encoding.UTF8.GetBytes(content));
    }

    private Stream Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        // The earliest that ZIP can say.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }
}
