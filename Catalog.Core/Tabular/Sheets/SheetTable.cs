using Catalog.Core.Tabular.Delimited;

namespace Catalog.Core.Tabular.Sheets;

/// <summary>A sheet as a table: titles above it and notes are told from its rows as in a text.</summary>
internal sealed class SheetTable : FoundTable
{
    /// <summary>Rows from which header and width are decided. 400, as in texts.</summary>
    private const int Sampled = 400;

    private readonly ISheetBook _book;
    private readonly int _sheet;
    private readonly int _first;
    private readonly int _end;
    private readonly string[] _columns;

    private SheetTable(ISheetBook book, int sheet, int first, int end, string[] columns, TableReport report)
    {
        _book = book;
        _sheet = sheet;
        _first = first;
        _end = end;
        _columns = columns;
        Report = report;
    }

    public override string Name => _book.Sheets[_sheet];

    public override IReadOnlyList<string> Columns => _columns;

    public override TableDialect? Dialect => null;

    public override TableReport Report { get; }

    internal override FoundTable With(TableReport report) => new SheetTable(_book, _sheet, _first, _end, _columns, report);

    /// <summary>The table of a sheet; null when the sheet is empty.</summary>
    public static SheetTable? Open(ISheetBook book, int sheet, Limits limits, CancellationToken ct)
    {
        var sample = new List<(int Row, string[] Cells)>();
        var at = 0;
        book.Read(sheet, cells =>
        {
            if (cells.Any(c => c.Length > 0)) sample.Add((at, [.. cells]));
            at++;
            return sample.Count < Sampled;
        }, ct);
        if (sample.Count == 0) return null;
        var merged = book.MergedAreas(sheet);
        var width = Math.Max(1, sample.GroupBy(s => s.Cells.Length).MaxBy(g => (g.Count(), g.Key))!.Key);
        var start = TextLayout.FirstOfTable(sample.ConvertAll(s => s.Cells), width);
        var rows = sample.Skip(start).Select(s => s.Cells).ToList();
        var header = new HeaderFinder([.. rows.Select(cells => cells.Length < width ? [.. cells, .. Enumerable.Repeat("", width - cells.Length)] : cells)], width).HeaderRows;
        header = Math.Max(header, MergedHeader(merged, sample[start..], header));
        var headerRows = rows.Take(header).Select((cells, i) => Spread(cells, sample[start + i].Row, merged)).ToList();
        var joined = header == 0 ? [] : ColumnNames.Join(headerRows, 0);
        var first = header < rows.Count ? sample[start + header].Row : int.MaxValue;
        return Make(book, sheet, first, joined, sample.Take(start).Select(s => Say.Shown(string.Join(' ', s.Cells.Where(c => c.Length > 0)))).ToList(), header, merged.Count, width, limits, ct);
    }

    public override void Read(RowHandler onRow, CancellationToken ct)
    {
        var row = new TableRow();
        int at = 0, number = 0;
        _book.Read(_sheet, cells =>
        {
            var line = ++at;
            if (line > _end) return false;
            if (line <= _first || cells.Count == 0) return true;
            row.Clear();
            for (var i = 0; i < _columns.Length; i++) row.Add(i < cells.Count ? cells[i] : "");
            row.Number = ++number;
            row.Line = line;
            row.Written = Math.Min(cells.Count, _columns.Length);
            onRow(row);
            return true;
        }, ct);
    }

    private static SheetTable Make(ISheetBook book, int sheet, int first, string[] header, List<string> preamble, int headerRows, int merged, int width, Limits limits, CancellationToken ct)
    {
        int used = 0, at = 0, blank = 0;
        long rows = 0;
        var log = new RepairLog(limits.MaxRepairExamples);
        var notes = new SheetNotes(width);
        if (first < int.MaxValue)
            book.Read(sheet, cells =>
            {
                if (++at <= first) return true;
                if (cells.Count == 0)
                {
                    blank++;
                    return true;
                }
                if (rows > 0 && notes.Take(at, cells, blank)) return true;
                rows += notes.Release();
                // Blank rows under the table are nothing; those within it are.
                if (blank > 0) log.Add(TableRepairCodes.BlankLine, rows, at, "", blank);
                blank = 0;
                rows++;
                used = Math.Max(used, cells.Count);
                for (var i = 0; i < cells.Count; i++) if (SheetValue.IsError(cells[i])) log.Add(TableRepairCodes.ErrorCell, rows, at, cells[i]);
                return true;
            }, ct);
        var columns = Math.Min(limits.MaxTableColumns, Math.Max(used, header.Length));
        var (names, changed) = ColumnNames.Distinct(header, columns);
        if (changed > 0 && headerRows > 0) log.Add(TableRepairCodes.ColumnName, 0, 0, string.Join(", ", names), changed);
        if (merged > 0) log.Add(TableRepairCodes.MergedCells, 0, 0, "", merged);
        var report = new TableReport
        {
            Format = book.Format,
            Evidence =
            [
                Say.Evidence(TableEvidenceCodes.Format, $"Hoja «{book.Sheets[sheet]}» de una planilla {book.Format}.", $"Sheet “{book.Sheets[sheet]}” of a workbook ({book.Format})."),
                headerRows == 0 ? Say.Evidence(TableEvidenceCodes.Header, "Sin encabezado: la primera fila se parece a las demás.", "No header: the first row looks like the others.") : Say.Evidence(TableEvidenceCodes.Header, $"Encabezado de {headerRows} filas.", $"A header of {headerRows} rows."),
            ],
            Repairs = log.ToList(),
            Rows = rows,
            Columns = columns,
            ExtraColumns = headerRows == 0 ? 0 : Math.Max(0, columns - header.Length),
            Preamble = preamble,
            Footer = notes.Footer,
            Header = header,
        };
        return new SheetTable(book, sheet, first, notes.End, names, report);
    }

    /// <summary>A cell of the header that is merged over several columns says that the row below it is header too.</summary>
    private static int MergedHeader(IReadOnlyList<(int Row, int Column, int LastRow, int LastColumn)> merged, List<(int Row, string[] Cells)> rows, int header)
    {
        if (header == 0) return 0;
        var top = rows[0].Row;
        var last = merged.Where(m => m.Row == top && m.LastRow - top < 6).Select(m => m.LastColumn > m.Column ? m.LastRow + 1 : m.LastRow).DefaultIfEmpty(top).Max();
        var needed = rows.TakeWhile(r => r.Row <= last).Count();
        return needed > header && needed < rows.Count && rows.Take(needed).All(r => r.Cells.All(c => CellKinds.Of(c) is CellKind.Text or CellKind.Empty)) ? needed : header;
    }

    // What a merged area shows stands in its first cell only, and counts for all of its columns.
    private static string[] Spread(string[] cells, int row, IReadOnlyList<(int Row, int Column, int LastRow, int LastColumn)> merged)
    {
        var spread = cells.ToList();
        foreach (var area in merged)
        {
            if (row != area.Row || area.Column >= cells.Length || area.LastColumn - area.Column > 1000) continue;
            while (spread.Count <= area.LastColumn) spread.Add("");
            for (var i = area.Column + 1; i <= area.LastColumn; i++) if (spread[i].Length == 0) spread[i] = cells[area.Column];
        }
        return [.. spread];
    }
}
