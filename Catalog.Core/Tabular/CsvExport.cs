using CsvHelper;

namespace Catalog.Core.Tabular;

/// <summary>How a table is written as CSV.</summary>
public sealed record CsvExportOptions
{
    public static readonly CsvExportOptions Default = new();

    /// <summary>
    /// Every column has a name, and every row a cell for every column, those included that exist only because some row was
    /// too long. Else those cells stand at the end of the row that has them, and the other rows are not widened for them.
    /// </summary>
    public bool Rectangular { get; init; }
}

/// <summary>
/// Writes a table as standard CSV (RFC 4180): UTF-8, comma, CRLF, quotes where needed. The header is written as the file
/// has it, and only where it has one; cells are not touched. A short row is filled up with empty cells, for every line
/// should have as many fields as the header (RFC 4180 §2.4); what a long row has too much is never dropped.
/// </summary>
public static class CsvExport
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { ValidateFieldCount = false };

    /// <summary>Writes a table; returns its rows.</summary>
    public static long Write(FoundTable table, Stream stream, CsvExportOptions options, CancellationToken ct)
    {
        using var writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        var header = options.Rectangular ? table.Columns : table.Report.Header;
        var width = header.Count > 0 ? header.Count : table.Columns.Count - table.Report.ExtraColumns;
        if (header.Count > 0)
        {
            foreach (var name in header) Write(writer, name, header.Count == 1);
            writer.EndRecord();
        }
        long rows = 0;
        table.Read(row =>
        {
            var cells = options.Rectangular ? row.Count : Math.Max(width, row.Written);
            for (var i = 0; i < cells; i++) Write(writer, i < row.Count ? row[i] : default, cells == 1);
            writer.EndRecord();
            rows++;
        }, ct);
        writer.Flush();
        return rows;
    }

    // An empty cell that is alone in its row takes quotes: a blank line is no row to many readers.
    private static void Write(CsvWriter writer, ReadOnlySpan<char> cell, bool alone) => writer.WriteField(cell, alone && cell.IsEmpty ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
}
