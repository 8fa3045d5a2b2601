using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Drift;
using Catalog.Core.Tabular.Privacy;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Core.Tables;

/// <summary>Where the contract of a table comes from; stable.</summary>
public enum ContractSource
{
    /// <summary>There is none: it is the first version, and nobody documented its columns.</summary>
    None,

    /// <summary>The column dictionary of the metadata.</summary>
    Declared,

    /// <summary>What the version before was found to be: inferred once, and held to since.</summary>
    Frozen,
}

/// <summary>What is to be said of a version of a table beside its rows, and whether it goes into service.</summary>
internal sealed record TableVerdict
{
    public required ContractSource Contract { get; init; }

    /// <summary>Null without a contract.</summary>
    public CheckReport? Check { get; init; }

    public ValueList<TableFinding> Drift { get; init; } = [];

    public ValueList<TableFinding> Personal { get; init; } = [];

    public required TableDecision Decision { get; init; }

    public long Errors => (Check?.Errors ?? 0) + Drift.Count(f => f.Severity >= Severity.Error);

    public long Warnings => (Check?.Counts.Where(c => c.Severity == Severity.Warning).Sum(c => c.Count) ?? 0) + Drift.Concat(Personal).Count(f => f.Severity == Severity.Warning);

    /// <param name="before">The version in service before it, and the schema that it was found to have; null for the first.</param>
    public static TableVerdict Of(
        FoundTable table, TableProfile profile, TableTerms terms, (TableProfile Profile, TableSchema Schema)? before, Limits limits, CancellationToken ct)
    {
        var declared = FieldDictionary.ToSchema(terms.Dictionary);
        var contract = declared ?? before?.Schema;
        var check = contract is null ? null : TableChecker.Check(table, contract, limits, ct);
        var drift = before is { } earlier ? TableDrift.Compare(earlier.Profile, profile, terms.Policy) : [];
        var personal = PersonalGuard.Findings(profile);
        return new TableVerdict
        {
            Contract = declared is not null ? ContractSource.Declared : contract is not null ? ContractSource.Frozen : ContractSource.None,
            Check = check,
            Drift = drift,
            Personal = personal,
            Decision = TableDecision.Of(terms.Policy, check, drift, personal),
        };
    }

    /// <summary>The columns whose values no summary may show.</summary>
    public IReadOnlySet<string> PersonalColumns => Personal.Select(f => f.Column).ToHashSet(StringComparer.Ordinal);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("contract", JsonNamingPolicy.CamelCase.ConvertName(Contract.ToString()));
        if (Check is not null)
        {
            json.WritePropertyName("check");
            CheckReportWriter.Write(json, Check);
        }
        CheckReportWriter.Findings(json, "drift", Drift);
        CheckReportWriter.Findings(json, "personal", Personal);
        json.WriteStartArray("heldFor");
        foreach (var reason in Decision.Reasons) json.WriteStringValue(reason);
        json.WriteEndArray();
    }
}
