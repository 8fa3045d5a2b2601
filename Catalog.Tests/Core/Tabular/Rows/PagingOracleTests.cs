using System.Text;
using Catalog.Core.Tabular.Rows;
using CsCheck;

namespace Catalog.Tests.Core.Tabular.Rows;

/// <summary>Pages by every type, with missing values, what is no number, infinities, both zeros, and many equals: each row once, in order.</summary>
public sealed class PagingOracleTests
{
    private static readonly IReadOnlyList<StoredColumn> Columns =
        [.. Enum.GetValues<StoredType>().Select((type, index) => new StoredColumn { Name = $"{type} \"\\', ; --", Source = index, Type = type })];

    private static readonly Gen<object?> Number = Gen.OneOf(
        Gen.OneOf<object?>(null, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, double.Epsilon, double.MaxValue, double.MinValue, 0.1, 1.0 / 3), Gen.Double[-2, 2].Select(d => (object?)d));

    private static readonly Gen<object?[]> Row = Gen.Select(
        Gen.OneOf<object?>(null, "", " ", "a", "A", "á", "a\u0301", "z", "😀", "\uFFFD", "a'b", new string('x', 300)),
        Gen.OneOf<object?>(null, 0L, -1L, 1L, long.MinValue, long.MaxValue, 9007199254740993L, 9007199254740992L),
        Number,
        Gen.OneOf<object?>(null, true, false),
        Gen.OneOf<object?>(null, new DateOnly(1, 1, 1), new DateOnly(1970, 1, 1), new DateOnly(2024, 2, 29), new DateOnly(9999, 12, 31)),
        Gen.OneOf<object?>(null, TimeOnly.MinValue, new TimeOnly(12, 0), new TimeOnly(12, 0, 0, 0, 1), new TimeOnly(23, 59, 59, 999, 999)),
        Gen.OneOf<object?>(null, new DateTime(1969, 12, 31, 23, 59, 59), DateTime.UnixEpoch, new DateTime(2024, 2, 29, 1, 2, 3).AddMicroseconds(1)),
        Gen.OneOf<object?>(null, new DateTime(1900, 1, 1), new DateTime(2024, 3, 10, 3, 0, 0), new DateTime(2024, 3, 10, 3, 0, 0).AddMicroseconds(5)))
        .Select((text, whole, number, truth, day, time, clock, moment) => new[] { text, whole, number, truth, day, time, clock, moment });

    private readonly SharedPool _pool = new();

    [OneTimeTearDown]
    public void Close() => _pool.Dispose();

    [Test]
    public void Pages_VisitEachRowOnce([Values] StoredType type, [Values] bool descending) =>
        Gen.Select(Row.Array[0, 50], Gen.Int[1, 9], Gen.Int[0, Columns.Count - 1]).Sample((rows, limit, second) =>
        {
            using var table = new QueriedTable(Columns, rows, _pool);
            (int Column, bool Descending)[] order = [((int)type, descending), (second, !descending)];
            var sort = string.Join(',', order.Select(key => $"{RandomTables.Quote(Columns[key.Column].Name)}.{(key.Descending ? "desc" : "asc")}"));
            var (found, totals, _) = table.Pages(new QueryText { Sort = sort, Select = "_row" }, limit);
            var expected = Enumerable.Range(0, rows.Length).OrderBy(row => row, Comparer<int>.Create((a, b) => Compare(rows, a, b, order))).Select(row => $"{row + 1}");
            Assert.That(found.Select(row => row[0]), Is.EqualTo(expected), sort);
            Assert.That(totals, Is.All.EqualTo(rows.Length));
        }, iter: 12, threads: 1);

