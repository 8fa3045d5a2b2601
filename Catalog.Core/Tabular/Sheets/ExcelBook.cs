using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Catalog.Core.Tabular.Sheets;

/// <summary>A workbook of Excel, new (xlsx, xlsb) or old (xls). Formulas show the values that Excel stored.</summary>
internal sealed class ExcelBook : ISheetBook
{
    private readonly ByteSource _source;
    private readonly List<string> _sheets = [];
    private IReadOnlyDictionary<(int, int, int), string>? _errors;
    private readonly List<IReadOnlyList<(int, int, int, int)>> _merged = [];

    public ExcelBook(ByteSource source, string format)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _source = source;
        Format = format;
        Guarded(reader =>
        {
            do
            {
                _sheets.Add(reader.Name ?? "");
                _merged.Add([.. (reader.MergeCells ?? []).Select(m => (m.FromRow, m.FromColumn, m.ToRow, m.ToColumn))]);
            }
            while (reader.NextResult());
        });
    }

    public string Format { get; }

    public IReadOnlyList<string> Sheets => _sheets;

    public IReadOnlyList<(int Row, int Column, int LastRow, int LastColumn)> MergedAreas(int sheet) => _merged[sheet];

    public void Read(int sheet, SheetRowHandler onRow, CancellationToken ct) => Guarded(reader =>
    {
        for (var i = 0; i < sheet; i++) if (!reader.NextResult()) return;
        var cells = new List<string>();
        for (var row = 0; reader.Read(); row++)
        {
            ct.ThrowIfCancellationRequested();
            cells.Clear();
            for (var i = 0; i < reader.FieldCount; i++) cells.Add(Text(reader, i));
            if (Errors.Count > 0) AddErrors(cells, sheet, row);
            while (cells.Count > 0 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
            if (!onRow(cells)) return;
        }
    });

    /// <summary>The library gives nothing where a formula failed; the error is a value of the sheet like any other.</summary>
    private IReadOnlyDictionary<(int Sheet, int Row, int Column), string> Errors => _errors ??= Format == "xlsx" ? ExcelErrors.Of(_source) : new Dictionary<(int, int, int), string>();

    private void AddErrors(List<string> cells, int sheet, int row)
    {
        for (var i = 0; i < cells.Count; i++)
            if (cells[i].Length == 0 && Errors.TryGetValue((sheet, row, i), out var error)) cells[i] = error;
    }

    private static string Text(IExcelDataReader reader, int column)
    {
        return reader.GetValue(column) switch
        {
            null => "",
            string text => text,
            DateTime moment => SheetValue.Of(moment),
            TimeSpan time => SheetValue.Of(time),
            bool flag => flag ? "true" : "false",
            double number => SheetValue.Of(number),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString() ?? "",
        };
    }

    /// <summary>
    /// The library meets damaged workbooks with whatever exception the damage leads to; each of these means the same to
    /// us, that the bytes are broken.
    /// </summary>
    private void Guarded(Action<IExcelDataReader> work)
    {
        using var stream = _source.Open();
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(1252), LeaveOpen = true });
            work(reader);
        }
        catch (InvalidPasswordException e)
        {
            throw new SheetEncryptedException(e);
        }
        catch (Exception e) when (e is ExcelReaderException or HeaderException or CompoundDocumentException or System.Xml.XmlException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException
            or InvalidOperationException or NullReferenceException or KeyNotFoundException or InvalidCastException or NotSupportedException or EndOfStreamException or NotImplementedException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
