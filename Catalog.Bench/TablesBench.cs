using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Exports;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Rows;
using DuckDB.NET.Data;

namespace Catalog.Bench;

/// <summary>
/// A generated CSV: sniffed, held against a schema and written as typed Parquet, beside DuckDB's own reading and
/// writing of it and csvkit's csvstat in the same run; then queries of it, and every export twice.
/// </summary>
internal static class TablesBench
{
    private const int Rounds = 3;

    /// <summary>Rows that csvstat is given: its pace does not grow with the file, and a million take it minutes.</summary>
    private const int CsvstatRows = 50_000;

    private const int QueryRounds = 40;

    public static async Task RunAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("catalog-bench-").FullName;
        try
        {
            var csv = Path.Combine(folder, "reclamos.csv");
            GeneratedTable.Write(csv, rows);
            Print("file", $"{new FileInfo(csv).Length / 1e6:0.0} MB, {rows} rows x 12 columns");
            var table = Load(csv, folder, rows);
            await AskAsync(table, folder, rows);
            await ExportAsync(table, folder, rows);
            Print("peak memory of everything in one process", PeakMemory());
            Csvstat(folder, rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static StoredTable Load(string csv, string folder, int rows)
    {
        var parquet = Path.Combine(folder, "ours.parquet");
        var (typed, first) = Ours(csv, parquet);
        Print("first load (cold), peak memory", $"{first.TotalSeconds:0.00} s, {PeakMemory()}");
        List<double> ours = [], theirs = [];
        for (var round = 0; round < Rounds; round++)
        {
            theirs.Add(Theirs(csv, Path.Combine(folder, "theirs.parquet")).TotalSeconds);
            (typed, var time) = Ours(csv, parquet);
            ours.Add(time.TotalSeconds);
        }
        var ratios = ours.Zip(theirs, (a, b) => a / b).Order().ToList();
        Print("sniff + check + typed Parquet", string.Create(CultureInfo.InvariantCulture, $"{ours.Min():0.00} to {ours.Max():0.00} s, {rows / ours.Min():0} rows/s, {new FileInfo(parquet).Length / 1e6:0.0} MB; {typed.RowCount} rows, {typed.Report.Errors} errors, {typed.Misfits.Sum()} misfits"));
        Print("DuckDB read_csv -> Parquet", string.Create(CultureInfo.InvariantCulture, $"{theirs.Min():0.00} to {theirs.Max():0.00} s"));
        Print("ours / DuckDB, round by round", string.Join(", ", ratios.Select(ratio => ratio.ToString("0.00", CultureInfo.InvariantCulture))));
        var watch = Stopwatch.StartNew();
        TableProfiler.Profile(((TableResult.Found)TableFile.Open(csv, Limits.Default, CancellationToken.None)).Tables[0], Limits.Default, CancellationToken.None);
        Print("sniff + inference from all cells", $"{watch.Elapsed.TotalSeconds:0.00} s");
        return new StoredTable { Path = parquet, Sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(parquet))), Version = 1, RowCount = typed.RowCount, Columns = typed.Columns };
    }

    private static (TypedTable Table, TimeSpan Time) Ours(string csv, string parquet)
    {
        File.Delete(parquet);
        var watch = Stopwatch.StartNew();
        var found = (TableResult.Found)TableFile.Open(csv, Limits.Default, CancellationToken.None);
        var typed = TypedTableWriter.Write(found.Tables[0], GeneratedTable.Schema, MisfitPolicy.Companion, parquet, [], _ => null, Limits.Default, CancellationToken.None);
        return (typed, watch.Elapsed);
    }

    private static TimeSpan Theirs(string csv, string parquet)
    {
        File.Delete(parquet);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SET threads = 2";
        command.ExecuteNonQuery();
        command.CommandText = $"COPY (SELECT * FROM read_csv('{csv}')) TO '{parquet}' (FORMAT parquet, COMPRESSION zstd)";
        var watch = Stopwatch.StartNew();
        command.ExecuteNonQuery();
        return watch.Elapsed;
    }

    private static async Task AskAsync(StoredTable table, string folder, int rows)
    {
        using var pool = new QueryPool(folder, Limits.Default);
        var queries = new TableQueries(pool, Limits.Default);
        var random = new Random(11);
        var all = new List<double>();
        foreach (var (name, text) in new (string, Func<QueryText>)[]
        {
            ("filter", () => new QueryText { Filters = [$"and(barrio.eq.Palermo,monto.gt.{random.Next(1_000_000)},fecha.ge.2020-01-01)"] }),
            ("narrow filter", () => new QueryText { Filters = [$"id.eq.{random.Next(rows) + 1}"] }),
            ("group", () => new QueryText { Group = "barrio", Aggregate = "count,sum(monto),avg(monto)", Filters = [$"comuna.le.{random.Next(8, 16)}"] }),
            ("group by month", () => new QueryText { Group = "month(fecha)", Aggregate = "count", Filters = [$"comuna.le.{random.Next(8, 16)}"] }),
            ("top 100", () => new QueryText { Sort = "monto.desc", Filters = [$"comuna.eq.{random.Next(1, 16)}"] }),
            ("top 100 of all", () => new QueryText { Sort = "monto.desc" }),
        })
            all.AddRange(await MeasureAsync(name, table, queries, text, _ => null));
        all.AddRange(await MeasureAsync("page 5,000", table, queries, () => new QueryText(), query => PageAt(table, query, Math.Min(499_900, rows / 2))));
        all.AddRange(await MeasureAsync("page 5,000 by date", table, queries, () => new QueryText { Sort = "fecha" }, query => PageAt(table, query, "2020-01-01", Math.Min(499_900, rows / 2))));
        Print("all of these, p95", string.Create(CultureInfo.InvariantCulture, $"{Percentile(all, 0.95):0.0} ms"));
        await MeasureAsync("full-text", table, queries, () => new QueryText { Words = "arbol semaforo urgente" }, _ => null);
    }

