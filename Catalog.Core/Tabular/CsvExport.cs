using CsvHelper;

namespace Catalog.Core.Tabular;

/// <summary>How a table is written as CSV.</summary>
public sealed record CsvExportOptions
{
    public static readonly CsvExportOptions Default = new();

    /// <summary>
    /// Every row gets a cell for every column, those included that exist only because some row was too long. Else a row
    /// has the cells that its file gave it: nothing is invented, and a reader sees which rows were short.
    /// </summary>
    public bool Rectangular { get; init; }
}

/// <summary>
/// Writes a table as standard CSV (RFC 4180): UTF-8, comma, CRLF, quotes where needed. The header is written as the file
/// has it, and only where it has one; cells are not touched.
/// </summary>
public static class CsvExport
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { ValidateFieldCount = false };

    /// <summary>Writes a table; returns its rows.</summary>
    public static long Write(FoundTable table, Stream stream, CsvExportOptions options, CancellationToken ct)
    {
        using var writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        if (table.Report.Header.Count > 0 || table.Dialect is null)
        {
            IReadOnlyList<string> header = options.Rectangular || table.Report.Header.Count == 0 ? table.Columns : table.Report.Header;
            foreach (var name in header) writer.WriteField(name);
            writer.EndRecord();
        }
        long rows = 0;
        table.Read(row =>
        {
            var cells = options.Rectangular ? row.Count : Math.Max(1, row.Written);
            for (var i = 0; i < cells; i++) writer.WriteField(i < row.Count ? row[i] : default);
            writer.EndRecord();
            rows++;
        }, ct);
        writer.Flush();
        return rows;
    }
}
