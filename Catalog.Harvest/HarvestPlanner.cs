using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Harvest.Config;
using Catalog.Harvest.Sources;

namespace Catalog.Harvest;

/// <summary>
/// Compares what was gathered with what is stored, and works out what a run would do. Reads only; the guard decides
/// afterwards what of it may be applied.
/// </summary>
internal sealed class HarvestPlanner(HarvestConfig config, HarvestSource source, DatasetStore datasets, HarvestObjects objects, Limits limits)
{
    /// <summary>Records that were held and are approved now: they are read anew although they did not change.</summary>
    public IReadOnlySet<string> ApprovedFingerprints { get; init; } = new HashSet<string>();

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(config.Catalog.TimeZone);
    private readonly List<PlanItem> _items = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _unchanged;
    private int _conforming;
    private int _errors;
    private int _warnings;

    public HarvestPlan Plan(RecordSpool records, SourceDocument document, PlanSpool payloads, Action<int> progress)
    {
        var interpreter = new RecordInterpreter(config, source, document, limits);
        var fingerprints = objects.FingerprintsOf(source.Id);
        var states = datasets.StatesOf(source.Id);
        var context = FingerprintContext(document);
        using var canonical = new CanonicalJson();
        var done = 0;
        foreach (var record in records.ReadAll())
        {
            PlanRecord(record, interpreter, fingerprints, states, context, canonical, payloads);
            if (++done % 100 == 0) progress(done);
        }
        PlanMissing(fingerprints, states);
        return new HarvestPlan
        {
            SourceId = source.Id,
            Gathered = records.Count,
            Unchanged = _unchanged,
            Items = _items,
            Conforming = _conforming,
            Errors = _errors + document.Findings.Count(f => f.Severity >= Severity.Error),
            Warnings = _warnings + document.Findings.Count(f => f.Severity == Severity.Warning),
            CatalogFindings = document.Findings,
        };
    }

    private void PlanRecord(
        SpooledRecord record, RecordInterpreter interpreter, IReadOnlyDictionary<string, ObjectFingerprint> fingerprints,
        IReadOnlyDictionary<Guid, DatasetState> states, string context, CanonicalJson canonical, PlanSpool payloads)
    {
        using var json = RecordJson.TryParse(record.Raw, limits, out var error);
        if (json is null)
        {
            Reject(record, interpreter.Unreadable(record, error), "", payloads);
            return;
        }
        var fingerprint = canonical.Hash(json.RootElement, context);
        if (SaidIdentifier(json.RootElement) is { } said && !_seen.Contains(said) && IsUnchanged(fingerprints, said, fingerprint)) return;
        var read = interpreter.Interpret(json.RootElement, record);
        if (!_seen.Add(read.Identifier))
        {
            read = Duplicate(read);
            _seen.Add(read.Identifier);
        }
        if (IsUnchanged(fingerprints, read.Identifier, fingerprint)) return;
        if (read.Dataset is null)
        {
            Reject(record, read, fingerprint, payloads);
            return;
        }
        Publish(record, read, fingerprint, states.GetValueOrDefault(read.DatasetId), payloads);
    }

    /// <summary>The record is what it was. If it was turned away or held before, it still is, and the report says so.</summary>
    private bool IsUnchanged(IReadOnlyDictionary<string, ObjectFingerprint> fingerprints, string identifier, string fingerprint)
    {
        if (!fingerprints.TryGetValue(identifier, out var known) || known.Fingerprint != fingerprint || ApprovedFingerprints.Contains(fingerprint)) return false;
        _seen.Add(identifier);
        Tally(known.Conforms, known.Errors, known.Warnings);
        if (known.State == ObjectState.Published) _unchanged++;
        else KeepBack(known, identifier);
        return true;
    }

    private void Publish(SpooledRecord record, InterpretedRecord read, string fingerprint, DatasetState? state, PlanSpool payloads)
    {
        var dataset = read.Dataset!;
        var document = DatasetJson.Write(dataset);
        var same = state is { Published: true } && state.ContentHash == DatasetJson.Hash(document);
        var action = state switch
        {
            null => PlanAction.Add,
            { Published: false } => PlanAction.Restore,
            _ when same => PlanAction.Refresh,
            _ => PlanAction.Change,
        };
        var fields = action == PlanAction.Change ? FieldChange.Between(datasets.FindDocument(state!.Id)!, document) : [];
        var sortDate = (dataset.Modified ?? dataset.Issued)?.ToInstant(_zone);
        var payload = new PlanPayload(
            record.Pointer, record.Raw, document, PublisherDirectory.AddressOf(dataset.Publisher), PublisherNameOf(dataset.Publisher),
            sortDate?.ToString("O"), read.FindingCount);
        AddItem(read, fingerprint, payloads.Add(payload), action, reason: null, fields);
        Tally(read.Conforms, read.Findings.Count(f => f.Severity >= Severity.Error), read.Findings.Count(f => f.Severity == Severity.Warning));
    }

