using System.Net;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Tests.Web.Api;

/// <summary>Every budget of a query, used up on a real server: the answer says which, and the server goes on.</summary>
public sealed class TableBudgetTests
{
    /// <summary>Used up by any of these queries on a machine of any speed.</summary>
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private static IEnumerable<TestCaseData> Budgets()
    {
        var none = Limits.Default;
        yield return Case(none with { QueryTime = Instant }, "?sort=nota.desc,barrio,monto.desc&q=dos+tres+lineas&limit=10000", RefusalCodes.Time, "seconds");
        yield return Case(none with { ExportTime = Instant }, ".csv?sort=monto", RefusalCodes.Time, "seconds");
        yield return Case(none with { ExportTime = Instant }, ".parquet?sort=nota,barrio.desc,monto", RefusalCodes.Time, "seconds");
        yield return Case(none with { QueryMemoryBytes = 6 * 1024 * 1024, QueryTempBytes = 64 * 1024 }, "?group=lat,lon,fecha,monto&aggregate=distinct(nota),median(monto)", RefusalCodes.Memory, "memory");
        yield return Case(none with { QueryMemoryBytes = 6 * 1024 * 1024, QueryTempBytes = 64 * 1024 }, ".parquet?sort=nota,barrio,monto", RefusalCodes.Memory, "memory");
        yield return Case(none with { MaxGroups = 10 }, "?group=fecha&aggregate=count", RefusalCodes.Rows, "groups");
        yield return Case(none with { MaxGroups = 10 }, ".csv?group=fecha&aggregate=count", RefusalCodes.Rows, "rows");
        yield return Case(none with { MaxSpreadsheetRows = 10 }, ".xlsx", RefusalCodes.Rows, "rows");
        yield return Case(none with { MaxPageBytes = 10_000 }, "?limit=10000", RefusalCodes.Bytes, "bytes");
        yield return Case(none with { MaxExportBytes = 10_000 }, ".csv", RefusalCodes.Bytes, "bytes");
        yield return Case(none with { MaxExportBytes = 10_000 }, ".jsonl", RefusalCodes.Bytes, "bytes");
    }

    [TestCaseSource(nameof(Budgets))]
    public async Task BudgetThatIsUsedUp_IsNamed_AndTheNextQuestionIsAnswered(Limits limits, string query, string code, string word)
    {
        await using var tables = await TableHost.StartAsync(limits);
        var (status, problem) = await tables.ProblemAsync(tables.Address + query);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((status, problem.GetProperty("code").GetString()), Is.EqualTo((422, code)), problem.GetRawText());
            Assert.That(problem.GetProperty("detail").GetString(), Does.Contain(word).IgnoreCase, "it says what was used up");
            Assert.That(tables.Host.Service<QueryPool>().Pending, Is.Zero, "the turn is free again");
            Assert.That(Directory.EnumerateFiles(Path.Combine(tables.Catalog.DataFolder, "tables"), "*", SearchOption.AllDirectories).Where(file => file.Contains("exports", StringComparison.Ordinal)), Is.Empty, "nothing half-made stays");
        }
        // Describing needs no query, and reading the stored file none either.
        using var schema = await tables.Host.GetAsync(tables.Address + "/schema");
        using var stored = await tables.Host.GetAsync(tables.Address + ".parquet");
        Assert.That((schema.StatusCode, stored.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
    }

    [Test]
    public async Task MoreQuestionsThanWait_AreToldWhenToAskAgain()
    {
        await using var tables = await TableHost.StartAsync(Limits.Default with { QueriesAtOnce = 1, QueriesWaiting = 0 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => tables.Host.GetAsync($"{tables.Address}?sort=nota.desc,monto&limit=2000&q=dos&filter=comuna.gt.{n % 3}")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Select(a => (int)a.StatusCode).Distinct(), Is.EquivalentTo(new[] { 200, 503 }));
            foreach (var busy in answers.Where(a => a.StatusCode == HttpStatusCode.ServiceUnavailable))
            {
                Assert.That(busy.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
                Assert.That(JsonDocument.Parse(await busy.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString(), Is.EqualTo(RefusalCodes.Busy));
            }
        }
        foreach (var answer in answers) answer.Dispose();
    }

    private static TestCaseData Case(Limits limits, string query, string code, string word) => new TestCaseData(limits, query, code, word).SetArgDisplayNames(query, code);
}