    private static PageCursor PageAt(StoredTable table, RowQuery query, params object[] place) =>
        new() { Version = table.Version, Query = TableQueries.NameOf(table, query), Total = table.RowCount, Place = new PagePlace([.. place.Select(value => value is int number ? (object)(long)number : value)]) };

    private static async Task<List<double>> MeasureAsync(string name, StoredTable table, TableQueries queries, Func<QueryText> text, Func<RowQuery, PageCursor?> after)
    {
        var times = new List<double>();
        var cores = new List<double>();
        for (var round = -2; round < QueryRounds; round++)
        {
            var query = QueryReader.Read(text(), table.Columns, Limits.Default).Query!;
            var watch = Stopwatch.StartNew();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            await queries.PageAsync(table, query, after(query), 100, new Discarding(), CancellationToken.None);
            if (round < 0) continue;
            times.Add(watch.Elapsed.TotalMilliseconds);
            // What other programs on the machine do not change.
            cores.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }
        Print($"query: {name}", string.Create(CultureInfo.InvariantCulture, $"p50 {Percentile(times, 0.5):0.0} ms, p95 {Percentile(times, 0.95):0.0} ms; of two cores p50 {Percentile(cores, 0.5):0} ms, p95 {Percentile(cores, 0.95):0} ms"));
        return times;
    }

    private static async Task ExportAsync(StoredTable table, string folder, int rows)
    {
        using var pool = new QueryPool(folder, Limits.Default);
        var queries = new TableQueries(pool, Limits.Default);
        var exports = new TableExports(folder, queries, Limits.Default);
        var query = QueryReader.Read(new QueryText { Filters = ["id.ge.1"] }, table.Columns, Limits.Default).Query!;
        foreach (var format in new[] { ExportFormat.Csv, ExportFormat.ExcelCsv, ExportFormat.JsonLines, ExportFormat.GeoJson, ExportFormat.Xlsx, ExportFormat.Parquet })
        {
            var watch = Stopwatch.StartNew();
            var first = await exports.GetAsync(table, query, format, format == ExportFormat.Xlsx ? Math.Min(rows, Limits.Default.MaxSpreadsheetRows) : null, CancellationToken.None);
            var time = watch.Elapsed;
            foreach (var kept in Directory.EnumerateFiles(Path.Combine(folder, "exports"))) File.Delete(kept);
            var second = await exports.GetAsync(table, query, format, format == ExportFormat.Xlsx ? Math.Min(rows, Limits.Default.MaxSpreadsheetRows) : null, CancellationToken.None);
            Print($"export {format.Name} {format.Dialect}", string.Create(
                CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s, {first.Size / 1e6:0.0} MB, {first.Rows} rows, {(first.Rows == rows ? "complete" : "INCOMPLETE")}, {(first.Sha256 == second.Sha256 ? "equal bytes twice" : "DIFFERENT BYTES")}"));
        }
    }

    private static void Csvstat(string folder, int rows)
    {
        var sample = Path.Combine(folder, "sample.csv");
        var some = Math.Min(rows, CsvstatRows);
        GeneratedTable.Write(sample, some);
        try
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo("csvstat", [sample]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var theirs = some / watch.Elapsed.TotalSeconds;
            watch.Restart();
            Ours(sample, Path.Combine(folder, "sample.parquet"));
            var ours = some / watch.Elapsed.TotalSeconds;
            Print("csvstat", string.Create(CultureInfo.InvariantCulture, $"{theirs:0} rows/s; ours on the same {some} rows {ours:0} rows/s: {ours / theirs:0} times"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Print("csvstat", "is not installed here");
        }
    }

    private static double Percentile(List<double> times, double share) => times.Order().ElementAt((int)Math.Ceiling(times.Count * share) - 1);

    private static string PeakMemory() => string.Create(CultureInfo.InvariantCulture, $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");

    private static void Print(string name, string value) => Console.WriteLine($"{name,-42} {value}");

    private sealed class Discarding : IRowWriter
    {
        public void Begin(IReadOnlyList<ResultColumn> columns)
        {
        }

        public void Write(RowReader row)
        {
            for (var i = 0; i < row.Columns.Count; i++)
                if (!row.IsMissing(i)) RowText.Of(row, i, row.Columns[i]);
        }
    }
}
