using System.Globalization;
using System.Text;
using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>
/// The README.md of a data package: what it is, whose it is, every file with its date and hash, and what is missing. In
/// Spanish and English at once, since a file goes further than the page it was taken from.
/// </summary>
public sealed class DataPackageReadme(TextWriter writer, DataCatalog catalog) : IDisposable
{
    private readonly string _language = catalog.Languages.Count > 0 ? catalog.Languages[0] : "es";
    private readonly List<DataPackageEntry> _missing = [];
    private int _files;
    private long _bytes;

    public void Begin(DataPackageHead head)
    {
        Line($"# {Inline(head.Title.In(_language))}");
        Line();
        var description = Inline(head.Description.In(_language));
        if (description.Length > 0) Line(description);
        if (description.Length > 0) Line();
        Line($"- Fuente / Source: {Inline(catalog.Title.In(_language))}, <{head.Homepage}>");
        if (catalog.License is { } license)
            Line($"- Licencia, salvo que un archivo diga otra / Licence, unless a file says otherwise: {Inline(Licenses.Name(license)!)} {(Licenses.Find(license)?.Url is { } url ? $"<{url}>" : "")}".TrimEnd());
        if (head.Created is { } created) Line($"- Copia más reciente / Newest copy: {Day(created)}");
        Line("- `datapackage.json`: [Frictionless Data Package](https://datapackage.org), metadatos y columnas / metadata and columns");
        Line();
        Line("## Archivos / Files");
        Line();
        Line("| archivo / file | conjunto / dataset | actualizado / updated | copiado / copied | bytes | SHA-256 |");
        Line("|---|---|---|---|---:|---|");
    }

    public void Write(DataPackageEntry entry)
    {
        if (entry.Missing is not null)
        {
            _missing.Add(entry);
            return;
        }
        var file = entry.File!;
        _files++;
        _bytes += file.Size;
        var updated = entry.Distribution.Modified ?? entry.Published.Dataset.Modified ?? entry.Published.Dataset.Issued;
        Line(string.Create(CultureInfo.InvariantCulture,
            $"| `{entry.Path}` | {Inline(entry.Published.Dataset.Title.In(_language))} | {updated?.ToString() ?? ""} | {Day(file.FetchedAt)} | {file.Size} | `{file.Sha256}` |"));
    }

    public void Complete()
    {
        Line();
        Line(string.Create(CultureInfo.InvariantCulture, $"{_files} archivos, {_bytes} bytes / {_files} files, {_bytes} bytes."));
        if (_missing.Count == 0) return;
        Line();
        Line("## Lo que falta / What is missing");
        Line();
        foreach (var entry in _missing)
            Line($"- {Inline(entry.Published.Dataset.Title.In(_language))}: {Inline(entry.Distribution.Title.In(_language))} – {Reason(entry.Missing!)} {Links.Uri(entry.Distribution.DownloadUrl) ?? Links.Uri(entry.Distribution.AccessUrl) ?? ""}".TrimEnd());
    }

    public void Dispose() => writer.Flush();

    private static string Reason(string code) => code switch
    {
        DataPackageEntry.NotCopied => "el catálogo no tiene copia / the catalog has no copy",
        DataPackageEntry.Withheld => "se retiene: parece tener datos de personas / held: it seems to hold data of persons",
        DataPackageEntry.CopyLost => "la copia se perdió del disco / the copy is gone from the disk",
        _ => "la copia está dañada; no la use / the copy is damaged; do not use it",
    };

    private void Line(string line = "") => writer.Write(line + "\n");

    private static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A stranger's words on one line of Markdown, with nothing in them that Markdown acts on.</summary>
    private static string Inline(string text)
    {
        var inline = new StringBuilder(text.Length);
        foreach (var c in Rdf.RdfText.Clean(text).Trim())
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c)) inline.Append(inline.Length > 0 && inline[^1] == ' ' ? "" : " ");
            else if (c is '|' or '<' or '>' or '[' or ']' or '*' or '_' or '`' or '\\' or '#') inline.Append('\\').Append(c);
            else inline.Append(c);
        }
        return inline.ToString();
    }
}
