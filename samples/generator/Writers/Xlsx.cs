using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Samples.Generator.Writers;

/// <summary>
/// The least workbook that spreadsheets open (ECMA-376 part 1): one sheet, strings inline, dates as serial numbers with
/// a style. Every entry carries the same time, so that the same table gives the same bytes.
/// </summary>
internal static class Xlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /// <summary>1980 is the first year that ZIP can write (APPNOTE §4.4.6).</summary>
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Bytes(Table table)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Entry(zip, "[Content_Types].xml",
                $"<Types xmlns=\"{Package}/content-types\">" +
                "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
                "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
                "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>" +
                "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>" +
                "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
            Entry(zip, "_rels/.rels",
                $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Entry(zip, "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"datos\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Entry(zip, "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/>" +
                $"<Relationship Id=\"rId2\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
            Entry(zip, "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>" +
                "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/>" +
                "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            Entry(zip, "xl/worksheets/sheet1.xml", Sheet(table));
        }

        return memory.ToArray();
    }

    private static void Entry(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(Head + xml));
    }

    private static string Sheet(Table table)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        Row(xml, 1, [.. table.Columns.Select(c => (object?)c.Name)]);
        for (var i = 0; i < table.Rows.Count; i++)
            Row(xml, i + 2, table.Rows[i]);
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Row(StringBuilder xml, int number, object?[] values)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        for (var i = 0; i < values.Length; i++)
            if (values[i] is { } value)
                Cell(xml, Letters(i) + number.ToString(CultureInfo.InvariantCulture), value);
        xml.Append("</row>");
    }

    private static void Cell(StringBuilder xml, string at, object value)
    {
        if (value is int or long or decimal)
            xml.Append($"<c r=\"{at}\"><v>{Cells.Text(value)}</v></c>");
        else if (value is DateOnly date)
            xml.Append($"<c r=\"{at}\" s=\"1\"><v>{Cells.Text(Serial(date))}</v></c>");
        else if (value is DateTime time)
            xml.Append($"<c r=\"{at}\" s=\"2\"><v>{Cells.Text(Serial(time))}</v></c>");
        else
            xml.Append($"<c r=\"{at}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(Cells.Text(value))}</t></is></c>");
    }

    /// <summary>Days since 30 December 1899, the date system 1900 of spreadsheets after February 1900.</summary>
    private static int Serial(DateOnly date) => date.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    private static decimal Serial(DateTime time) =>
        Serial(DateOnly.FromDateTime(time)) + decimal.Round((decimal)time.TimeOfDay.TotalSeconds / 86400, 8);

    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";
}
