using System.Globalization;
using System.Text;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Exports;
using Catalog.Core.Tabular.Rows;
using Catalog.Tests.Core.Tabular.Rows;
using CsCheck;

namespace Catalog.Tests.Core.Tabular.Exports;

public sealed class TableExportsTests
{
    private readonly SharedPool _pool = new();

    [OneTimeTearDown]
    public void Close() => _pool.Dispose();

    /// <summary>What goes out as a workbook comes back by the reader of workbooks, cell for cell.</summary>
    [Test]
    public void Workbook_ReadsBackAsItWasWritten()
    {
        IReadOnlyList<StoredColumn> columns =
        [
            new() { Name = "texto <&>", Source = 0, Type = StoredType.Text }, new() { Name = "n", Source = 1, Type = StoredType.Integer },
            new() { Name = "x", Source = 2, Type = StoredType.Number }, new() { Name = "dia", Source = 3, Type = StoredType.Date }, new() { Name = "vale", Source = 4, Type = StoredType.Boolean },
        ];
        object?[][] rows =
        [
            ["año & <b>", 1L, 1.5, new DateOnly(2026, 11, 25), true],
            ["_x0041_", 9007199254740993L, -0.1, new DateOnly(1899, 5, 4), false],
            [null, 7L, null, null, null],
            ["=1+1", -5L, 1e20, new DateOnly(1900, 3, 1), true],
        ];
        using var table = new QueriedTable(columns, rows, _pool);
        var export = Export(table, new QueryText(), ExportFormat.Xlsx);
        var found = (TableResult.Found)TableFile.Open(export.Path, Limits.Default, CancellationToken.None);
        var cells = new List<string[]>();
        found.Tables[0].Read(row => cells.Add(row.ToArray()), CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Tables[0].Columns, Is.EqualTo(columns.Select(c => c.Name)));
            Assert.That(cells.Select(row => row[0]), Is.EqualTo(new[] { "año & <b>", "_x0041_", "", "=1+1" }));
            Assert.That(cells.Select(row => row[1]), Is.EqualTo(new[] { "1", "9007199254740993", "7", "-5" }));
            Assert.That(cells.Select(row => row[3]), Is.EqualTo(new[] { "2026-11-25", "1899-05-04", "", "1900-03-01" }));
        }
    }

    [Test]
    public void CsvOfAnyTable_ReadsBackAsItWasWritten() => RandomTables.Rows.Where(rows => rows.Length > 1).Sample(rows =>
    {
        using var table = new QueriedTable(RandomTables.Columns, rows, _pool);
        var export = Export(table, new QueryText { Select = "*,_row" }, ExportFormat.Csv);
        using var reader = new StreamReader(export.Path, Encoding.UTF8);
        var read = Parse(reader.ReadToEnd());
        Assert.That(read[0], Is.EqualTo(RandomTables.Columns.Select(c => c.Name).Append("_row")));
        // A missing value is nothing, an empty text two quotes.
        Assert.That(read.Skip(1), Is.EqualTo(rows.Select((row, i) => row.Select(RandomTables.Write).Append((i + 1).ToString(CultureInfo.InvariantCulture)))));
    }, iter: 40, threads: 1);

    /// <summary>A spreadsheet program set to Spanish finds no formula in any cell, neither in a header nor in a value, and every text as it is.</summary>
    [Test]
    public void CsvForExcelOfHostileTexts_HasNoFormulaAndLosesNothing() =>
        Gen.Select(Gen.OneOf("=", "+", "-", "@", "\t", "\r", "\n", "＝", "", " ", "'", "\"", ";"), Gen.OneOf("1+1", "cmd|' /C calc'!A0", "5", "1,5", "1.5e3", "SUMA(A1;A2)", "x\ny", "\"=1\"", ""))
            .Select((start, rest) => start + rest).Where(text => text.Length > 0).Array[1, 20].Sample(texts =>
        {
            var name = texts[0].Trim() is { Length: > 0 } trimmed ? trimmed : "x";
            using var table = new QueriedTable([new() { Name = name, Source = 0, Type = StoredType.Text }], [.. texts.Select(text => new object?[] { text })], _pool);
            var written = Encoding.UTF8.GetString(File.ReadAllBytes(Export(table, new QueryText(), ExportFormat.ExcelCsv).Path));
            Assert.That(written[0], Is.EqualTo('\uFEFF'));
            // With one column, semicolons stand only within quotes, as commas do in the other way of writing.
            var cells = Parse(written[1..].Replace(',', '\u0001')).Select(row => row.Single()!.Replace('\u0001', ',')).ToList();
            Assert.That(cells.Zip(texts.Prepend(name)), Has.All.Matches<(string Cell, string Text)>(pair => pair.Cell == pair.Text || pair.Cell == "'" + pair.Text));
            Assert.That(cells.Where(cell => "=+-@\t\r\n＝".Contains(cell[0], StringComparison.Ordinal)), Has.All.Matches(@"^[+-]\d+([.,]\d+)?$"), "numbers alone keep their sign in front");
        }, iter: 60, threads: 1);

    [Test]
    public async Task ExportThatAKilledProcessHalfMade_IsGoneAtTheNextStart_AFinishedOneStays()
    {
        using var table = new QueriedTable([new() { Name = "n", Source = 0, Type = StoredType.Integer }], [[1L]], _pool);
        var finished = await new TableExports(_pool.Folder, table.Queries, _pool.Limits).GetAsync(table.Table, RowQuery.All, ExportFormat.Csv, null, CancellationToken.None);
        var half = Path.Combine(_pool.Folder, "exports", "0123.csv.4567.part");
        // Named, and killed before its note was written.
        var withoutNote = Path.Combine(_pool.Folder, "exports", "89ab.csv");
        await File.WriteAllTextAsync(half, "n\r\n");
        await File.WriteAllTextAsync(withoutNote, "n\r\n1\r\n");
        var again = await new TableExports(_pool.Folder, table.Queries, _pool.Limits).GetAsync(table.Table, RowQuery.All, ExportFormat.Csv, null, CancellationToken.None);
        Assert.That((File.Exists(half), File.Exists(withoutNote), again), Is.EqualTo((false, false, finished)));
    }

    [Test]
    public async Task MoreRowsThanASheetHolds_AreRefused_AndLeaveNothing()
    {
        using var pool = new SharedPool(Limits.Default with { MaxSpreadsheetRows = 3 });
        using var table = new QueriedTable([new() { Name = "n", Source = 0, Type = StoredType.Integer }], [.. Enumerable.Range(0, 4).Select(n => new object?[] { (long)n })], pool);
        var exports = new TableExports(pool.Folder, table.Queries, pool.Limits);
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(() => exports.GetAsync(table.Table, RowQuery.All, ExportFormat.Xlsx, null, CancellationToken.None));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused!.Code, Is.EqualTo(RefusalCodes.Rows));
            Assert.That(Directory.EnumerateFiles(Path.Combine(pool.Folder, "exports")), Is.Empty);
            Assert.That((await exports.GetAsync(table.Table, RowQuery.All, ExportFormat.Xlsx, 3, CancellationToken.None)).Rows, Is.EqualTo(3));
        }
    }

    [Test]
    public async Task LargerExportThanAllowed_IsRefused()
    {
        using var pool = new SharedPool(Limits.Default with { MaxExportBytes = 100 });
        using var table = new QueriedTable([new() { Name = "t", Source = 0, Type = StoredType.Text }], [[new string('x', 200)]], pool);
        var exports = new TableExports(pool.Folder, table.Queries, pool.Limits);
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(() => exports.GetAsync(table.Table, RowQuery.All, ExportFormat.Csv, null, CancellationToken.None));
        Assert.That(refused!.Code, Is.EqualTo(RefusalCodes.Bytes));
    }

    [Test]
    public async Task KeptExports_MakeRoomForNewOnes()
    {
        using var pool = new SharedPool(Limits.Default with { ExportCacheBytes = 1 });
        using var table = new QueriedTable([new() { Name = "n", Source = 0, Type = StoredType.Integer }], [[1L], [2L]], pool);
        var exports = new TableExports(pool.Folder, table.Queries, pool.Limits);
        var first = await exports.GetAsync(table.Table, RowQuery.All, ExportFormat.Csv, null, CancellationToken.None);
        var second = await exports.GetAsync(table.Table, RowQuery.All, ExportFormat.JsonLines, null, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.Exists(first.Path), Is.False);
            Assert.That(File.Exists(second.Path), Is.True);
        }
    }

    [Test]
    public async Task SameExportFromManyAtOnce_IsMadeOnce_AndOutlivesThoseWhoLeave()
    {
        using var table = new QueriedTable([new() { Name = "n", Source = 0, Type = StoredType.Integer }], [.. Enumerable.Range(0, 50_000).Select(n => new object?[] { (long)n })], _pool);
        var exports = new TableExports(_pool.Folder, table.Queries, _pool.Limits);
        using var leaving = new CancellationTokenSource();
        var first = exports.GetAsync(table.Table, RowQuery.All, ExportFormat.Xlsx, null, leaving.Token);
        var others = Enumerable.Range(0, 5).Select(_ => exports.GetAsync(table.Table, RowQuery.All, ExportFormat.Xlsx, null, CancellationToken.None)).ToList();
        await leaving.CancelAsync();
        var done = await Task.WhenAll(others);
        Assert.That(done.Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(done[0].Rows, Is.EqualTo(50_000));
        await first.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private ExportFile Export(QueriedTable table, QueryText text, ExportFormat format) =>
        new TableExports(table.Folder, table.Queries, table.Limits).GetAsync(table.Table, table.Query(text), format, null, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>RFC 4180 in a few lines; null for a cell of nothing at all.</summary>
    private static List<List<string?>> Parse(string text)
    {
        var rows = new List<List<string?>>();
        var row = new List<string?>();
        for (var i = 0; i < text.Length;)
        {
            string? cell = null;
            if (text[i] == '"')
            {
                var value = new StringBuilder();
                for (i++; text[i] != '"' || (i + 1 < text.Length && text[i + 1] == '"'); i++)
                {
                    value.Append(text[i]);
                    if (text[i] == '"') i++;
                }
                i++;
                cell = value.ToString();
            }
            else
            {
                var start = i;
                while (text[i] is not (',' or '\r')) i++;
                if (i > start) cell = text[start..i];
            }
            row.Add(cell);
            if (text[i] == ',')
            {
                i++;
                continue;
            }
            rows.Add(row);
            row = [];
            i += 2;
        }
        return rows;
    }
}
