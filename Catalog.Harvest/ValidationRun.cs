using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;
using Catalog.Harvest.Sources;

namespace Catalog.Harvest;

/// <summary>The verdict on a document that nobody harvests.</summary>
public sealed record ValidationReport
{
    /// <summary>ok: every record conforms; error: some do not; failed: it could not be read.</summary>
    public required string Status { get; init; }
    public string? Code { get; init; }
    public string? Message { get; init; }
    public string? Profile { get; init; }
    public IReadOnlyList<Finding> Catalog { get; init; } = [];
    public IReadOnlyList<ValidatedRecord> Records { get; init; } = [];
}

public sealed record ValidatedRecord(string Identifier, string Title, bool Conforms, bool Publishable, IReadOnlyList<Finding> Findings);

/// <summary>Gathers and interprets a source as a harvest would, and stops there: no store, no catalog.</summary>
public sealed class ValidationRun : IDisposable
{
    private readonly HarvestSource _source;
    private readonly HttpFetcher _fetcher = new(Limits.Default);
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-validate-").FullName;

    public ValidationRun(HarvestSource source) => _source = source;

    public async Task<ValidationReport> RunAsync(CancellationToken ct)
    {
        using var records = new RecordSpool(Path.Combine(_folder, "records"));
        ISourceReader reader = _source.Type switch
        {
            SourceType.Folder => new FolderSource(_source, Limits.Default),
            SourceType.Dcat => new DcatSource(_source, _fetcher, _folder, Limits.Default),
            _ => new DataJsonSource(_source, _fetcher, _folder, Limits.Default),
        };
        switch (await reader.GatherAsync(records, ct))
        {
            case GatherResult.Failed failed:
                return new ValidationReport { Status = "failed", Code = failed.Code, Message = failed.Message };
            case GatherResult.Gathered { Document: var document }:
                return Judge(records, document);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private ValidationReport Judge(RecordSpool records, SourceDocument document)
    {
        var interpreter = new RecordInterpreter(NoConfig, _source, document, Limits.Default);
        var judged = new List<ValidatedRecord>(records.Count);
        foreach (var record in records.ReadAll())
        {
            using var json = RecordJson.TryParse(record.Raw, Limits.Default, out var error);
            var read = json is null ? interpreter.Unreadable(record, error) : interpreter.Interpret(json.RootElement, record);
            judged.Add(new ValidatedRecord(read.Identifier, read.Title, read.Conforms, read.Dataset is not null, read.Findings));
        }
        var right = judged.All(r => r.Conforms) && document.Findings.All(f => f.Severity < Severity.Error);
        return new ValidationReport { Status = right ? "ok" : "error", Profile = document.Profile.ToString(), Catalog = document.Findings, Records = judged };
    }

    /// <summary>No publishers and the default sectors: the verdict is on the document, not on a catalog.</summary>
    private static HarvestConfig NoConfig => new()
    {
        Path = Path.GetFullPath("harvest.yaml"),
        Sources = [],
        Catalog = new DataCatalog
        {
            Title = Text.Empty,
            Description = Text.Empty,
            Url = "http://localhost",
            Publisher = new Agent(),
            TimeZone = "UTC",
            Sectors = SuperThemes.DefaultSectors,
        },
    };

    public void Dispose()
    {
        _fetcher.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
