using Catalog.Core;
using Catalog.Core.Tabular;

namespace Catalog.Web.Verbs;

/// <summary><c>export FILE --csv</c>: any table as standard CSV; many of them in one start of the program.</summary>
internal sealed class TableExport(string? sheet, string? to, bool rectangular)
{
    private readonly CsvExportOptions _options = new() { Rectangular = rectangular };

    /// <summary>Exports files, and the files of folders; the worst outcome is the code.</summary>
    public int Run(IReadOnlyList<string> places, CancellationToken ct)
    {
        var many = places.Count > 1 || Directory.Exists(places[0]);
        if (many && to is null)
        {
            Console.Error.WriteLine("Several files need --to FOLDER.");
            return ExitCode.Failed;
        }
        var worst = ExitCode.Ok;
        foreach (var place in places)
        {
            if (!Directory.Exists(place))
            {
                worst = Math.Max(worst, One(place, many ? Path.GetFileName(place) : null, ct));
                continue;
            }
            foreach (var file in Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                worst = Math.Max(worst, One(file, Path.GetRelativePath(place, file), ct));
        }
        return worst;
    }

    /// <param name="relative">Where under the folder to write to; null when there is one file, or standard output.</param>
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
        return ExitCode.Ok;
    }

    private Stream Target(string? relative)
    {
        if (to is null) return Console.OpenStandardOutput();
        var path = relative is null ? to : Path.Combine(to, relative.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? relative : relative + ".csv");
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        return File.Create(path);
    }
}
