using Catalog.Core;
using Catalog.Core.Tabular.Rows;
using CsCheck;

namespace Catalog.Tests.Core.Tabular.Rows;

public sealed class QueryBudgetTests
{
    private static readonly IReadOnlyList<StoredColumn> Columns = [new() { Name = "n", Source = 0, Type = StoredType.Integer }, new() { Name = "t", Source = 1, Type = StoredType.Text }];

    private static readonly object?[][] Many = [.. Enumerable.Range(0, 100_000).Select(n => new object?[] { (long)n, $"texto número {n} de cien mil" })];

    [Test]
    public async Task QueryThatTakesTooLong_IsStopped_AndTheNextOneRuns()
    {
        // A budget of nothing is used up on a machine of any speed.
        using var pool = new SharedPool(Limits.Default with { QueryTime = TimeSpan.Zero });
        using var table = new QueriedTable(Columns, Many, pool);
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(() => PageAsync(table, new QueryText { Words = "texto numero uno dos tres", Sort = "t.desc" }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused!.Code, Is.EqualTo(RefusalCodes.Time));
            Assert.That(table.All(new QueryText { Filters = ["n.lt.3"], Select = "n" }).Select(row => row[0]), Is.EqualTo(new[] { "0", "1", "2" }));
            Assert.That(pool.Pool.Pending, Is.Zero);
        }
    }

    [Test]
    public async Task QueryThatNeedsTooMuchMemory_IsRefused_AndTheNextOneRuns()
    {
        using var pool = new SharedPool(Limits.Default with { QueryMemoryBytes = 6 * 1024 * 1024, QueryTempBytes = 64 * 1024 });
        using var table = new QueriedTable(Columns, Many, pool);
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(() => PageAsync(table, new QueryText { Group = "n,t", Aggregate = "distinct(t),median(n)" }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused!.Code, Is.EqualTo(RefusalCodes.Memory));
            Assert.That(pool.Pool.Pending, Is.Zero);
        }
    }

    [Test]
    public async Task MoreGroupsThanAnAnswerMayHave_AreRefused()
    {
        using var pool = new SharedPool(Limits.Default with { MaxGroups = 10 });
        using var table = new QueriedTable(Columns, Many[..100], pool);
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(() => PageAsync(table, new QueryText { Group = "n" }));
        Assert.That(refused!.Code, Is.EqualTo(RefusalCodes.Rows));
    }

