using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Exports;

/// <summary>Writes rows to a stream in one format. Equal rows give equal bytes.</summary>
internal abstract class ExportWriter : IRowWriter
{
    public abstract void Begin(IReadOnlyList<ResultColumn> columns);

    public abstract void Write(RowReader row);

    /// <summary>Completes the document; the stream stays open.</summary>
    public abstract void End();

    public static ExportWriter For(ExportFormat format, IReadOnlyList<StoredColumn> table, Stream stream) => format.Name switch
    {
        "csv" => new CsvRows(stream, format.Dialect.Length > 0),
        "jsonl" => new JsonLineRows(stream),
        "geojson" => new GeoJsonRows(stream, table),
        "xlsx" => new SpreadsheetRows(stream),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
