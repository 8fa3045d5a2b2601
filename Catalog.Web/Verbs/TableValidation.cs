using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Web.Verbs;

/// <summary><c>validate</c> of a lone table: how it is read, why, what was mended, what its columns hold, and whether it keeps a schema.</summary>
internal static class TableValidation
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="mediaType">What a server says that it is; null for a file.</param>
    /// <param name="schemaPath">A document that describes the first table; null for none.</param>
    public static int Run(string path, string? mediaType, string? schemaPath, bool json, string language, CancellationToken ct)
    {
        if (!TryReadContract(schemaPath, Path.GetFileName(path), language, out var contract, ct)) return ExitCode.Failed;
        var result = TableFile.Open(path, new TableHints { Dialect = contract?.Dialect, MediaType = mediaType }, Limits.Default, ct);
        var examined = (result as TableResult.Found)?.Tables.Select((table, i) => TableExamination.Of(table, i == 0 ? contract : null, name => Beside(schemaPath, name, ct), Limits.Default, ct)).ToList() ?? [];
        if (json) Console.WriteLine(JsonSerializer.Serialize(Report(path, result, examined), Json));
        else Print(path, result, examined, language);
        return result is TableResult.Failed ? ExitCode.Failed : examined.Any(e => e.Check is { IsValid: false }) ? ExitCode.Findings : ExitCode.Ok;
    }

    private static bool TryReadContract(string? path, string fileName, string language, out TableContract? contract, CancellationToken ct)
    {
        contract = null;
        if (path is null) return true;
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"There is no schema {path}.");
            return false;
        }
        contract = ContractReader.Read(path, new ContractQuestion { FileName = fileName, Locate = place => At(path, place) }, Limits.Default, ct);
        foreach (var finding in contract.Findings) Console.Error.WriteLine($"{finding.Code} {finding.Pointer}: {finding.Message.In(language)}");
        return contract.Says && contract.Findings.All(finding => finding.Severity < Severity.Error);
    }

    /// <summary>The file that a path in a document leads to, from where the document lies; null for addresses, and where there is none.</summary>
    private static string? At(string document, string place) =>
        !WebAddress.IsWeb(place) && Path.Combine(Path.GetDirectoryName(Path.GetFullPath(document))!, place) is var path && File.Exists(path) ? path : null;

    /// <summary>The first table of another resource of a data package, for foreign keys.</summary>
    private static FoundTable? Beside(string? package, string name, CancellationToken ct) =>
        package is not null && (PackagePaths.Of(package, name, Limits.Default) ?? name) is var path && At(package, path) is { } file && TableFile.Open(file, Limits.Default, ct) is TableResult.Found found ? found.Tables[0] : null;

    private static TableFileReport Report(string path, TableResult result, IReadOnlyList<TableExamination> examined) => result switch
    {
        TableResult.Found found => new TableFileReport
        {
            Status = "ok",
            File = Path.GetFileName(path),
            Format = found.Format,
            Tables = [.. found.Tables.Select((table, i) => OneTable(table, examined[i]))],
            PassedOver = [.. found.PassedOver.Select(Failure)],
        },
        TableResult.Failed failed => new TableFileReport { Status = "failed", File = Path.GetFileName(path), Failure = Failure(failed.Failure) },
        _ => new TableFileReport { Status = "ok", File = Path.GetFileName(path), Format = "parquet" },
    };

    private static OneTableReport OneTable(FoundTable table, TableExamination examined) => new()
    {
        Name = table.Name,
        Format = table.Report.Format,
        Rows = table.Report.Rows,
        Columns = table.Columns,
        ExtraColumns = table.Report.ExtraColumns,
        Dialect = table.Dialect,
        Confidence = table.Report.Confidence,
        Evidence = [.. table.Report.Evidence.Select(e => new SaidWhy(e.Code, Both(e.Message)))],
        Repairs = [.. table.Report.Repairs.Select(r => new SaidRepair(r.Code, r.Count, Both(r.Message), r.Examples))],
        Preamble = table.Report.Preamble,
        Footer = table.Report.Footer,
        Header = table.Report.Header,
        Examination = Examined(examined),
    };

    private static JsonElement Examined(TableExamination examined)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes)) examined.Write(json);
        return JsonSerializer.Deserialize<JsonElement>(bytes.ToArray());
    }

    private static SaidFailure Failure(TableFailure failure) => new(failure.Code, failure.Place, Both(failure.Message), failure.Hint.IsEmpty ? null : Both(failure.Hint));

    private static Dictionary<string, string> Both(Text text) => text.Values.ToDictionary(v => v.Lang, v => v.Value);

    private static void Print(string path, TableResult result, IReadOnlyList<TableExamination> examined, string language)
    {
        if (result is TableResult.Failed failed)
        {
            Console.WriteLine($"{failed.Failure.Code}: {failed.Failure.Message.In(language)} {failed.Failure.Hint.In(language)}".TrimEnd());
            return;
        }
        if (result is not TableResult.Found found)
        {
            Console.WriteLine($"{Path.GetFileName(path)}: parquet");
            return;
        }
        foreach (var (table, examination) in found.Tables.Zip(examined))
        {
            Console.WriteLine($"{Path.GetFileName(path)}{(table.Name.Length == 0 ? "" : $" [{table.Name}]")}: {table.Report.Format}, {table.Report.Rows} x {table.Columns.Count}");
            foreach (var why in table.Report.Evidence) Console.WriteLine($"  {why.Message.In(language)}");
            foreach (var repair in table.Report.Repairs)
            {
                Console.WriteLine($"  {repair.Code} ({repair.Count}): {repair.Message.In(language)}");
                foreach (var example in repair.Examples.Take(3)) Console.WriteLine($"    {example.Row}:{example.Line} {example.Text}");
            }
            foreach (var column in examination.Profile.Columns) Console.WriteLine($"  {column.Name}: {column.Field.Type.Name()}{(column.Nulls > 0 ? $", {column.Nulls} empty" : "")}");
            foreach (var finding in (examination.Check?.Findings ?? []).Concat(examination.Personal))
                Console.WriteLine($"  {finding.Severity.ToString().ToLowerInvariant()} {finding.Code} {finding.Column}{(finding.Row > 0 ? $":{finding.Row}" : "")}: {finding.Message.In(language)}");
        }
        foreach (var passed in found.PassedOver) Console.WriteLine($"  {passed.Place}: {passed.Code}: {passed.Message.In(language)}");
    }

    private sealed record SaidWhy(string Code, Dictionary<string, string> Message);

    private sealed record SaidRepair(string Code, long Count, Dictionary<string, string> Message, IReadOnlyList<RepairExample> Examples);

    private sealed record SaidFailure(string Code, string Place, Dictionary<string, string> Message, Dictionary<string, string>? Hint);

    private sealed record TableFileReport
    {
        public required string Status { get; init; }

        public required string File { get; init; }

        public string? Format { get; init; }

        public IReadOnlyList<OneTableReport> Tables { get; init; } = [];

        public IReadOnlyList<SaidFailure> PassedOver { get; init; } = [];

        public SaidFailure? Failure { get; init; }
    }

    private sealed record OneTableReport
    {
        public required string Name { get; init; }

        public required string Format { get; init; }

        public required long Rows { get; init; }

        public required IReadOnlyList<string> Columns { get; init; }

        public required int ExtraColumns { get; init; }

        public TableDialect? Dialect { get; init; }

        public required double Confidence { get; init; }

        public required IReadOnlyList<SaidWhy> Evidence { get; init; }

        public required IReadOnlyList<SaidRepair> Repairs { get; init; }

        public required IReadOnlyList<string> Preamble { get; init; }

        public required IReadOnlyList<string> Footer { get; init; }

        public required IReadOnlyList<string> Header { get; init; }

        /// <summary>Types with their evidence, numbers of each column, what a schema and the guard of personal data have to say.</summary>
        public required JsonElement Examination { get; init; }
    }
}