    [Test]
    public void GroupsInPages_ComeOnceEach([Values] StoredType type) => Gen.Select(Row.Array[0, 50], Gen.Int[1, 4]).Sample((rows, limit) =>
    {
        using var table = new QueriedTable(Columns, rows, _pool);
        var (found, _, _) = table.Pages(new QueryText { Group = RandomTables.Quote(Columns[(int)type].Name), Aggregate = "count", Sort = "count.desc" }, limit);
        Assert.That(found.Select(row => row[1]), Is.EqualTo(found.Select(row => row[1]).OrderByDescending(count => long.Parse(count!, System.Globalization.CultureInfo.InvariantCulture))));
        Assert.That(found.Sum(row => long.Parse(row[1]!, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(rows.Length));
        Assert.That(found.Select(row => row[0]).Distinct().Count(), Is.EqualTo(found.Count));
    }, iter: 12, threads: 1);

    /// <summary>Row groups are passed over by the smallest and largest value that their statistics name, and what is no number has no place between those.</summary>
    [TestCase("n", false)]
    [TestCase("n", true)]
    [TestCase("t", false)]
    [TestCase("t", true)]
    public void PagesOfSeveralRowGroups_VisitEachRowOnce(string column, bool descending)
    {
        IReadOnlyList<StoredColumn> columns = [new() { Name = "n", Source = 0, Type = StoredType.Number }, new() { Name = "t", Source = 1, Type = StoredType.Text }];
        var rows = Enumerable.Range(0, 3 * ParquetWriter.RowGroupRows / 2).Select(n => new object?[]
        {
            (n % 1000) switch { 1 => double.NaN, 2 => null, 3 => double.PositiveInfinity, 4 => -0.0, _ => n / ParquetWriter.RowGroupRows * 10.0 + n % 7 },
            n % 5 == 0 ? null : $"{n / ParquetWriter.RowGroupRows}-{n % 11}",
        }).ToArray();
        using var table = new QueriedTable(columns, rows, _pool);
        (int, bool)[] order = [(column == "n" ? 0 : 1, descending)];
        var (found, _, _) = table.Pages(new QueryText { Sort = $"{column}.{(descending ? "desc" : "asc")}", Select = "_row" }, 10_000);
        var expected = Enumerable.Range(0, rows.Length).OrderBy(row => row, Comparer<int>.Create((a, b) => Compare(rows, a, b, order))).Select(row => $"{row + 1}").ToList();
        Assert.That(found.Select(row => row[0]!).SequenceEqual(expected), Is.True);
        var above = table.All(new QueryText { Filters = ["n.gt.16.5"], Select = "_row" });
        Assert.That(above, Has.Count.EqualTo(rows.Count(row => row[0] is double d && (double.IsNaN(d) || d > 16.5))), "what is no number is greater than every number");
    }

    /// <summary>An address ends at some thousand characters; pages go on all the same.</summary>
    [Test]
    public void PagesByTextsLongerThanAnAddress_GoOn()
    {
        object?[][] rows = [.. Enumerable.Range(0, 12).Select(n => new object?[] { new string((char)('a' + n % 3), 20_000) + n % 2 })];
        using var table = new QueriedTable([new() { Name = "t", Source = 0, Type = StoredType.Text }], rows, _pool);
        var query = table.Query(new QueryText { Sort = "t.desc", Select = "_row" });
        var seen = new List<string?>();
        PageCursor? after = null;
        do
        {
            var page = new Collector();
            var end = table.Queries.PageAsync(table.Table, query, after, 2, page, CancellationToken.None).GetAwaiter().GetResult();
            seen.AddRange(page.Rows.Select(row => row[0]));
            Assert.That(end.Next?.Write().Length ?? 0, Is.LessThan(4_000));
            after = end.Next is null ? null : PageCursor.Read(end.Next.Write());
        }
        while (after is not null);
        var expected = Enumerable.Range(0, rows.Length).OrderBy(row => row, Comparer<int>.Create((a, b) => Compare(rows, a, b, [(0, true)]))).Select(row => $"{row + 1}");
        Assert.That(seen, Is.EqualTo(expected));
    }

    private static int Compare(object?[][] rows, int a, int b, (int Column, bool Descending)[] order)
    {
        foreach (var (column, descending) in order)
        {
            var (x, y) = (rows[a][column], rows[b][column]);
            // Missing values come last either way.
            var result = x is null || y is null ? (x is null).CompareTo(y is null) : descending ? -Compare(x, y) : Compare(x, y);
            if (result != 0) return result;
        }
        return a.CompareTo(b);
    }

    private static int Compare(object x, object y) => (x, y) switch
    {
        (string one, string two) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(two)),
        // Greater than every number and equal to itself; .NET has it smaller.
        (double one, double two) when double.IsNaN(one) || double.IsNaN(two) => double.IsNaN(one).CompareTo(double.IsNaN(two)),
        _ => ((IComparable)x).CompareTo(y),
    };
}
