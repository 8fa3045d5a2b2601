using System.Globalization;
using System.Text;
using System.Xml;
using Catalog.Core.Tabular.Archives;

namespace Catalog.Core.Tabular.Sheets;

/// <summary>A workbook of OpenDocument 1.3 (Part 3, §9): its content.xml read as a stream, without entities or a DTD.</summary>
internal sealed class OdsBook : ISheetBook
{
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string TextNamespace = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly ByteSource _source;
    private readonly Limits _limits;
    private readonly List<string> _sheets = [];

    public OdsBook(ByteSource source, Limits limits)
    {
        _source = source;
        _limits = limits;
        Walk((reader, index) =>
        {
            _sheets.Add(reader.GetAttribute("name", Table) ?? "");
            reader.Skip();
            return true;
        });
    }

    public string Format => "ods";

    public IReadOnlyList<string> Sheets => _sheets;

    public IReadOnlyList<(int Row, int Column, int LastRow, int LastColumn)> MergedAreas(int sheet)
    {
        var areas = new List<(int, int, int, int)>();
        Walk((reader, index) =>
        {
            if (index != sheet)
            {
                reader.Skip();
                return true;
            }
            var row = 0;
            Rows(reader, (cells, spans, repeat) =>
            {
                foreach (var (column, wide, high) in spans) areas.Add((row, column, row + high - 1, column + wide - 1));
                row += repeat;
                return areas.Count < 10_000;
            });
            return false;
        });
        return areas;
    }

    public void Read(int sheet, SheetRowHandler onRow, CancellationToken ct) => Walk((reader, index) =>
    {
        if (index != sheet)
        {
            reader.Skip();
            return true;
        }
        Rows(reader, (cells, spans, repeat) =>
        {
            ct.ThrowIfCancellationRequested();
            // The empty rows below a table are written as one row a million times.
            for (var i = 0; i < (cells.Count == 0 ? 1 : repeat); i++) if (!onRow(cells)) return false;
            return true;
        });
        return false;
    });

    private void Walk(Func<XmlReader, int, bool> onSheet)
    {
        using var archive = ZipFile.Archive(_source);
        var entry = archive.GetEntry("content.xml") ?? throw new InvalidDataException("content.xml");
        using var content = new BoundedStream(entry.Open(), _limits.MaxWorkbookBytes);
        try
        {
            using var reader = XmlReader.Create(content, Settings);
            var index = 0;
            var more = reader.Read();
            while (more)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "table" && reader.NamespaceURI == Table)
                {
                    if (!onSheet(reader, index++)) return;
                    more = !reader.EOF;
                }
                else
                {
                    more = reader.Read();
                }
            }
        }
        catch (XmlException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private void Rows(XmlReader reader, Func<List<string>, List<(int Column, int Wide, int High)>, int, bool> onRow)
    {
        var cells = new List<string>();
        var spans = new List<(int, int, int)>();
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "table-row" || reader.NamespaceURI != Table) continue;
            var repeat = Count(reader.GetAttribute("number-rows-repeated", Table), 1024 * 1024);
            cells.Clear();
            spans.Clear();
            if (!reader.IsEmptyElement) Cells(reader, cells, spans);
            while (cells.Count > 0 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
            if (!onRow(cells, spans, repeat)) return;
        }
    }

    private void Cells(XmlReader reader, List<string> cells, List<(int, int, int)> spans)
    {
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.NamespaceURI != Table || reader.LocalName is not ("table-cell" or "covered-table-cell")) continue;
            var repeat = Count(reader.GetAttribute("number-columns-repeated", Table), _limits.MaxTableColumns);
            var wide = Count(reader.GetAttribute("number-columns-spanned", Table), _limits.MaxTableColumns);
            var high = Count(reader.GetAttribute("number-rows-spanned", Table), 1024 * 1024);
            if (wide > 1 || high > 1) spans.Add((cells.Count, wide, high));
            var text = Value(reader);
            for (var i = 0; i < repeat && cells.Count < _limits.MaxTableColumns; i++) cells.Add(text);
        }
    }

    private static int Count(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, most) : 1;

    /// <summary>The value of a cell (§19.385, office:value-type), else the paragraphs that it shows.</summary>
    private static string Value(XmlReader reader)
    {
        var typed = reader.GetAttribute("value-type", Office) switch
        {
            "float" or "percentage" or "currency" when double.TryParse(reader.GetAttribute("value", Office), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => SheetValue.Of(number),
            "date" => reader.GetAttribute("date-value", Office) is { } date ? date.EndsWith("T00:00:00", StringComparison.Ordinal) ? date[..^9] : date : null,
            "time" when reader.GetAttribute("time-value", Office) is { } time => Time(time),
            "boolean" => reader.GetAttribute("boolean-value", Office),
            "string" => reader.GetAttribute("string-value", Office),
            _ => null,
        };
        var shown = Paragraphs(reader);
        return SheetValue.IsError(shown) ? shown : typed ?? shown;
    }

    private static string Time(string duration)
    {
        try
        {
            return SheetValue.Of(XmlConvert.ToTimeSpan(duration));
        }
        catch (FormatException)
        {
            return duration;
        }
    }

    private static string Paragraphs(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = reader.Depth;
        var paragraphs = 0;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                // A remark of somebody beside the cell is not in it.
                if (reader.LocalName == "annotation" && reader.NamespaceURI == Office)
                {
                    using var inner = reader.ReadSubtree();
                    while (inner.Read())
                    {
                    }
                    continue;
                }
                if (reader.NamespaceURI != TextNamespace) continue;
                if (reader.LocalName == "p" && paragraphs++ > 0) text.Append('\n');
                else if (reader.LocalName == "s") text.Append(' ', Count(reader.GetAttribute("c", TextNamespace), 1000));
                else if (reader.LocalName == "tab") text.Append('\t');
                else if (reader.LocalName == "line-break") text.Append('\n');
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && paragraphs > 0)
            {
                text.Append(reader.Value);
            }
        }
        return text.ToString();
    }
}
