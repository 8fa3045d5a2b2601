using Catalog.Core.Tabular.Delimited;

namespace Catalog.Core.Tabular;

/// <summary>
/// From the bytes of any file to its tables. What a file is called and is said to be are hints; its bytes decide. Bad
/// files are results; only a disk that fails throws.
/// </summary>
public static class TableFile
{
    public static TableResult Open(string path, Limits limits, CancellationToken ct) => Open(path, TableHints.None with { FileName = Path.GetFileName(path) }, limits, ct);

    public static TableResult Open(string path, TableHints hints, Limits limits, CancellationToken ct) =>
        Open(ByteSource.Of(path), hints.FileName is null ? hints with { FileName = Path.GetFileName(path) } : hints, limits, ct);

    /// <summary>Opens a stream that can be sought; it must stay open as long as tables are read, one at a time.</summary>
    public static TableResult Open(Stream stream, TableHints hints, Limits limits, CancellationToken ct) => Open(ByteSource.Of(stream), hints, limits, ct);

    internal static TableResult Open(ByteSource source, TableHints hints, Limits limits, CancellationToken ct)
    {
        var tables = new TextFile(source, hints, limits).Open("", ct);
        return tables.Count == 0
            ? new TableResult.Failed(new TableFailure(TableFailureCodes.Empty, "", Say.Both("El archivo está vacío.", "The file is empty."), Dcat.Text.Empty))
            : new TableResult.Found(tables[0].Report.Format, tables);
    }
}
