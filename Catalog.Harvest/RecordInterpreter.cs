using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Validation;
using Catalog.Harvest.Config;
using Catalog.Harvest.Sources;

namespace Catalog.Harvest;

/// <summary>A record understood, validated and given its place in the catalog.</summary>
internal sealed record InterpretedRecord
{
    public required string Identifier { get; init; }
    public required Guid DatasetId { get; init; }
    public required string Title { get; init; }

    /// <summary>Null when it cannot be published.</summary>
    public Dataset? Dataset { get; init; }

    /// <summary>The profile's verdict.</summary>
    public required bool Conforms { get; init; }

    /// <summary>Findings, the gravest first, bounded; <see cref="FindingCount"/> counts them all.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
    public required int FindingCount { get; init; }
}

/// <summary>From a raw record to a dataset with its findings: read, validate, resolve publisher and sectors.</summary>
internal sealed class RecordInterpreter(HarvestConfig config, HarvestSource source, SourceDocument document, Limits limits)
{
    private readonly PublisherDirectory _publishers = new(config, source);
    private readonly SectorDirectory _sectors = new(config, source);
    private readonly IReadOnlyList<ProfileSchema> _policySchemas = [.. source.Policy.Schemas.Select(ProfileSchema.FromFile)];
    private readonly RecordContext _context = new()
    {
        SourceId = source.Id,
        Language = source.Language,
        ThemeLabels = document.ThemeLabels,
        Limits = limits,
    };

    private readonly ProfileSchema? _profile = document.Profile switch
    {
        RecordProfile.Argentina => ProfileSchema.ArgentinaDataset.Value,
        RecordProfile.DcatUs => ProfileSchema.DcatUsDataset.Value,
        RecordProfile.DataPackage => ProfileSchema.DataPackage.Value,
        _ => null,
    };

    public InterpretedRecord Interpret(JsonElement record, SpooledRecord spooled)
    {
        if (record.ValueKind != JsonValueKind.Object) return NotAnObject(spooled);
        var profileFindings = _profile?.Validate(spooled.Raw) ?? [];
        var policyFindings = _policySchemas.SelectMany(schema => schema.Validate(spooled.Raw));
        var read = Read(record, spooled.BasePath);
        var findings = new List<Finding>(profileFindings);
        findings.AddRange(policyFindings);
        // What the profile's schema said already of a place need not be said again in other words.
        var said = profileFindings.Where(f => f.Code is FindingCodes.BadDate or FindingCodes.BadUrl or FindingCodes.BadEmail or FindingCodes.PatternMismatch).Select(f => f.Pointer).ToHashSet();
        findings.AddRange(read.Findings.Where(f => !(f.Code is FindingCodes.BadDate or FindingCodes.BadEmail or FindingCodes.NotUnderstood && said.Contains(f.Pointer))));
        var dataset = read.Dataset is null ? null : Place(read.Dataset, findings);
        findings.Sort((a, b) => b.Severity.CompareTo(a.Severity));
        var identifier = read.Identifier.Length > 0 ? read.Identifier : $"#{spooled.Pointer}";
        return new InterpretedRecord
        {
            Identifier = identifier,
            DatasetId = DeterministicId.OfDataset(source.Id, identifier),
            Title = read.Title,
            Dataset = dataset,
            Conforms = profileFindings.Count == 0,
            Findings = findings.Count <= limits.MaxFindingsPerRecord ? findings : findings[..limits.MaxFindingsPerRecord],
            FindingCount = findings.Count,
        };
    }

    private RecordRead Read(JsonElement record, string basePath) => source.Type switch
    {
        _ when document.Profile == RecordProfile.DcatUs3 => DcatReader.ReadBare(record, _context),
        SourceType.Dcat => DcatReader.Read(record, _context),
        SourceType.DataJson => DataJsonReader.Read(record, _context),
        SourceType.Folder => DataPackageReader.Read(record, _context, path => LocalPath.Join(basePath, path)),
        SourceType.Files => InlineDatasetReader.Read(record, _context, path => LocalPath.Join("", path)),
        _ => throw new InvalidOperationException($"No reader for {source.Type}"),
    };

    private Dataset Place(Dataset dataset, List<Finding> findings)
    {
        foreach (var theme in dataset.Themes)
            if (theme.Label.IsEmpty && document.ThemeLabels.Count > 0 && !_sectors.Knows(theme))
                findings.Add(FindingMessages.Make(FindingCodes.UnknownTheme, Severity.Info, "/theme", theme.Id,
                    "El tema no está en themeTaxonomy ni es un sector del catálogo.", "The theme is neither in themeTaxonomy nor a sector of the catalog.",
                    "Agréguelo a themeTaxonomy o use el id de un sector.", "Add it to themeTaxonomy or use the id of a sector."));
        var placed = dataset with { Publisher = _publishers.Resolve(dataset.Publisher), Sectors = _sectors.Resolve(dataset) };
        if (placed.Sectors.Count == 0)
            findings.Add(FindingMessages.Make(FindingCodes.NoSector, Severity.Info, "/superTheme", null,
                "Sin sector: solo se encuentra por búsqueda.", "No sector: it is found by search only.",
                "Agregue theme o superTheme.", "Add theme or superTheme."));
        return placed;
    }

    /// <summary>A record that is no JSON, or nested too deep to be read: turned away, and kept as it is.</summary>
    public InterpretedRecord Unreadable(SpooledRecord spooled, string error) => TurnedAway(spooled,
        $"El registro no se puede leer: {error}", $"The record cannot be read: {error}", "Corrija el JSON.", "Correct the JSON.");

    private InterpretedRecord NotAnObject(SpooledRecord spooled) => TurnedAway(spooled,
        "El registro no es un objeto JSON.", "The record is not a JSON object.", "Escriba cada conjunto de datos entre llaves.", "Write each dataset in braces.");

    private InterpretedRecord TurnedAway(SpooledRecord spooled, string spanish, string english, string hintSpanish, string hintEnglish) => new()
    {
        Identifier = $"#{spooled.Pointer}",
        DatasetId = DeterministicId.OfDataset(source.Id, $"#{spooled.Pointer}"),
        Title = spooled.Pointer,
        Conforms = false,
        FindingCount = 1,
        Findings = [FindingMessages.Make(FindingCodes.NotAnObject, Severity.Fatal, "", null, spanish, english, hintSpanish, hintEnglish)],
    };
}
