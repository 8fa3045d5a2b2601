using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Catalog.Tests.Web.Api;

public sealed class TablesApiTests
{
    private TableHost _tables = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _tables = await TableHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _tables.DisposeAsync();

    [Test]
    public async Task WithoutAnything_IsTheFirstPageOfTheNewestVersion()
    {
        var page = await _tables.JsonAsync("");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.GetProperty("total").GetInt64(), Is.EqualTo(TableHost.Rows));
            Assert.That(page.GetProperty("returned").GetInt64(), Is.EqualTo(100));
            Assert.That(page.GetProperty("table").GetProperty("version").GetInt32(), Is.EqualTo(2));
            Assert.That(page.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("type").GetString()), Is.EqualTo(new[] { "string", "integer", "number", "string", "date", "number", "number", "string" }));
            Assert.That(page.GetProperty("rows")[0].GetRawText(), Is.EqualTo("""{"barrio":"Núñez","comuna":2,"monto":7.25,"monto__text":null,"fecha":"2020-01-02","lat":-34.501,"lon":-58.401,"nota":"-5"}"""));
        }
    }

    [Test]
    public async Task TurningPagesByNext_ShowsEveryRowOnce()
    {
        var seen = new List<long>();
        var address = $"{_tables.Address}?limit=10000&select=_row&sort=barrio,fecha.desc";
        while (address is not null)
        {
            using var answer = await _tables.Host.GetAsync(address);
            var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            seen.AddRange(page.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("_row").GetInt64()));
            address = page.GetProperty("next").GetString();
        }
        var expected = Enumerable.Range(1, TableHost.Rows).Select(number => (number, row: TableHost.Row(number)))
            .OrderBy(r => Encoding.UTF8.GetBytes((string)r.row[0]!), Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
            .ThenByDescending(r => (DateOnly)r.row[4]!).ThenBy(r => r.number).Select(r => (long)r.number);
        Assert.That(seen, Is.EqualTo(expected));
    }

    [Test]
    public async Task Groups_AreSummedToTheCent()
    {
        var page = await _tables.JsonAsync("?group=barrio&aggregate=count,sum(monto)&sort=sum_monto.desc&filter=comuna.in.(1,2,3)");
        var expected = Enumerable.Range(1, TableHost.Rows).Select(TableHost.Row).Where(row => (long)row[1]! <= 3).GroupBy(row => (string)row[0]!)
            .Select(g => (g.Key, Count: g.LongCount(), Sum: g.Sum(row => (decimal?)(double?)row[2] ?? 0))).OrderByDescending(g => g.Sum);
        Assert.That(page.GetProperty("rows").EnumerateArray().Select(row => (row.GetProperty("barrio").GetString(), row.GetProperty("count").GetInt64(), row.GetProperty("sum_monto").GetDecimal())), Is.EqualTo(expected));
    }

    [TestCase("version=1", TableHost.FormerRows)]
    [TestCase("asOf=2026-03-05", TableHost.FormerRows)]
    [TestCase("asOf=2026-03-11", TableHost.Rows)]
    [TestCase("asOf=2026-03-11T11:59:59Z", TableHost.FormerRows)]
    [TestCase("asOf=2026-03-11T12:00:00Z", TableHost.Rows)]
    [TestCase("version=2&table=1", TableHost.Rows)]
    public async Task Version_IsTheOneAskedFor(string query, int rows) => Assert.That((await _tables.JsonAsync("?" + query)).GetProperty("total").GetInt64(), Is.EqualTo(rows));

    [TestCase("csv", "text/csv")]
    [TestCase("jsonl", "application/x-ndjson")]
    [TestCase("geojson", "application/geo+json")]
    [TestCase("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [TestCase("parquet", "application/vnd.apache.parquet")]
    public async Task Export_IsComplete_AndTheSameBytesTwice(string format, string mediaType)
    {
        var address = $"{_tables.Address}.{format}?sort=monto.desc&filter=comuna.lt.15";
        using var first = await _tables.Host.GetAsync(address);
        var bytes = await first.Content.ReadAsByteArrayAsync();
        foreach (var kept in Directory.EnumerateFiles(Path.Combine(_tables.Catalog.DataFolder, "tables", "exports"))) File.Delete(kept);
        using var second = await _tables.Host.GetAsync(address);
        var expected = Enumerable.Range(1, TableHost.Rows).Count(number => number % 15 + 1 < 15);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(first.Content.Headers.ContentType!.MediaType, Is.EqualTo(mediaType));
            Assert.That(first.Headers.GetValues("X-Row-Count").Single(), Is.EqualTo(expected.ToString(CultureInfo.InvariantCulture)));
            Assert.That(first.Headers.GetValues("Repr-Digest").Single(), Is.EqualTo($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:"));
            Assert.That(first.Content.Headers.ContentDisposition!.FileNameStar, Does.StartWith("obras año-").And.EndsWith("." + format));
            Assert.That(CountRows(format, bytes), Is.EqualTo(expected));
            Assert.That(await second.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
        }
    }

    [Test]
    public async Task WholeTableAsParquet_IsTheStoredFile()
    {
        using var answer = await _tables.Host.GetAsync(_tables.Address + ".parquet");
        var sha256 = (await _tables.JsonAsync("?limit=1")).GetProperty("table").GetProperty("sha256").GetString();
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync())), Is.EqualTo(sha256));
    }

    [TestCase(".csv")]
    [TestCase(".csv?dialect=excel-es")]
    [TestCase(".jsonl?filter=comuna.eq.3")]
    [TestCase(".geojson?filter=comuna.eq.3")]
    [TestCase(".xlsx?select=barrio,fecha,monto")]
    [TestCase(".parquet")]
    [TestCase(".parquet?filter=comuna.eq.3&sort=monto")]
    public async Task BrokenDownload_GoesOnWhereItStopped(string export)
    {
        const int At = 10_001;
        var address = _tables.Address + export;
        using var whole = await _tables.Host.GetAsync(address);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        using var rest = await _tables.Host.GetAsync(address, ("Range", $"bytes={At}-"), ("If-Range", whole.Headers.ETag!.ToString()));
        using var other = await _tables.Host.GetAsync(address, ("Range", $"bytes={At}-"), ("If-Range", "\"another\""));
        using var again = await _tables.Host.GetAsync(address, ("If-None-Match", whole.Headers.ETag!.ToString()));
        using var head = await _tables.Host.SendAsync(HttpMethod.Head, address);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rest.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
            Assert.That(rest.Content.Headers.ContentRange, Is.EqualTo(new ContentRangeHeaderValue(At, bytes.Length - 1, bytes.Length)));
            Assert.That(await rest.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes[At..]));
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(head.Content.Headers.ContentLength, Is.EqualTo(bytes.Length));
            foreach (var answer in new[] { whole, rest, head })
                Assert.That(answer.Headers.GetValues("Repr-Digest").Single(), Is.EqualTo($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:"), "of the whole, whatever part is sent");
        }
    }

    [Test]
    public async Task CsvForExcel_RunsNothing_AndReadsAsSpanishNumbers()
    {
        using var answer = await _tables.Host.GetAsync(_tables.Address + "?format=csv&dialect=excel-es&version=1&select=monto,fecha,nota");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bytes[..3], Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
            Assert.That(Encoding.UTF8.GetString(bytes[3..]).Split("\r\n")[..6], Is.EqualTo(new[]
            {
                "monto;fecha;nota", "7,25;2020-01-02;-5", "14,25;2020-01-03;\"dos; \"\"y\"\" tres\nlíneas\"", "21,25;2020-01-04;\"\"", "28,25;2020-01-05;", "35,25;2020-01-06;\"'=1+1\"",
            }));
        }
    }

    [Test]
    public async Task GeoJson_HasAPointWhereThereIsOne()
    {
        using var answer = await _tables.Host.GetAsync(_tables.Address + ".geojson?filter=_row.in.(99,100)");
        var features = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("features");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(features[0].GetProperty("geometry").GetRawText(), Is.EqualTo("""{"type":"Point","coordinates":[-58.41,-34.502]}"""));
            Assert.That(features[1].GetProperty("geometry").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(features[1].GetProperty("properties").GetProperty("monto__text").GetString(), Is.EqualTo("a definir"));
        }
    }

    [Test]
    public async Task AcceptHeader_ChoosesTheFormat()
    {
        using var csv = await _tables.Host.GetAsync(_tables.Address + "?version=1", ("Accept", "text/csv"));
        using var browser = await _tables.Host.GetAsync(_tables.Address + "?version=1", ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(csv.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/csv"));
            Assert.That(csv.Headers.Vary, Does.Contain("Accept"));
            Assert.That(browser.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
        }
    }

    [Test]
    public async Task SamePageAgain_IsNotSentAgain_CompressedOrNot()
    {
        foreach (var coding in new[] { "identity", "br" })
        {
            using var first = await _tables.Host.GetAsync(_tables.Address + "?version=1", ("Accept-Encoding", coding));
            using var again = await _tables.Host.GetAsync(_tables.Address + "?version=1", ("If-None-Match", first.Headers.ETag!.ToString()));
            using (Assert.EnterMultipleScope())
            {
                Assert.That(first.Content.Headers.ContentEncoding, Is.EqualTo(coding == "br" ? new[] { "br" } : []));
                Assert.That(first.Headers.ETag!.IsWeak, Is.False);
                Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
                Assert.That(first.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
            }
        }
    }

    [TestCase("?filtro=x", 400, "unknown-parameter", "filtro")]
    [TestCase("?filter=comunas.eq.1", 400, "unknown-column", "filter")]
    [TestCase("?filter=comuna.es.1", 400, "unknown-word", "filter")]
    [TestCase("?filter=comuna.eq.uno", 400, "value-type", "filter")]
    [TestCase("?filter=and(comuna.eq.1", 400, "syntax", "filter")]
    [TestCase("?filter=comuna.contains.1", 400, "not-for-type", "filter")]
    [TestCase("?aggregate=sum(barrio)", 400, "not-for-type", "aggregate")]
    [TestCase("?group=barrio&select=barrio", 400, "conflict", "select")]
    [TestCase("?sort=nada", 400, "unknown-column", "sort")]
    [TestCase("?limit=0", 400, "parameter-value", "limit")]
    [TestCase("?limit=1&limit=2", 400, "parameter-value", "limit")]
    [TestCase("?after=xxxx", 400, "cursor", "after")]
    [TestCase("?version=0", 400, "parameter-value", "version")]
    [TestCase("?version=1&asOf=2026-01-01", 400, "conflict", "asOf")]
    [TestCase("?format=pdf", 400, "unknown-format", "format")]
    [TestCase("?format=jsonl&dialect=excel-es", 400, "parameter-value", "dialect")]
    [TestCase("?version=9", 404, "no-table", null)]
    [TestCase("?asOf=2020-01-01", 404, "no-table", null)]
    [TestCase("?table=otra", 404, "no-table", "table")]
    [TestCase("?format=geojson&group=barrio&aggregate=count", 406, "no-place", null)]
    public async Task WrongRequest_IsToldWhatIsWrong(string query, int status, string code, string? parameter)
    {
        var (found, problem) = await _tables.ProblemAsync(query);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.EqualTo(status));
            Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo(status));
            Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code));
            Assert.That(problem.GetProperty("detail").GetString(), Is.Not.Empty);
            Assert.That(problem.TryGetProperty("parameter", out var named) ? named.GetString() : null, Is.EqualTo(parameter));
        }
    }

    [Test]
    public async Task CursorOfAnotherQuery_IsRefused()
    {
        var after = (await _tables.JsonAsync("?limit=5&sort=monto")).GetProperty("after").GetString();
        var (status, problem) = await _tables.ProblemAsync($"?limit=5&sort=fecha&after={after}");
        Assert.That((status, problem.GetProperty("code").GetString()), Is.EqualTo((400, "cursor")));
    }

    [Test]
    public async Task Problem_SaysThePlaceAndTheValue()
    {
        var (_, problem) = await _tables.ProblemAsync("?filter=and(comuna.eq.1,monto.gt.mucho)");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.GetProperty("position").GetInt32(), Is.EqualTo("and(comuna.eq.1,monto.gt.".Length));
            Assert.That(problem.GetProperty("value").GetString(), Is.EqualTo("mucho"));
            Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("1234.5"));
        }
    }

    [TestCase("schema", "columns")]
    [TestCase("profile", "columns")]
    [TestCase("versions", "versions")]
    public async Task Description_IsADocument(string which, string member)
    {
        using var answer = await _tables.Host.GetAsync($"{_tables.Address}/{which}");
        var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.That(document.GetProperty(member).ValueKind, Is.EqualTo(JsonValueKind.Array));
    }

    [Test]
    public async Task DistributionThatThereIsNot_IsNotFound()
    {
        var (status, problem) = await _tables.ProblemAsync($"/api/tables/{Guid.Empty:D}");
        Assert.That((status, problem.GetProperty("code").GetString()), Is.EqualTo((404, "no-table")));
    }

    private static int CountRows(string format, byte[] bytes) => format switch
    {
        // Line ends of rows are CRLF, those inside of cells are LF.
        "csv" => Encoding.UTF8.GetString(bytes).Split("\r\n").Length - 2,
        "jsonl" => bytes.Count(b => b == '\n'),
        "geojson" => JsonDocument.Parse(bytes).RootElement.GetProperty("features").GetArrayLength(),
        "xlsx" => CountSheetRows(bytes),
        _ => BitConverter.ToInt32(bytes) == BitConverter.ToInt32("PAR1"u8) ? ParquetRows(bytes) : -1,
    };

    private static int CountSheetRows(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return sheet.ReadToEnd().Split("<row ").Length - 2;
    }

    private static int ParquetRows(byte[] bytes)
    {
        using var folder = new Support.TempFolder();
        var path = folder.Combine("rows.parquet");
        File.WriteAllBytes(path, bytes);
        using var connection = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM '{path}'";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
