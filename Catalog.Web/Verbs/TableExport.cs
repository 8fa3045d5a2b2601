using Catalog.Core;
using Catalog.Core.Tabular;

namespace Catalog.Web.Verbs;

/// <summary><c>export FILE --csv</c>: any table as standard CSV; many of them in one start of the program.</summary>
internal sealed class TableExport(string? sheet, string? to, bool rectangular)
{
    private readonly CsvExportOptions _options = new() { Rectangular = rectangular };
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Exports files, and the files of folders; the worst outcome is the code.</summary>
    public int Run(IReadOnlyList<string> places, CancellationToken ct)
    {
        var many = places.Count > 1 || Directory.Exists(places[0]);
        if (many && to is null)
        {
            Console.Error.WriteLine("Several files need --to FOLDER.");
            return ExitCode.Failed;
        }
        var files = places.SelectMany(place => Files(place, many)).ToList();
        _taken.UnionWith(files.Select(f => Path.GetFullPath(f.File)));
        var worst = ExitCode.Ok;
        foreach (var (file, relative) in files) worst = Math.Max(worst, Guarded(file, relative, ct));
        return worst;
    }

    /// <summary>The files of a place, each with where under the folder to write to; null when there is one file, or standard output.</summary>
    private static IEnumerable<(string File, string? Relative)> Files(string place, bool many)
    {
        if (!Directory.Exists(place)) return [(place, many ? Path.GetFileName(place) : null)];
        return Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (file, (string?)Path.GetRelativePath(place, file)));
    }

    /// <summary>One file that cannot be read or written does not keep the others from being exported.</summary>
    private int Guarded(string path, string? relative, CancellationToken ct)
    {
        try
        {
            return One(path, relative, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{path}: {e.Message}");
            return ExitCode.Failed;
        }
    }

    private int One(string path, string? relative, CancellationToken ct)
    {
        var result = TableFile.Open(path, Limits.Default, ct);
        if (result is TableResult.Failed { Failure.Code: TableFailureCodes.Empty })
        {
            // Nothing in, nothing out.
            Console.Error.WriteLine($"{path}: {TableFailureCodes.Empty}");
            using var empty = Target(relative);
            return ExitCode.Ok;
        }
        if (result is not TableResult.Found found)
        {
            var failure = (result as TableResult.Failed)?.Failure;
            Console.Error.WriteLine($"{path}: {failure?.Code ?? TableFailureCodes.NotATable}: {failure?.Message.In("en") ?? "Parquet is exported by the row API."}");
            return ExitCode.Failed;
        }
        var table = sheet is null ? found.Tables[0] : found.Tables.FirstOrDefault(t => t.Name.Equals(sheet, StringComparison.OrdinalIgnoreCase));
        if (table is null)
        {
            Console.Error.WriteLine($"{path}: no table is called {sheet}; there are: {string.Join(", ", found.Tables.Select(t => t.Name))}");
            return ExitCode.Failed;
        }
        using var target = Target(relative);
        CsvExport.Write(table, target, _options, ct);
        SayWhatIsLeft(path, found, table);
        return ExitCode.Ok;
    }

    /// <summary>What of the file is not in the export is said, so that nobody takes it for the whole.</summary>
    private void SayWhatIsLeft(string path, TableResult.Found found, FoundTable table)
    {
        if (sheet is null && found.Tables.Count > 1) Console.Error.WriteLine($"{path}: {found.Tables.Count - 1} more not written (--sheet): {string.Join(", ", found.Tables.Skip(1).Select(t => t.Name))}");
        if (table.Report.Preamble.Count + table.Report.Footer.Count > 0) Console.Error.WriteLine($"{path}: {table.Report.Preamble.Count} lines before the table and {table.Report.Footer.Count} after it are no rows and not written");
    }

    /// <summary>Never a file that is read, and never the same one twice in a run.</summary>
    private Stream Target(string? relative)
    {
        if (to is null) return Console.OpenStandardOutput();
        var path = relative is null ? to : Path.Combine(to, relative.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? relative : relative + ".csv");
        if (!_taken.Add(Path.GetFullPath(path))) throw new IOException($"{path} is one of the files that are read, or was written from another.");
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        return File.Create(path);
    }
}
