using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// A Parquet file as a table like any other: its rows as text, and with them the types that it says of itself, so that
/// nothing has to be inferred. What no column of ours can be (lists, structures) is JSON, bytes are Base64.
/// </summary>
public sealed class ParquetTable : FoundTable
{
    private readonly string _path;
    private readonly Limits _limits;
    private readonly IReadOnlyList<ParquetColumn> _columns;

    private ParquetTable(string path, Limits limits, IReadOnlyList<ParquetColumn> columns)
    {
        _path = path;
        _limits = limits;
        _columns = columns;
        Columns = [.. columns.Select(column => column.Name)];
        Fields = columns.Select(column => new TableField { Name = column.Name, Type = column.Field }).ToValueList();
    }

    public override string Name => "";

    public override IReadOnlyList<string> Columns { get; }

    public override TableDialect? Dialect => null;

    public override TableReport Report => new() { Format = "parquet", Columns = Columns.Count, Header = Columns };

    /// <summary>The columns as the file types them.</summary>
    public ValueList<TableField> Fields { get; }

    /// <summary>Opens a file that looks like Parquet; null when it is broken or not what it looks like.</summary>
    public static ParquetTable? Open(string path, Limits limits, CancellationToken ct)
    {
        try
        {
            using var worker = OpenWorker(path, limits);
            var statement = new Statement(
                $"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet({SqlText.Literal(path)}))", [], [new("name", StoredType.Text), new("type", StoredType.Text)], []);
            var columns = worker.Select(statement, row =>
            {
                var found = new List<ParquetColumn>();
                while (row.Read() && found.Count < limits.MaxTableColumns) found.Add(ParquetColumn.Of(row.Text(0), row.Text(1)));
                return found;
            }, ct);
            return columns.Count == 0 ? null : new ParquetTable(path, limits, columns);
        }
        catch (DuckDB.NET.Data.DuckDBException)
        {
            // A stranger's file: the caller says that it cannot be read.
            return null;
        }
    }

    public override void Read(RowHandler onRow, CancellationToken ct)
    {
        using var worker = OpenWorker(_path, _limits);
        var statement = new Statement(
            $"SELECT {string.Join(", ", _columns.Select(column => column.Sql))} FROM read_parquet({SqlText.Literal(_path)})", [], [.. _columns.Select(column => new ResultColumn(column.Name, column.Type))], []);
        worker.Select(statement, rows =>
        {
            var row = new TableRow();
            while (rows.Read())
            {
                row.Clear();
                row.Number = rows.Count;
                for (var i = 0; i < _columns.Count; i++) row.Add(rows.IsMissing(i) ? "" : RowText.Of(rows, i, rows.Columns[i]));
                onRow(row);
            }
            return rows.Count;
        }, ct);
    }

    private static QueryWorker OpenWorker(string path, Limits limits) =>
        QueryWorker.Open(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.Combine(Path.GetTempPath(), $"catalog-{Guid.NewGuid():N}"), limits);
}

/// <summary>A column of a Parquet file: what it is to us, and how it is read as that.</summary>
internal sealed record ParquetColumn(string Name, StoredType Type, FieldType Field, string Sql)
{
    /// <summary>Digits that a double gives back as they were.</summary>
    private const int ExactDigits = 15;

    /// <param name="type">As the database describes it: "BIGINT", "DECIMAL(18,2)", "STRUCT(a INTEGER)[]".</param>
    public static ParquetColumn Of(string name, string type)
    {
        var column = SqlText.Identifier(name);
        return type switch
        {
            "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" => Typed(StoredType.Integer, FieldType.Integer),
            "FLOAT" or "DOUBLE" => Typed(StoredType.Number, FieldType.Number),
            "BOOLEAN" => Typed(StoredType.Boolean, FieldType.Boolean),
            "DATE" => Typed(StoredType.Date, FieldType.Date),
            "TIME" => Typed(StoredType.Time, FieldType.Time),
            "TIMESTAMP" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS" => Typed(StoredType.Timestamp, FieldType.DateTime),
            "TIMESTAMP WITH TIME ZONE" => Typed(StoredType.Instant, FieldType.DateTime),
            "BLOB" => new(name, StoredType.Text, FieldType.String, $"base64({column})"),
            _ when type.StartsWith("DECIMAL(", StringComparison.Ordinal) && int.Parse(type.AsSpan(8, type.IndexOf(',', StringComparison.Ordinal) - 8), CultureInfo.InvariantCulture) <= ExactDigits =>
                Typed(StoredType.Number, FieldType.Number),
            _ when type.EndsWith(']') || type.StartsWith("STRUCT(", StringComparison.Ordinal) || type.StartsWith("MAP(", StringComparison.Ordinal) =>
                new(name, StoredType.Text, FieldType.String, $"CAST(to_json({column}) AS VARCHAR)"),
            _ => Typed(StoredType.Text, FieldType.String),
        };

        ParquetColumn Typed(StoredType stored, FieldType field) => new(name, stored, field, $"CAST({column} AS {stored.SqlOf()})");
    }
}
