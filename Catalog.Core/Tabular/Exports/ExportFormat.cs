namespace Catalog.Core.Tabular.Exports;

/// <summary>A format in which rows leave the catalog.</summary>
public sealed record ExportFormat
{
    public static readonly ExportFormat Csv = new() { Name = "csv", MediaType = "text/csv", ContentType = "text/csv; charset=utf-8; header=present" };

    /// <summary>CSV as a spreadsheet program set to Argentine Spanish opens it with a double click.</summary>
    public static readonly ExportFormat ExcelCsv = Csv with { Dialect = "excel-es" };

    public static readonly ExportFormat JsonLines = new() { Name = "jsonl", MediaType = "application/x-ndjson", ContentType = "application/x-ndjson; charset=utf-8" };

    /// <summary>Pages; the whole of an answer is <see cref="JsonLines"/>.</summary>
    public static readonly ExportFormat Json = new() { Name = "json", MediaType = "application/json", ContentType = "application/json; charset=utf-8" };

    public static readonly ExportFormat GeoJson = new() { Name = "geojson", MediaType = "application/geo+json", ContentType = "application/geo+json; charset=utf-8" };

    public static readonly ExportFormat Xlsx = new()
    {
        Name = "xlsx",
        MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    public static readonly ExportFormat Parquet = new() { Name = "parquet", MediaType = "application/vnd.apache.parquet", ContentType = "application/vnd.apache.parquet" };

    public static readonly IReadOnlyList<ExportFormat> All = [Json, JsonLines, Csv, Xlsx, Parquet, GeoJson];

    /// <summary>Also the end of a file's name.</summary>
    public required string Name { get; init; }

    public required string MediaType { get; init; }

    /// <summary>The media type with its parameters.</summary>
    public required string ContentType { get; init; }

    /// <summary>How a format of several ways is written; empty for the ordinary one.</summary>
    public string Dialect { get; init; } = "";

    public static ExportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name) ?? (name == "ndjson" ? JsonLines : null);
}
