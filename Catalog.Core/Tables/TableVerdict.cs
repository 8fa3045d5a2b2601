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

    /// <summary>Somebody said what the table is: see <see cref="ContractOrigin"/>.</summary>
    Declared,

    /// <summary>What the version before was found to be: inferred once, and held to since.</summary>
    Frozen,
}

/// <summary>What is to be said of a version of a table beside its rows, and whether it goes into service.</summary>
internal sealed record TableVerdict
{
    public required ContractSource Contract { get; init; }

    /// <summary>Null for a contract that nobody declared.</summary>
    public DeclaredContract? Declared { get; init; }

    /// <summary>What is odd about the contract itself, or missing of it.</summary>
    public ValueList<Finding> OfContract { get; init; } = [];

    /// <summary>Null without a contract.</summary>
    public CheckReport? Check { get; init; }

    /// <summary>What the table is stored by.</summary>
    public required TableSchema Schema { get; init; }

    public ValueList<TableFinding> Drift { get; init; } = [];

    public ValueList<TableFinding> Personal { get; init; } = [];

    /// <summary>Keeps the values of persons out of what is said of the table.</summary>
    public required PersonalValues Guard { get; init; }

    public required TableDecision Decision { get; init; }

    public long Errors => (Check?.Errors ?? 0) + Drift.Count(f => f.Severity >= Severity.Error);

    public long Warnings => OfContract.Count(f => f.Severity >= Severity.Warning) + (Check?.Counts.Where(c => c.Severity == Severity.Warning).Sum(c => c.Count) ?? 0) + Drift.Concat(Personal).Count(f => f.Severity == Severity.Warning);

    /// <param name="declared">What was declared of this very table; null when nothing was.</param>
    /// <param name="before">The version in service before it, and the schema that it was found to have; null for the first.</param>
    /// <param name="other">Another table of the dataset by its name, for foreign keys; null when there is none.</param>
    public static TableVerdict Of(
        FoundTable table, TableProfile profile, TableTerms terms, DeclaredContract? declared, (TableProfile Profile, TableSchema Schema)? before,
        Func<string, FoundTable?> other, Limits limits, CancellationToken ct)
    {
        var promised = declared?.Contract.Schema;
        // Who declares a schema of the objects only has not said that the columns may change.
        var contract = (declared?.Contract ?? new TableContract()) with { Schema = promised ?? before?.Schema };
        var check = TableExamination.CheckOf(table, contract, other, limits, ct);
        var schema = promised is null ? profile.Schema : ContractSchema.Of(profile, promised, check!, declared!.Binding);
        var drift = before is { } earlier ? TableDrift.Compare(earlier.Profile, profile, terms.Policy) : [];
        var personal = PersonalGuard.Findings(profile);
        var guard = new PersonalValues(table.Columns, personal);
        return new TableVerdict
        {
            Contract = declared is { Contract.Schema: not null } or { Contract.JsonSchema: not null } ? ContractSource.Declared : contract.Schema is not null ? ContractSource.Frozen : ContractSource.None,
            Declared = declared,
            OfContract = [.. terms.Missing, .. declared?.Contract.Findings ?? []],
            Check = check is null ? null : check with { Findings = guard.Public(check.Findings) },
            Schema = schema,
            Drift = guard.Public(drift),
            Personal = personal,
            Guard = guard,
            Decision = TableDecision.Of(terms.Policy, check, drift, personal),
        };
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("contract", JsonNamingPolicy.CamelCase.ConvertName(Contract.ToString()));
        if (Declared is not null)
        {
            json.WriteString("contractOrigin", JsonNamingPolicy.CamelCase.ConvertName(Declared.Origin.ToString()));
            if (Declared.Place is not null) json.WriteString("contractPlace", Declared.Place);
        }
        if (OfContract.Count > 0)
        {
            json.WritePropertyName("contractFindings");
            JsonSerializer.Serialize(json, OfContract, TableDocuments.Options);
        }
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
