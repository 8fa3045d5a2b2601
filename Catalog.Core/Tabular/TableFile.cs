using Catalog.Core.Tabular.Archives;
using Catalog.Core.Tabular.Delimited;
using Catalog.Core.Tabular.Objects;
using Catalog.Core.Tabular.Sheets;

namespace Catalog.Core.Tabular;

/// <summary>
/// From the bytes of any file to its tables. What a file is called and is said to be are hints; its bytes decide. Bad
/// files are results; only a disk that fails throws.
/// </summary>
public static class TableFile
{
    public static TableResult Open(string path, Limits limits, CancellationToken ct) => Open(path, TableHints.None, limits, ct);

    public static TableResult Open(string path, TableHints hints, Limits limits, CancellationToken ct)
    {
        if (!File.Exists(path)) return Fail(TableFailureCodes.Unreadable, "", "No hay tal archivo.", "There is no such file.");
        return Open(ByteSource.Of(path), hints.FileName is null ? hints with { FileName = Path.GetFileName(path) } : hints, limits, 0, ct);
    }

    /// <summary>Opens a stream that can be sought; it must stay open as long as tables are read, one at a time.</summary>
    public static TableResult Open(Stream stream, TableHints hints, Limits limits, CancellationToken ct) => Open(ByteSource.Of(stream), hints, limits, 0, ct);

    /// <summary>Whether a file is looked at as a table when nobody says what it is: by its bytes, where they are not those of a document or of JSON.</summary>
    public static bool LooksLikeTable(string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".tsv" or ".tab" or ".psv" or ".xls" or ".xlsx" or ".ods" or ".geojson" or ".jsonl" or ".ndjson" or ".parquet") return true;
        var head = ByteSource.Of(path).Head(FileKinds.HeadSize);
        return head.Length > 0 && FileKinds.Of(head).Kind is FileKind.Text or FileKind.Zip or FileKind.Gzip or FileKind.CompoundDocument or FileKind.Parquet;
    }

    /// <param name="depth">Archives around it.</param>
    internal static TableResult Open(ByteSource source, TableHints hints, Limits limits, int depth, CancellationToken ct)
    {
        try
        {
            var head = source.Head(FileKinds.HeadSize);
            if (head.Length == 0) return Empty();
            var (kind, name) = FileKinds.Of(head);
            return kind switch
            {
                FileKind.Zip => ZipFile.Open(source, hints, limits, depth, ct),
                FileKind.Gzip => GzipFile.Open(source, hints, limits, depth, ct),
                FileKind.CompoundDocument => SheetFile.Open(new ExcelBook(source, "xls"), limits, ct),
                FileKind.Parquet => new TableResult.Parquet(),
                FileKind.Json => JsonFile.Open(source, head, limits, ct) ?? OpenText(source, hints, limits, ct),
                FileKind.Markup or FileKind.Other => NotATable(name),
                _ => OpenText(source, hints, limits, ct),
            };
        }
        catch (LimitExceededException e)
        {
            return Fail(TableFailureCodes.LimitExceeded, "", $"Se excede un límite: {e.Spanish}.", $"A bound is exceeded: {e.English}.");
        }
        catch (SheetEncryptedException)
        {
            return Fail(TableFailureCodes.Encrypted, "", "La planilla tiene contraseña.", "The workbook is locked with a password.", "Publíquela sin contraseña.", "Publish it without one.");
        }
        catch (InvalidDataException e)
        {
            return Fail(TableFailureCodes.Broken, "", $"Los bytes están dañados: {e.Message}", $"The bytes are damaged: {e.Message}");
        }
    }

    internal static TableResult.Failed Fail(string code, string place, string spanish, string english, string hintSpanish = "", string hintEnglish = "") =>
        new(new TableFailure(code, place, Say.Both(spanish, english), hintSpanish.Length == 0 ? Dcat.Text.Empty : Say.Both(hintSpanish, hintEnglish)));

    internal static TableResult.Failed NotATable(string kind) => Fail(TableFailureCodes.NotATable, "", $"No es una tabla: {kind}.", $"Not a table: {kind}.", "Publique los datos como CSV, planilla, JSON o Parquet.", "Publish the data as CSV, a spreadsheet, JSON or Parquet.");

    private static TableResult.Failed Empty() => Fail(TableFailureCodes.Empty, "", "El archivo está vacío.", "The file is empty.");

    private static TableResult OpenText(ByteSource source, TableHints hints, Limits limits, CancellationToken ct)
    {
        var tables = new TextFile(source, hints, limits).Open("", ct);
        return tables.Count == 0 ? Empty() : new TableResult.Found(tables[0].Report.Format, tables);
    }
}
