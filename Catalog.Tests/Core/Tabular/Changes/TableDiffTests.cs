using Catalog.Core.Tabular.Changes;
using Catalog.Core.Tabular.Rows;
using Catalog.Tests.Core.Tabular.Rows;
using CsCheck;

namespace Catalog.Tests.Core.Tabular.Changes;

/// <summary>What two versions of a table differ in, by the real database.</summary>
public sealed class TableDiffTests
{
    private static readonly IReadOnlyList<StoredColumn> Columns =
    [
        new() { Name = "id", Source = 0, Type = StoredType.Integer },
        new() { Name = "nombre", Source = 1, Type = StoredType.Text },
        new() { Name = "monto", Source = 2, Type = StoredType.Number, Decimals = 2, Magnitude = 1000 },
    ];

    private SharedPool _pool = null!;

    [OneTimeSetUp]
    public void Open() => _pool = new SharedPool();

    [OneTimeTearDown]
    public void Close() => _pool.Dispose();

    [Test]
    public async Task KeyedRows_AreAddedRemovedAndChangedCellByCell()
    {
        using var older = Table([1L, "Plaza", 10.5], [2L, "Puente", 20.0], [3L, "Escuela", null]);
        using var newer = Table([2L, "Puente", 25.0], [3L, "Escuela", null], [4L, "Hospital", 1.0]);
        var (summary, rows) = await DiffAsync(older, newer);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.Key, Is.EqualTo(new DiffKey(DiffKeySource.Inferred, ["id"])));
            Assert.That((summary.Added, summary.Removed, summary.Changed, summary.Unchanged), Is.EqualTo((1L, 1L, 1L, 1L)));
            Assert.That(summary.ChangedCells, Is.EqualTo(new Dictionary<string, long> { ["monto"] = 1 }));
            Assert.That(rows.Select(r => r.Change), Is.EqualTo(new[] { RowChange.Removed, RowChange.Changed, RowChange.Added }));
            Assert.That(rows[1].Before, Is.EqualTo(new[] { "2", "Puente", "20" }));
            Assert.That(rows[1].After, Is.EqualTo(new[] { "2", "Puente", "25" }));
            Assert.That(Enumerable.Range(0, 3).Where(rows[1].Differs), Is.EqualTo(new[] { 2 }));
        }
    }

    [Test]
    public async Task SameRowsInAnotherOrder_AreNoChange()
    {
        using var older = Table([1L, "a", 1.0], [2L, "b", 2.0]);
        using var newer = Table([2L, "b", 2.0], [1L, "a", 1.0]);
        Assert.That((await DiffAsync(older, newer)).Summary.IsEmpty, Is.True);
    }

    [Test]
    public async Task WithoutAKey_RowsAreCountedOneByOne()
    {
        using var older = Table([1L, "a", 1.0], [1L, "a", 1.0], [1L, "b", 1.0]);
        using var newer = Table([1L, "a", 1.0], [1L, "b", 1.0], [1L, "b", 1.0]);
        var (summary, rows) = await DiffAsync(older, newer);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.Key, Is.EqualTo(DiffKey.WholeRow));
            Assert.That((summary.Added, summary.Removed, summary.Changed, summary.Unchanged), Is.EqualTo((1L, 1L, 0L, 2L)));
            Assert.That(rows.Select(r => (r.Change, Value: (r.After.Count > 0 ? r.After : r.Before)[1])), Is.EquivalentTo(new[] { (RowChange.Removed, "a"), (RowChange.Added, "b") }));
        }
    }

    [Test]
    public async Task MissingAndEmpty_AreNotTheSame()
    {
        using var older = Table([1L, "", 1.0], [2L, null, 1.0]);
        using var newer = Table([1L, null, 1.0], [2L, "", 1.0]);
        Assert.That((await DiffAsync(older, newer)).Summary.Changed, Is.EqualTo(2));
    }

    [Test]
    public async Task ColumnWhoseTypeChanged_IsComparedByWhatItSays()
    {
        using var older = Table([1L, "a", 10.0], [2L, "b", 20.5]);
        using var newer = new QueriedTable(
            [.. Columns.Take(2), new() { Name = "monto", Source = 2, Type = StoredType.Text }], [[1L, "a", "10"], [2L, "b", "20.75"]], _pool);
        var (summary, _) = await DiffAsync(older, newer);
        Assert.That((summary.Changed, summary.Unchanged), Is.EqualTo((1L, 1L)));
    }

    [Test]
    public async Task ColumnsOfOneVersionOnly_AreNamedAndNotCompared()
    {
        using var older = Table([1L, "a", 1.0]);
        using var newer = new QueriedTable([Columns[0], Columns[1], new() { Name = "barrio", Source = 2, Type = StoredType.Text }], [[1L, "a", "Boca"]], _pool);
        var (summary, rows) = await DiffAsync(older, newer);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.AddedColumns, Is.EqualTo(new[] { "barrio" }));
            Assert.That(summary.RemovedColumns, Is.EqualTo(new[] { "monto" }));
            Assert.That(rows, Is.Empty);
            Assert.That(summary.IsEmpty, Is.False);
        }
    }

    [Test]
    public void DeclaredKey_WinsWhereBothVersionsHaveIt()
    {
        using var older = Table([1L, "a", 1.0]);
        using var newer = Table([1L, "a", 1.0]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(DiffKey.Of(Side(older), Side(newer), ["nombre"]), Is.EqualTo(new DiffKey(DiffKeySource.Declared, ["nombre"])));
            Assert.That(DiffKey.Of(Side(older), Side(newer), ["expediente"]), Is.EqualTo(new DiffKey(DiffKeySource.Inferred, ["id"])));
        }
    }

    [Test]
    public async Task Pages_TogetherAreEveryDifferenceOnce()
    {
        using var older = Table([.. Enumerable.Range(0, 40).Select(n => new object?[] { (long)n, "a", 1.0 })]);
        using var newer = Table([.. Enumerable.Range(20, 40).Select(n => new object?[] { (long)n, n % 2 == 0 ? "a" : "b", 1.0 })]);
        var (summary, all) = await DiffAsync(older, newer);
        var diffs = new TableDiffs(_pool.Pool, _pool.Limits);
        var paged = new List<DiffRow>();
        for (DiffPlace? after = null; ;)
        {
            var page = await diffs.PageAsync(Side(older), Side(newer), summary.Key, after, 7, CancellationToken.None);
            paged.AddRange(page.Rows);
            if (page.Next is null) break;
            after = DiffPlace.Read(page.Next.ToString());
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(all, Has.Count.EqualTo(20 + 20 + 10));
            Assert.That(paged.Select(r => (r.Change, r.OldRow, r.NewRow)), Is.EqualTo(all.Select(r => (r.Change, r.OldRow, r.NewRow))));
        }
    }

    [Test]
    public void AnyTwoVersions_AreWhatCountingByHandSays()
    {
        var row = Gen.Select(Gen.Long[1, 6], Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)""), Gen.Const((string?)"-"), Gen.Const((string?)"a:1"), Gen.Const((string?)"ñ")), Gen.OneOf(Gen.Const((double?)null), Gen.Const((double?)1), Gen.Const((double?)2.5)))
            .Select((id, name, amount) => new object?[] { id, name, amount });
        Gen.Select(row.Array[1, 8], row.Array[1, 8]).Sample(
            (before, after) =>
            {
                using var older = Table(before);
                using var newer = Table(after);
                var diffs = new TableDiffs(_pool.Pool, _pool.Limits);
                var summary = diffs.SummarizeAsync(Side(older), Side(newer), DiffKey.WholeRow, CancellationToken.None).GetAwaiter().GetResult();
                var left = before.Select(Said).ToList();
                var kept = after.Select(Said).Count(left.Remove);
                Assert.That((summary.Added, summary.Removed, summary.Unchanged), Is.EqualTo(((long)(after.Length - kept), (long)(before.Length - kept), (long)kept)));
            },
            iter: 60, threads: 1);

        static string Said(object?[] cells) => string.Join('|', cells.Select(c => c is null ? "null" : $"'{c}'"));
    }

    private QueriedTable Table(params object?[][] rows) => new(Columns, rows, _pool);

    private static DiffSide Side(QueriedTable table) => new(table.Table, [.. table.Columns.Skip(1).Select((column, i) => new ColumnSummary
    {
        Name = column.Name,
        Type = column.Type.NameOf(),
        Missing = table.Rows.Count(r => r[i] is null),
        Distinct = table.Rows.Select(r => r[i]).OfType<object>().Distinct().Count(),
    })]);

    private async Task<(DiffSummary Summary, List<DiffRow> Rows)> DiffAsync(QueriedTable older, QueriedTable newer)
    {
        var diffs = new TableDiffs(_pool.Pool, _pool.Limits);
        var (a, b) = (Side(older), Side(newer));
        var key = DiffKey.Of(a, b, []);
        var rows = new List<DiffRow>();
        await diffs.ReadAllAsync(a, b, key, rows.Add, CancellationToken.None);
        return (await diffs.SummarizeAsync(a, b, key, CancellationToken.None), rows);
    }
}
