using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Privacy;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular;

/// <summary>All that can be said of a table by itself: its types and numbers, whether it keeps its schema, whether it holds data of persons.</summary>
public sealed record TableExamination
{
    public required TableProfile Profile { get; init; }

    /// <summary>Null when there is no schema to hold it against.</summary>
    public CheckReport? Check { get; init; }

    public ValueList<TableFinding> Personal { get; init; } = [];

    /// <param name="contract">What it is held to; null for nothing.</param>
    public static TableExamination Of(FoundTable table, TableContract? contract, Limits limits, CancellationToken ct) => Of(table, contract, _ => null, limits, ct);

    /// <param name="contract">What it is held to; null for nothing.</param>
    /// <param name="other">Another table of the same package by its name; null when there is none.</param>
    public static TableExamination Of(FoundTable table, TableContract? contract, Func<string, FoundTable?> other, Limits limits, CancellationToken ct)
    {
        var profile = TableProfiler.Profile(table, limits, ct);
        return new TableExamination { Profile = profile, Check = contract is null ? null : CheckOf(table, contract, other, limits, ct), Personal = PersonalGuard.Findings(profile) };
    }

    /// <summary>Holds a table to all that a contract says of its rows; null when that is nothing.</summary>
    /// <param name="other">Another table of the same package by its name; null when there is none.</param>
    public static CheckReport? CheckOf(FoundTable table, TableContract contract, Func<string, FoundTable?> other, Limits limits, CancellationToken ct)
    {
        var ofRows = contract.Schema is { } schema ? TableChecker.Check(table, schema, other, limits, ct) : null;
        if (contract.JsonSchema is not { } json) return ofRows;
        var ofItems = ItemChecker.Check(table, json, limits, ct);
        return ofRows is null ? ofItems : ItemChecker.Join(ofRows, ofItems);
    }

    /// <summary>As JSON for everybody: types with their evidence, columns without values of persons, findings. The same table gives the same bytes.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("rows", Profile.Rows);
        json.WriteStartArray("columns");
        foreach (var column in PersonalGuard.Public(Profile).Columns) Write(json, column);
        json.WriteEndArray();
        json.WritePropertyName("schema");
        TableSchemaWriter.Write(json, Profile.Schema);
        if (Check is not null)
        {
            json.WritePropertyName("check");
            CheckReportWriter.Write(json, Check);
        }
        CheckReportWriter.Findings(json, "personal", Personal);
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, ColumnProfile column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Field.Type.Name());
        json.WriteString("format", column.Field.Format);
        json.WriteNumber("confidence", column.Confidence);
        json.WriteStartArray("evidence");
        foreach (var text in column.Evidence)
        {
            json.WriteStartObject();
            foreach (var (lang, value) in text.Values) json.WriteString(lang, value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("nulls", column.Nulls);
        json.WriteNumber("distinct", column.Distinct);
        json.WriteBoolean("distinctIsExact", column.DistinctIsExact);
        if (column.IsKey(Profile.Rows) is { } key) json.WriteBoolean("isKey", key);
        if (column.Minimum is { } least) json.WriteString("minimum", least);
        if (column.Maximum is { } greatest) json.WriteString("maximum", greatest);
        json.WriteNumber("minLength", column.MinLength);
        json.WriteNumber("maxLength", column.MaxLength);
        if (column.Form is { } form) json.WriteString("form", form);
        if (column.Nearly is { } nearly)
        {
            json.WriteString("nearly", nearly.Name());
            json.WriteNumber("misfits", column.Misfits);
        }
        json.WriteStartArray("topValues");
        foreach (var (value, count) in column.TopValues)
        {
            json.WriteStartObject();
            json.WriteString("value", value);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
