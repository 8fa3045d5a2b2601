using System.Globalization;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Rows;
using Catalog.Core.Tabular.Schemas;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Tabular.Rows;

public sealed class TypedTableWriterTests
{
    private static readonly TableSchema Works = new()
    {
        Fields =
        [
            new() { Name = "obra", Type = FieldType.String },
            new() { Name = "monto", Type = FieldType.Number, DecimalChar = ',', GroupChar = '.' },
            new() { Name = "inicio", Type = FieldType.Date, Format = "%d/%m/%Y" },
            new() { Name = "punto", Type = FieldType.GeoPoint },
        ],
        MissingValues = ["", "s/d"],
    };

    private readonly SharedPool _pool = new();

    [OneTimeTearDown]
    public void Close() => _pool.Dispose();

    [Test]
    public void ValuesThatFit_AreTyped_AndTheOthersAreKeptBesideThem()
    {
        var (typed, rows) = Write(MemoryTable.Of("obra|monto|inicio|punto\nPlaza|1.234,56|31/12/2019|-58.4, -34.6\nEscuela|a definir|99/99|\ns/d|s/d||aquí"), Works, MisfitPolicy.Companion);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(typed.Columns.Select(c => c.Name), Is.EqualTo(new[] { "_row", "obra", "monto", "monto__text", "inicio", "inicio__text", "punto", "punto__lat", "punto__lon", "punto__text" }));
            Assert.That(rows, Is.EqualTo(new[]
            {
                new[] { "Plaza", "1234.56", null, "2019-12-31", null, "-58.4, -34.6", "-34.6", "-58.4", null },
                ["Escuela", null, "a definir", null, "99/99", null, null, null, null],
                [null, null, null, null, null, "aquí", null, null, "aquí"],
            }));
            Assert.That(typed.Misfits, Is.EqualTo(new[] { 0L, 1, 1, 1 }));
            Assert.That(typed.Report.Errors, Is.EqualTo(3));
            Assert.That(typed.Columns[2].Decimals, Is.EqualTo(2));
        }
    }

    [Test]
    public void ColumnWithMisfits_StaysText_WhereThePolicySaysSo()
    {
        var (typed, rows) = Write(MemoryTable.Of("obra|monto|inicio|punto\nPlaza|1.234,56|31/12/2019|\nEscuela|a definir|01/02/2020|"), Works, MisfitPolicy.ColumnAsText);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(typed.Columns.Select(c => c.Type.NameOf()), Is.EqualTo(new[] { "integer", "string", "string", "date", "string", "number", "number" }));
            Assert.That(rows.Select(row => row[1]), Is.EqualTo(new[] { "1.234,56", "a definir" }));
            Assert.That(typed.Misfits, Is.EqualTo(new[] { 0L, 1, 0, 0 }));
        }
    }

    [Test]
    public void EqualRows_GiveEqualBytes()
    {
        var table = MemoryTable.Of("obra|monto|inicio|punto\nPlaza|1,5|31/12/2019|\nEscuela|x|y|z");
        var first = WriteFile(table, Works, MisfitPolicy.Companion).Path;
        var second = WriteFile(table, Works, MisfitPolicy.Companion).Path;
        Assert.That(File.ReadAllBytes(second), Is.EqualTo(File.ReadAllBytes(first)));
    }

    [Test]
    public void NamesThatDifferOnlyInCase_AreBothKept()
    {
        var table = new MemoryTable(["Nombre", "nombre", "_row", "a\"b"], [["uno", "dos", "tres", "cuatro"]]);
        var (typed, rows) = Write(table, AllText(table), MisfitPolicy.Companion);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(typed.Columns.Select(c => c.Name), Is.EqualTo(new[] { "_row", "Nombre", "nombre_2", "_row_2", "a\"b" }));
            Assert.That(rows[0], Is.EqualTo(new[] { "uno", "dos", "tres", "cuatro" }));
        }
    }

    [Test]
    public void ReaderThatFails_FailsTheWriting()
    {
        var failing = new FailingTable();
        Assert.That(() => WriteFile(failing, AllText(failing), MisfitPolicy.Companion), Throws.InstanceOf<IOException>().With.Message.EqualTo("the disk is gone"));
    }

    [Test]
    public void Cancellation_EndsTheWriting()
    {
        using var stop = new CancellationTokenSource();
        var endless = new EndlessTable(stop);
        Assert.That(
            () => TypedTableWriter.Write(endless, AllText(endless), MisfitPolicy.Companion, _pool.NewPath(), [], _ => null, Limits.Default, stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void InferredTypes_LoseNoCell() =>
        Gen.OneOf(Gen.String, Gen.OneOf("1", "-2", "007", "1.5", "1,5", "2020-01-02", "31/12/2019", "", "sí", "no", "s/d", "N/A", "10:30", "😀")).Array[3].Array[1, 30].Sample(cells =>
        {
            var table = new MemoryTable(["a", "b", "c"], cells);
            var schema = TableProfiler.Profile(table, Limits.Default, CancellationToken.None).Schema;
            var (typed, rows) = Write(table, schema, MisfitPolicy.Companion);
            Assert.That(rows, Has.Count.EqualTo(cells.Length));
            for (var column = 0; column < 3; column++)
            {
                var value = typed.Columns.Index().Single(c => c.Item.Source == column && c.Item.Role == ColumnRole.Value).Index - 1;
                var reader = Catalog.Core.Tabular.Cells.ColumnReader.For(schema, schema.Fields[column]);
                for (var r = 0; r < cells.Length; r++)
                    Assert.That(rows[r][value] is not null || reader.IsMissing(cells[r][column]), Is.True, cells[r][column]);
            }
        }, iter: 60, threads: 1);

    [Test]
    public void PublicWorksOf2019_AddUp()
    {
        var table = MemoryTable.Open(Fixtures.Path("works", "observatorio-de-obras-urbanas.2019-11.csv"));
        var schema = TableProfiler.Profile(table, Limits.Default, CancellationToken.None).Schema;
        var (typed, path) = WriteFile(table, schema, MisfitPolicy.Companion);
        var queries = new TableQueries(_pool.Pool, _pool.Limits);
        var query = QueryReader.Read(new QueryText { Aggregate = "count,sum(monto_contrato),sum(mano_obra)" }, typed.Columns, Limits.Default).Query!;
        var collector = new Collector();
        queries.AllAsync(Stored(typed, path), query, null, QueryBudget.OfExport(_pool.Limits), collector, CancellationToken.None).GetAwaiter().GetResult();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(collector.Rows[0][0], Is.EqualTo("991"));
            Assert.That(Math.Round(decimal.Parse(collector.Rows[0][1]!, CultureInfo.InvariantCulture)), Is.EqualTo(46_857_980_245m));
            Assert.That(decimal.Parse(collector.Rows[0][2]!, CultureInfo.InvariantCulture), Is.EqualTo(8_973m));
        }
    }

    private static TableSchema AllText(FoundTable table) => new() { Fields = [.. table.Columns.Select(name => new TableField { Name = name, Type = FieldType.String })] };

    private static StoredTable Stored(TypedTable typed, string path) => new() { Path = path, Sha256 = "", Version = 1, RowCount = typed.RowCount, Columns = typed.Columns };

    private (TypedTable Typed, string Path) WriteFile(FoundTable table, TableSchema schema, MisfitPolicy policy)
    {
        var path = _pool.NewPath();
        return (TypedTableWriter.Write(table, schema, policy, path, [("catalog:source", "it's")], _ => null, Limits.Default, CancellationToken.None), path);
    }

    private (TypedTable Typed, List<string?[]> Rows) Write(FoundTable table, TableSchema schema, MisfitPolicy policy)
    {
        var (typed, path) = WriteFile(table, schema, policy);
        var collector = new Collector();
        new TableQueries(_pool.Pool, _pool.Limits).AllAsync(Stored(typed, path), RowQuery.All, null, QueryBudget.OfExport(_pool.Limits), collector, CancellationToken.None).GetAwaiter().GetResult();
        return (typed, collector.Rows);
    }

    private sealed class FailingTable : FoundTable
    {
        public override string Name => "";
        public override IReadOnlyList<string> Columns => ["a"];
        public override TableDialect? Dialect => null;

        public override void Read(RowHandler onRow, CancellationToken ct) => throw new IOException("the disk is gone");
    }

    /// <summary>Never ends by itself; asks to be stopped after some rows.</summary>
    private sealed class EndlessTable(CancellationTokenSource stop) : FoundTable
    {
        public override string Name => "";
        public override IReadOnlyList<string> Columns => ["a"];
        public override TableDialect? Dialect => null;

        public override void Read(RowHandler onRow, CancellationToken ct)
        {
            var row = new TableRow();
            for (var number = 1L; ; number++)
            {
                row.Clear();
                row.Number = number;
                row.Add("x");
                onRow(row);
                if (number == 50_000) stop.Cancel();
            }
        }
    }
}
