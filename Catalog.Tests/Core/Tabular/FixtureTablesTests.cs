using System.Globalization;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Tests.Core.Tabular.Mishaps;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Tabular;

/// <summary>The real files of the shared fixtures, against what docs/conformance-tables.md states of each.</summary>
public sealed class FixtureTablesTests
{
    private static readonly string[] Extensions = [".csv", ".tsv", ".xls", ".xlsx", ".ods", ".zip", ".gz", ".geojson", ".jsonl", ".ndjson", ".parquet"];

    private static readonly Dictionary<string, string> Delimiters = new()
    {
        [","] = "comma", [";"] = "semicolon", ["\t"] = "tab", ["|"] = "vertical bar", [", "] = "comma and space",
    };

    [Test]
    public void EveryFile_IsReadAsItsRowStates()
    {
        var rows = StatedRows();
        Fixtures.Path("csv");
        Assert.That(rows.Select(r => r[0].Trim('`')).Select(name => string.Join(" | ", Found(name))), Is.EqualTo(rows.Select(r => string.Join(" | ", r[..9]))));
    }

    [Test]
    public void EveryTabularFile_HasARow()
    {
        Fixtures.Path("csv");
        var files = ((string[])["csv", "works", "buenos-aires"]).SelectMany(folder => Directory.EnumerateFiles(Fixtures.Path(folder), "*", SearchOption.AllDirectories))
            .Where(file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant())).Select(file => Path.GetRelativePath(Fixtures.SharedRoot, file).Replace('\\', '/'));
        Assert.That(files, Is.SubsetOf(StatedRows().Select(r => r[0].Trim('`'))));
    }

    /// <summary>Whatever is read is also written, in full.</summary>
    [Test]
    public void EveryTable_IsExportedWhole()
    {
        Fixtures.Path("csv");
        var wrong = new List<string>();
        foreach (var name in StatedRows().Select(r => r[0].Trim('`')))
        {
            if (TableFile.Open(Path.Combine([Fixtures.SharedRoot, .. name.Split('/')]), Limits.Default, CancellationToken.None) is not TableResult.Found found) continue;
            foreach (var table in found.Tables)
            {
                var rows = new List<string>();
                table.Read(row => rows.Add(string.Join('\u0001', row.ToArray())), CancellationToken.None);
                var lines = MishapScore.Exported(table, rectangular: true);
                if (!lines[0].SequenceEqual(table.Columns) || !lines.Skip(1).Select(l => string.Join('\u0001', l)).SequenceEqual(rows)) wrong.Add($"{name} {table.Name}");
            }
        }
        Assert.That(wrong, Is.Empty);
    }

    [TestCase("comma_in_quotes")]
    [TestCase("empty")]
    [TestCase("empty_crlf")]
    [TestCase("escaped_quotes")]
    [TestCase("json")]
    [TestCase("location_coordinates")]
    [TestCase("newlines")]
    [TestCase("newlines_crlf")]
    [TestCase("quotes_and_newlines")]
    [TestCase("simple")]
    [TestCase("simple_crlf")]
    [TestCase("utf8")]
    public void CsvSpectrum_EqualsItsJson(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Fixtures.Path("csv", "csv-spectrum", "json", name + ".json")));
        // One of them states its only row without a list. Where the copy of a file has lost the carriage returns that its
        // JSON still has, they cannot be asked for.
        IEnumerable<JsonElement> stated = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray() : [json.RootElement];
        var bare = !File.ReadAllBytes(Fixtures.Path("csv", "csv-spectrum", "csvs", name + ".csv")).Contains((byte)'\r');
        var expected = stated.Select(row => string.Join('\u0001', row.EnumerateObject().Select(m => m.Name + "=" + m.Value.GetString()))).Select(row => bare ? row.Replace("\r\n", "\n", StringComparison.Ordinal) : row)
            // The JSON of location_coordinates states another telephone number than its CSV holds.
            .Select(row => name == "location_coordinates" ? row.Replace("1234567890", "2095257564", StringComparison.Ordinal) : row).ToList();
        var table = Table("csv", "csv-spectrum", "csvs", name + ".csv");
        var found = new List<string>();
        table.Read(r => found.Add(string.Join('\u0001', table.Columns.Select((c, i) => c + "=" + r[i].ToString()))), CancellationToken.None);
        Assert.That(found, Is.EqualTo(expected));
    }

    /// <summary>Two vintages of the city's works; the sums are those that the city's own portal showed.</summary>
    [Test]
    public void Works_AreAllThere()
    {
        var first = Table("works", "observatorio-de-obras-urbanas.2019-11.csv");
        int amount = At(first, "monto_contrato"), workers = At(first, "mano_obra"), stage = At(first, "etapa");
        decimal sum = 0;
        int people = 0, finished = 0, rows = 0;
        first.Read(r =>
        {
            rows++;
            if (decimal.TryParse(r[amount], NumberStyles.Number, CultureInfo.InvariantCulture, out var money)) sum += money;
            if (int.TryParse(r[workers], CultureInfo.InvariantCulture, out var count)) people += count;
            if (r[stage].SequenceEqual("Finalizada")) finished++;
        }, CancellationToken.None);
        var second = Table("works", "observatorio-de-obras-urbanas.2022.csv");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((rows, decimal.Truncate(sum), people, finished), Is.EqualTo((991, 46_857_980_245m, 8_973, 889)));
            Assert.That(second.Report.Rows, Is.EqualTo(1308));
            Assert.That(second.Dialect!.Delimiter, Is.EqualTo(";"));
            Assert.That(second.Report.Repairs.Select(r => r.Code), Does.Contain(TableRepairCodes.Mojibake));
        }
    }

    private static int At(FoundTable table, string column) => table.Columns.ToList().IndexOf(column);

    private static FoundTable Table(params string[] parts) => ((TableResult.Found)TableFile.Open(Fixtures.Path(parts), Limits.Default, CancellationToken.None)).Tables[0];

    private static string[] Found(string name)
    {
        var path = Path.Combine([Fixtures.SharedRoot, .. name.Split('/')]);
        switch (TableFile.Open(path, Limits.Default, CancellationToken.None))
        {
            case TableResult.Found found:
                var table = found.Tables[0];
                var dialect = table.Dialect;
                return
                [
                    $"`{name}`", table.Report.Format, dialect?.Encoding ?? "", dialect is null ? "" : Delimiters[dialect.Delimiter], dialect?.HeaderRows.ToString(CultureInfo.InvariantCulture) ?? "",
                    table.Report.Rows.ToString(CultureInfo.InvariantCulture), table.Columns.Count.ToString(CultureInfo.InvariantCulture), found.Tables.Count.ToString(CultureInfo.InvariantCulture),
                    string.Join(", ", table.Report.Repairs.Select(r => r.Code)),
                ];
            case TableResult.Failed failed:
                return [$"`{name}`", failed.Failure.Code, "", "", "", "", "", "", ""];
            default:
                return [$"`{name}`", "parquet", "", "", "", "", "", "", ""];
        }
    }

    private static List<string[]> StatedRows() =>
        [.. File.ReadLines(Path.Combine(Fixtures.RepositoryRoot, "docs", "conformance-tables.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Trim()[1..^1].Split('|').Select(c => c.Trim()).ToArray())];
}
