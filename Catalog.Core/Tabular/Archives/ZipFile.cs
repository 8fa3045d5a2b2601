using System.Globalization;
using System.IO.Compression;
using System.Text;
using Catalog.Core.Tabular.Sheets;

namespace Catalog.Core.Tabular.Archives;

/// <summary>A ZIP: a workbook in disguise, or an archive whose members are files of their own.</summary>
internal static class ZipFile
{
    public static TableResult Open(ByteSource source, TableHints hints, Limits limits, int depth, CancellationToken ct)
    {
        source = MemoryBytes.Seekable(source, limits);
        using var archive = Archive(source);
        if (archive.GetEntry("[Content_Types].xml") is not null)
        {
            if (archive.GetEntry("xl/workbook.xml") is not null || archive.GetEntry("xl/workbook.bin") is not null) return Book(archive, new ExcelBook(source, archive.GetEntry("xl/workbook.bin") is null ? "xlsx" : "xlsb"), limits, ct);
            if (archive.GetEntry("word/document.xml") is not null || archive.GetEntry("ppt/presentation.xml") is not null) return TableFile.NotATable("Office");
        }
        if (archive.GetEntry("mimetype") is { Length: < 200 } kind && archive.GetEntry("content.xml") is not null)
        {
            using var reader = new StreamReader(kind.Open(), Encoding.ASCII);
            return reader.ReadToEnd().Contains("spreadsheet", StringComparison.Ordinal) ? Book(archive, new OdsBook(source, limits), limits, ct) : TableFile.NotATable("OpenDocument");
        }
        return Members(source, archive, limits, depth, ct);
    }

    /// <summary>The archive of a stream, which it closes.</summary>
    public static ZipArchive Archive(ByteSource source) => new(source.Open(), ZipArchiveMode.Read, leaveOpen: false);

    private static TableResult Book(ZipArchive archive, ISheetBook book, Limits limits, CancellationToken ct)
    {
        // The lengths in the directory bind: what a member has beyond is not unfolded.
        var unfolded = archive.Entries.Sum(e => e.Length);
        if (unfolded > limits.MaxWorkbookBytes) throw new LimitExceededException("la planilla se desempaqueta a " + unfolded.ToString(CultureInfo.InvariantCulture) + " bytes", "the workbook unfolds to " + unfolded.ToString(CultureInfo.InvariantCulture) + " bytes");
        return SheetFile.Open(book, limits, ct);
    }

    private static TableResult Members(ByteSource source, ZipArchive archive, Limits limits, int depth, CancellationToken ct)
    {
        if (depth >= limits.MaxArchiveDepth) throw new LimitExceededException("demasiados archivos comprimidos uno dentro de otro", "too many archives within each other");
        var tables = new List<FoundTable>();
        var passed = new List<TableFailure>();
        var members = archive.Entries.Where(e => !e.FullName.EndsWith('/') && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) && !e.Name.StartsWith('.')).ToList();
        if (members.Count == 0) return TableFile.Fail(TableFailureCodes.Empty, "", "El archivo comprimido no tiene miembros.", "The archive has no members.");
        foreach (var member in members.Take(limits.MaxArchiveMembers))
        {
            ct.ThrowIfCancellationRequested();
            var hints = new TableHints { FileName = member.Name };
            switch (TableFile.Open(new MemberBytes(source, member.FullName, limits), hints, limits, depth + 1, ct))
            {
                case TableResult.Found found:
                    foreach (var table in found.Tables.Take(limits.MaxTablesPerFile - tables.Count)) tables.Add(new NamedTable(table, table.Name.Length == 0 ? member.FullName : member.FullName + "/" + table.Name));
                    passed.AddRange(found.PassedOver.Select(p => p with { Place = member.FullName + "/" + p.Place }));
                    break;
                case TableResult.Failed failed:
                    passed.Add(failed.Failure with { Place = failed.Failure.Place.Length == 0 ? member.FullName : member.FullName + "/" + failed.Failure.Place });
                    break;
                default:
                    passed.Add(TableFile.NotATable("Parquet").Failure with { Place = member.FullName });
                    break;
            }
        }
        if (members.Count > limits.MaxArchiveMembers)
            passed.Add(TableFile.Fail(TableFailureCodes.LimitExceeded, "", $"Hay {members.Count} miembros; no se miran más de {limits.MaxArchiveMembers}.", $"There are {members.Count} members; no more than {limits.MaxArchiveMembers} are looked at.").Failure);
        // A description of the tables is not what is meant by the file.
        tables = [.. tables.OrderBy(t => t.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || t.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || t.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase))];
        if (tables.Count > 0) return new TableResult.Found("zip", tables) { PassedOver = passed };
        return passed.Count == 1 ? new TableResult.Failed(passed[0]) : TableFile.NotATable($"ZIP, {passed.Count}");
    }

    private sealed class MemberBytes(ByteSource source, string name, Limits limits) : ByteSource
    {
        public override bool CanSeek => false;

        public override Stream Open()
        {
            var archive = Archive(source);
            var entry = archive.GetEntry(name) ?? throw new InvalidDataException(name);
            try
            {
                return new BoundedStream(entry.Open(), BoundedStream.Bound(entry.CompressedLength, limits), archive);
            }
            catch (Exception e) when (e is InvalidDataException or NotSupportedException)
            {
                archive.Dispose();
                throw new InvalidDataException(e.Message, e);
            }
        }
    }
}
