using Catalog.Core;
using Catalog.Core.Tabular.Rows;
using Catalog.Core.Tabular.Schemas;
using Catalog.Tests.Support;
using DuckDB.NET.Data;

namespace Catalog.Tests.Core.Tabular.Rows;

public sealed class ParquetTableTests
{
    [Test]
    public void FileOfAnotherProgram_KeepsItsTypesAndRows()
    {
        using var folder = new TempFolder();
        var path = folder.Combine("otro.parquet");
        using (var connection = new DuckDBConnection("DataSource=:memory:"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $$"""
                COPY (SELECT i AS n, '00' || i AS codigo, CAST(i + 0.25 AS DECIMAL(10, 2)) AS monto, DATE '2020-01-01' + CAST(i AS INTEGER) AS dia,
                    TIMESTAMPTZ '2020-01-01 10:00:00+00' AS momento, [i, i] AS lista, CASE WHEN i = 1 THEN NULL ELSE true END AS vale, 'a'::BLOB AS bytes
                    FROM range(3) t(i)) TO '{{path}}' (FORMAT parquet)
                """;
            command.ExecuteNonQuery();
        }
        var table = ParquetTable.Open(path, Limits.Default, CancellationToken.None)!;
        var rows = new List<string[]>();
        table.Read(row => rows.Add(row.ToArray()), CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Fields.Select(field => field.Type), Is.EqualTo(new[]
            {
                FieldType.Integer, FieldType.String, FieldType.Number, FieldType.Date, FieldType.DateTime, FieldType.String, FieldType.Boolean, FieldType.String,
            }));
            Assert.That(rows, Is.EqualTo(new[]
            {
                new[] { "0", "000", "0.25", "2020-01-01", "2020-01-01T10:00:00Z", "[0,0]", "true", "YQ==" },
                ["1", "001", "1.25", "2020-01-02", "2020-01-01T10:00:00Z", "[1,1]", "", "YQ=="],
                ["2", "002", "2.25", "2020-01-03", "2020-01-01T10:00:00Z", "[2,2]", "true", "YQ=="],
            }));
        }
    }

    [TestCase("PAR1 nothing like it PAR1")]
    [TestCase("")]
    public void BrokenFile_IsNoTable(string content)
    {
        using var folder = new TempFolder();
        Assert.That(ParquetTable.Open(folder.Write("roto.parquet", content), Limits.Default, CancellationToken.None), Is.Null);
    }
}