    private void Reject(SpooledRecord record, InterpretedRecord read, string fingerprint, PlanSpool payloads)
    {
        _seen.Add(read.Identifier);
        var reason = string.Join("; ", read.Findings.Where(f => f.Severity == Severity.Fatal).Select(f => $"{f.Code}: {f.Message.In("en")}"));
        var payload = new PlanPayload(record.Pointer, record.Raw, null, null, null, null, read.FindingCount);
        AddItem(read, fingerprint, payloads.Add(payload), PlanAction.Reject, reason, []);
        Tally(read.Conforms, read.Findings.Count(f => f.Severity >= Severity.Error), read.Findings.Count(f => f.Severity == Severity.Warning));
    }

    /// <summary>An item without payload: nothing is written for it again, but the run's report still names it.</summary>
    private void KeepBack(ObjectFingerprint known, string identifier) => _items.Add(new PlanItem
    {
        Action = known.State == ObjectState.Held ? PlanAction.Hold : PlanAction.Reject,
        Identifier = identifier,
        DatasetId = DeterministicId.OfDataset(source.Id, identifier),
        Title = known.Title,
        Reason = "unchanged since it was last turned away",
        Conforms = known.Conforms,
        Fingerprint = known.Fingerprint,
    });

    /// <summary>What is stored and was not gathered: published datasets are to be removed, the rest forgotten.</summary>
    private void PlanMissing(IReadOnlyDictionary<string, ObjectFingerprint> fingerprints, IReadOnlyDictionary<Guid, DatasetState> states)
    {
        foreach (var state in states.Values.Where(s => s.Published && !_seen.Contains(s.Identifier)).OrderBy(s => s.Identifier, StringComparer.Ordinal))
            _items.Add(new PlanItem
            {
                Action = PlanAction.Remove,
                Identifier = state.Identifier,
                DatasetId = state.Id,
                Title = state.Title,
                Reason = "no longer in the source",
            });
        foreach (var (identifier, known) in fingerprints)
            if (known.State is ObjectState.Rejected or ObjectState.Held && !_seen.Contains(identifier) && !states.ContainsKey(DeterministicId.OfDataset(source.Id, identifier)))
                _items.Add(new PlanItem { Action = PlanAction.Remove, Identifier = identifier, DatasetId = Guid.Empty, Title = known.Title, Reason = "no longer in the source" });
    }

    private void AddItem(InterpretedRecord read, string fingerprint, long payload, PlanAction action, string? reason, IReadOnlyList<FieldChange> fields) => _items.Add(new PlanItem
    {
        Action = action,
        Identifier = read.Identifier,
        DatasetId = read.DatasetId,
        Title = read.Title,
        Reason = reason,
        Fields = fields,
        Findings = read.Findings,
        Conforms = read.Conforms,
        Fingerprint = fingerprint,
        Payload = payload,
    });

    /// <summary>The second record of a name: turned away under a name of its own, so that both can be shown.</summary>
    private InterpretedRecord Duplicate(InterpretedRecord read)
    {
        var number = 2;
        while (_seen.Contains($"{read.Identifier}#{number}")) number++;
        var identifier = $"{read.Identifier}#{number}";
        var finding = FindingMessages.Make(FindingCodes.DuplicateIdentifier, Severity.Fatal, "/identifier", read.Identifier,
            "Otro registro de la fuente tiene el mismo identificador; vale el primero.", "Another record of the source has the same identifier; the first one counts.",
            "Dé a cada conjunto de datos el suyo.", "Give each dataset its own.");
        return read with
        {
            Identifier = identifier,
            DatasetId = DeterministicId.OfDataset(source.Id, identifier),
            Dataset = null,
            Findings = [finding, .. read.Findings],
            FindingCount = read.FindingCount + 1,
        };
    }

    /// <summary>The identifier when it can be told without reading the record: the fast way for what is unchanged.</summary>
    private string? SaidIdentifier(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object) return null;
        var member = source.Type == SourceType.Folder && !record.TryGetProperty("id", out _) ? "name" : source.Type == SourceType.Folder ? "id" : "identifier";
        return record.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;
    }

    private void Tally(bool conforms, int errors, int warnings)
    {
        if (conforms) _conforming++;
        _errors += errors;
        _warnings += warnings;
    }

    private string? PublisherNameOf(Agent? publisher) =>
        publisher is null ? null : config.FindPublisher(publisher.Id)?.Name.ToString() ?? (publisher.Name.IsEmpty ? null : publisher.Name.ToString());

    /// <summary>
    /// Everything beside the record that its reading depends on: when one of these changes, unchanged records are read
    /// anew (and still become no revision when the result is the same).
    /// </summary>
    private string FingerprintContext(SourceDocument document) => string.Join('\n',
        document.Profile is RecordProfile.Dcat or RecordProfile.DcatUs3 ? DcatReader.MappingVersion : DataJsonReader.MappingVersion, source.Type, source.Policy.OnInvalid, document.Profile, source.Language, source.Publisher, source.Sectors,
        config.Catalog.Publishers, config.Catalog.Sectors, config.Catalog.TimeZone,
        string.Join('|', document.ThemeLabels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}")),
        string.Join('|', source.Policy.Schemas.Select(path => DatasetJson.Hash(File.ReadAllText(path)))));
}
