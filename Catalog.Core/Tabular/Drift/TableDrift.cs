using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Drift;

/// <summary>
/// What changed between two versions of a table that somebody who uses it has to know: each change a finding with its
/// numbers. Only the profiles are compared; neither file is read again.
/// </summary>
public static class TableDrift
{
    private static readonly string[] Damage = [TableRepairCodes.Mojibake, TableRepairCodes.MojibakeDoubtful, TableRepairCodes.MixedEncoding, TableRepairCodes.LostCharacters];

    public static ValueList<TableFinding> Compare(TableProfile old, TableProfile now, TablePolicy policy)
    {
        var findings = new List<TableFinding>();
        Rows(old, now, policy, findings);
        Dialects(old, now, findings);
        var pairs = new ColumnPairs(old, now);
        foreach (var column in pairs.Gone)
            findings.Add(Make(TableFindingCodes.DriftColumnGone, Severity.Error, column.Name, null, $"La columna «{column.Name}» ya no está.", $"The column '{column.Name}' is gone."));
        foreach (var column in pairs.New)
            findings.Add(Make(TableFindingCodes.DriftColumnNew, Severity.Info, column.Name, null, $"La columna «{column.Name}» es nueva.", $"The column '{column.Name}' is new."));
        Order(now, pairs, findings);
        foreach (var (before, after) in pairs.Pairs) ColumnDrift.Compare(old, before, now, after, policy, findings);
        return findings.ToValueList();
    }

    internal static TableFinding Make(string code, Severity severity, string column, string? value, string spanish, string english) =>
        new() { Code = code, Severity = severity, Column = column, Value = value, Message = Words.Both(spanish, english) };

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Share(double share) => share.ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static void Rows(TableProfile old, TableProfile now, TablePolicy policy, List<TableFinding> findings)
    {
        if (old.Rows == 0 || now.Rows >= old.Rows) return;
        var loss = 100.0 * (old.Rows - now.Rows) / old.Rows;
        var severity = loss > policy.MaxRowLoss ? Severity.Error : Severity.Info;
        findings.Add(Make(TableFindingCodes.DriftRowsFell, severity, "", $"{Number(old.Rows)} → {Number(now.Rows)}",
            $"Hay {Number(old.Rows - now.Rows)} filas menos ({Share(loss)}): {Number(old.Rows)} antes, {Number(now.Rows)} ahora.", $"There are {Number(old.Rows - now.Rows)} rows less ({Share(loss)}): {Number(old.Rows)} before, {Number(now.Rows)} now."));
    }

    private static void Dialects(TableProfile old, TableProfile now, List<TableFinding> findings)
    {
        if (old.Dialect is { } before && now.Dialect is { } after)
        {
            if (before.Delimiter != after.Delimiter)
                findings.Add(Make(TableFindingCodes.DriftDelimiter, Severity.Warning, "", $"{before.Delimiter} → {after.Delimiter}", $"El separador era «{before.Delimiter}» y ahora es «{after.Delimiter}».", $"The delimiter was '{before.Delimiter}' and is now '{after.Delimiter}'."));
            if (before.Encoding != after.Encoding)
                findings.Add(Make(TableFindingCodes.DriftEncoding, Severity.Warning, "", $"{before.Encoding} → {after.Encoding}", $"La codificación era {before.Encoding} y ahora es {after.Encoding}.", $"The encoding was {before.Encoding} and is now {after.Encoding}."));
        }
        var (damageBefore, damageNow) = (DamageOf(old), DamageOf(now));
        if (damageNow <= damageBefore) return;
        var kinds = string.Join(", ", now.Repairs.Where(repair => Damage.Contains(repair.Value)).Select(repair => $"{repair.Value}: {Number(repair.Count)}"));
        findings.Add(Make(TableFindingCodes.DriftEncodingDamage, Severity.Error, "", kinds, $"Hay textos dañados por la codificación: {Number(damageNow)}, antes {Number(damageBefore)}.", $"There are texts damaged by their encoding: {Number(damageNow)}, before {Number(damageBefore)}."));
    }

    private static long DamageOf(TableProfile profile) => profile.Repairs.Where(repair => Damage.Contains(repair.Value)).Sum(repair => repair.Count);

    private static void Order(TableProfile now, ColumnPairs pairs, List<TableFinding> findings)
    {
        var places = now.Columns.Select((column, i) => (column.Name, i)).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.i, StringComparer.Ordinal);
        // In the order of the old table; a renamed column is found where it stands now.
        var moved = pairs.Pairs.Where(pair => pair.Old.Name == pair.New.Name).Select(pair => places[pair.New.Name]).ToList();
        var steps = moved.Zip(moved.Skip(1)).Count(step => step.Second < step.First);
        if (steps > 0) findings.Add(Make(TableFindingCodes.DriftColumnsReordered, Severity.Info, "", null, "Las columnas están en otro orden.", "The columns are in another order."));
    }
}