    [Test]
    public async Task WhoFindsTheLineFull_IsToldAtOnce()
    {
        using var pool = new SharedPool(Limits.Default with { QueriesAtOnce = 1, QueriesWaiting = 0 });
        using var table = new QueriedTable(Columns, Many[..100], pool);
        using var writer = new Holding();
        var first = table.Queries.PageAsync(table.Table, RowQuery.All, null, 10, writer, CancellationToken.None);
        writer.Begun.Wait();
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(() => PageAsync(table, new QueryText()));
        writer.Go.Set();
        await first;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused!.Code, Is.EqualTo(RefusalCodes.Busy));
            Assert.That(pool.Pool.Pending, Is.Zero);
            Assert.That(async () => await PageAsync(table, new QueryText()), Throws.Nothing);
        }
    }

    [Test]
    public async Task CallerWhoGoesAway_FreesTheTurn()
    {
        using var pool = new SharedPool(Limits.Default with { QueriesAtOnce = 1 });
        using var table = new QueriedTable(Columns, Many, pool);
        using var gone = new CancellationTokenSource();
        using var writer = new Holding();
        var query = table.Queries.AllAsync(table.Table, RowQuery.All, null, QueryBudget.OfExport(pool.Limits), writer, gone.Token);
        writer.Begun.Wait();
        await gone.CancelAsync();
        writer.Go.Set();
        Assert.That(async () => await query, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(pool.Pool.Pending, Is.Zero);
    }

    /// <summary>Whatever stands in names and values, it is a name or a value and nothing else.</summary>
    [Test]
    public void HostileNamesAndValues_AreOnlyNamesAndValues()
    {
        var hostile = Gen.OneOf(Gen.OneOf("'; DROP TABLE x; --", "\"", "\"\"", "') TO '/x/y' --", "$1", "read_csv('/etc/passwd')", "a;b", "/*", "\\", "x\" FROM y --", "_row"), Gen.String[1, 12])
            .Where(text => text.Trim().Length > 0 && text.Trim() == text && !text.Contains('\0', StringComparison.Ordinal) && text.All(c => !char.IsSurrogate(c)));
        using var pool = new SharedPool();
        Gen.Select(hostile.Where(name => !name.Equals("_row", StringComparison.OrdinalIgnoreCase)), hostile, hostile.Where(value => value.Length > 0)).Sample((name, value, other) =>
        {
            using var table = new QueriedTable([new() { Name = name, Source = 0, Type = StoredType.Text }], [[value], [other]], pool);
            var column = RandomTables.Quote(name);
            var expected = new[] { value, other }.Where(v => v == value).Select(v => new[] { v });
            Assert.That(table.All(new QueryText { Select = column, Filters = [$"{column}.eq.{RandomTables.Quote(value)}"], Sort = column }), Is.EqualTo(expected));
            Assert.That(table.All(new QueryText { Group = column, Aggregate = $"count,distinct({column})", Filters = [$"{column}.in.({RandomTables.Quote(value)})"] }), Has.Count.EqualTo(1));
        }, iter: 60, threads: 1);
    }

    [TestCase("n.eq.1 OR 1=1", QueryErrorCodes.ValueType)]
    [TestCase("n.eq.1)", QueryErrorCodes.Syntax)]
    [TestCase("n.eq", QueryErrorCodes.Syntax)]
    [TestCase("n", QueryErrorCodes.Syntax)]
    [TestCase("", null)]
    [TestCase(".eq.1", QueryErrorCodes.Syntax)]
    [TestCase("\"n.eq.1", QueryErrorCodes.Syntax)]
    [TestCase("not(n.eq.1,n.eq.2)", QueryErrorCodes.Syntax)]
    [TestCase("xor(n.eq.1)", QueryErrorCodes.Unknown)]
    [TestCase("n.like.1", QueryErrorCodes.Unknown)]
    [TestCase("n.contains.1", QueryErrorCodes.NotForType)]
    [TestCase("m.eq.1", QueryErrorCodes.UnknownColumn)]
    [TestCase("n.in.1", QueryErrorCodes.Syntax)]
    [TestCase("n.in.(1,2", QueryErrorCodes.Syntax)]
    [TestCase("n.eq.1,n.eq.2", QueryErrorCodes.Syntax)]
    [TestCase("N.gt.1.5", null)]
    [TestCase("and(n.isnull,or(t.eq.\"a,)\",not(t.contains.(x)))", null)]
    public void FilterText_IsReadOrToldWhatIsWrong(string filter, string? code)
    {
        var (query, error) = QueryReader.Read(new QueryText { Filters = filter.Length == 0 ? [] : [filter] }, Columns, Limits.Default);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error?.Code, Is.EqualTo(code));
            Assert.That(query is null, Is.EqualTo(code is not null));
        }
    }

    [Test]
    public void DeepOrLongFilters_AreRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("not(", 50)) + "n.eq.1" + new string(')', 50);
        var wide = $"and({string.Join(",", Enumerable.Repeat("n.eq.1", 101))})";
        var longer = "t.eq." + new string('x', 9000);
        Assert.That(new[] { deep, wide, longer }.Select(filter => QueryReader.Read(new QueryText { Filters = [filter] }, Columns, Limits.Default).Error?.Code), Is.All.EqualTo(QueryErrorCodes.TooMuch));
    }

    [Test]
    public void AnyFilterText_IsReadOrRefused_NeverThrown() =>
        Gen.String[Gen.Char["and(or)nt.eqi\",1 "], 0, 30].Sample(text => QueryReader.Read(new QueryText { Filters = [text], Select = text, Sort = text, Group = text, Aggregate = text }, Columns, Limits.Default));

    [Test]
    public void AnyCursorText_IsReadOrRefused_NeverThrown()
    {
        var place = new PageCursor { Version = 1, Query = "q", Total = 3, Place = new PagePlace(["a", 1L, 2.5, true, null]) };
        Gen.OneOf(Gen.String, Gen.Int[0, 40].Select(cut => place.Write()[..^Math.Min(cut, place.Write().Length)])).Sample(text => PageCursor.Read(text));
        Assert.That(PageCursor.Read(place.Write())!.Place.Values, Is.EqualTo(place.Place.Values));
    }

    private static Task<PageEnd> PageAsync(QueriedTable table, QueryText text) => table.Queries.PageAsync(table.Table, table.Query(text), null, 10, new Collector(), CancellationToken.None);

    /// <summary>Stops at the first row until it may go on.</summary>
    private sealed class Holding : IRowWriter, IDisposable
    {
        public ManualResetEventSlim Begun { get; } = new();

        public ManualResetEventSlim Go { get; } = new();

        public void Begin(IReadOnlyList<ResultColumn> columns)
        {
        }

        public void Write(RowReader row)
        {
            Begun.Set();
            Go.Wait();
        }

        public void Dispose()
        {
            Begun.Dispose();
            Go.Dispose();
        }
    }
}
