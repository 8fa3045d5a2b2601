using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Drift;

/// <summary>What changed in one column; see <see cref="TableDrift"/>.</summary>
internal static class ColumnDrift
{
    public static void Compare(TableProfile oldTable, ColumnProfile old, TableProfile newTable, ColumnProfile now, TablePolicy policy, List<TableFinding> findings)
    {
        if (old.Name != now.Name)
            findings.Add(TableDrift.Make(TableFindingCodes.DriftColumnRenamed, Severity.Error, old.Name, now.Name, $"La columna «{old.Name}» se llama ahora «{now.Name}».", $"The column '{old.Name}' is now called '{now.Name}'."));
        Nulls(oldTable, old, newTable, now, policy, findings);
        Types(oldTable, old, newTable, now, findings);
        Dates(oldTable, old, newTable, now, findings);
        Years(old, now, findings);
        Keys(oldTable, old, newTable, now, findings);
        Spellings(oldTable, old, now, findings);
    }

    private static void Nulls(TableProfile oldTable, ColumnProfile old, TableProfile newTable, ColumnProfile now, TablePolicy policy, List<TableFinding> findings)
    {
        if (oldTable.Rows == 0 || newTable.Rows == 0) return;
        var (before, after) = (100.0 * old.Nulls / oldTable.Rows, 100.0 * now.Nulls / newTable.Rows);
        if (after - before <= policy.MaxNullRise) return;
        findings.Add(TableDrift.Make(TableFindingCodes.DriftNullsRose, Severity.Warning, old.Name, $"{TableDrift.Number(old.Nulls)} → {TableDrift.Number(now.Nulls)}",
            $"Las celdas vacías de «{old.Name}» pasaron de {TableDrift.Share(before)} a {TableDrift.Share(after)}.", $"The empty cells of '{old.Name}' rose from {TableDrift.Share(before)} to {TableDrift.Share(after)}."));
    }

    private static void Types(TableProfile oldTable, ColumnProfile old, TableProfile newTable, ColumnProfile now, List<TableFinding> findings)
    {
        // A column without values has no type that could have changed.
        if (old.Nulls == oldTable.Rows || now.Nulls == newTable.Rows) return;
        var (before, after) = (old.Field, now.Field);
        if (before.Type != after.Type)
        {
            var severity = before.Type == FieldType.Integer && after.Type == FieldType.Number ? Severity.Warning : Severity.Error;
            var (spanish, english) = now.Nearly is null ? ("", "") : ($" {TableDrift.Number(now.Misfits)} celdas no son «{now.Nearly.Value.Name()}».", $" {TableDrift.Number(now.Misfits)} cells are no '{now.Nearly.Value.Name()}'.");
            findings.Add(TableDrift.Make(TableFindingCodes.DriftTypeChanged, severity, old.Name, $"{before.Type.Name()} → {after.Type.Name()}",
                $"«{old.Name}» era «{before.Type.Name()}» y ahora es «{after.Type.Name()}».{spanish}", $"'{old.Name}' was '{before.Type.Name()}' and is now '{after.Type.Name()}'.{english}"));
        }
        if (before.Type is not (FieldType.Number or FieldType.Integer) || after.Type is not (FieldType.Number or FieldType.Integer)) return;
        if (before.DecimalChar == after.DecimalChar && before.GroupChar == after.GroupChar && before.BareNumber == after.BareNumber) return;
        findings.Add(TableDrift.Make(TableFindingCodes.DriftNumberFormat, Severity.Error, old.Name, $"{Style(before)} → {Style(after)}",
            $"Los números de «{old.Name}» se escriben de otra manera: antes {Style(before)}, ahora {Style(after)}.", $"The numbers of '{old.Name}' are written in another way: before {Style(before)}, now {Style(after)}."));
    }

    private static void Dates(TableProfile oldTable, ColumnProfile old, TableProfile newTable, ColumnProfile now, List<TableFinding> findings)
    {
        if (old.Dates is not { } before || now.Dates is not { } after) return;
        // A stray date in a text says nothing about the column.
        if (before.Cells * 2 < oldTable.Rows - old.Nulls || after.Cells * 2 < newTable.Rows - now.Nulls) return;
        var swapped = before.OnlyDayFirst > 0 && after.OnlyMonthFirst > before.OnlyMonthFirst || before.OnlyMonthFirst > 0 && after.OnlyDayFirst > before.OnlyDayFirst && before.OnlyDayFirst == 0;
        if (swapped)
        {
            findings.Add(TableDrift.Make(TableFindingCodes.DriftDateOrder, Severity.Error, old.Name, $"{before.Pattern} → {after.Pattern}",
                $"El orden de día y mes de «{old.Name}» cambió: día primero {TableDrift.Number(after.OnlyDayFirst)}, mes primero {TableDrift.Number(after.OnlyMonthFirst)} celdas.",
                $"The order of day and month of '{old.Name}' changed: day first {TableDrift.Number(after.OnlyDayFirst)}, month first {TableDrift.Number(after.OnlyMonthFirst)} cells."));
        }
        else if (before.Pattern != after.Pattern || (before.Bare == 0 && after.Bare > 0))
        {
            var (was, shown) = (Shown(before), Shown(after));
            findings.Add(TableDrift.Make(TableFindingCodes.DriftDateOrder, Severity.Warning, old.Name, $"{was} → {shown}",
                $"Las fechas de «{old.Name}» se escriben de otra manera: {was} antes, {shown} ahora.", $"The dates of '{old.Name}' are written in another way: {was} before, {shown} now."));
        }
    }

    private static void Years(ColumnProfile old, ColumnProfile now, List<TableFinding> findings)
    {
        if (old.Years.Count == 0 || now.Years.Count == 0) return;
        var years = now.Years.Select(year => year.Year).ToHashSet();
        var vanished = old.Years.Where(year => !years.Contains(year.Year)).ToList();
        if (vanished.Count == 0) return;
        var list = string.Join(", ", vanished.Take(20).Select(year => FormattableString.Invariant($"{year.Year} ({year.Count})")));
        findings.Add(TableDrift.Make(TableFindingCodes.DriftYearVanished, Severity.Error, old.Name, list, $"En «{old.Name}» ya no hay filas de: {list}.", $"In '{old.Name}' there are no longer rows of: {list}."));
    }

    private static void Keys(TableProfile oldTable, ColumnProfile old, TableProfile newTable, ColumnProfile now, List<TableFinding> findings)
    {
        if (old.IsKey(oldTable.Rows) != true || oldTable.Rows < 2 || !now.DistinctIsExact || !new NameWords(old.Name).SaysKey) return;
        var repeated = newTable.Rows - now.Nulls - now.Distinct;
        if (repeated <= 0) return;
        findings.Add(TableDrift.Make(TableFindingCodes.DriftKeysRepeated, Severity.Error, old.Name, TableDrift.Number(repeated),
            $"«{old.Name}» no se repetía y ahora {TableDrift.Number(repeated)} filas repiten un valor.", $"'{old.Name}' had no repetitions and now {TableDrift.Number(repeated)} rows repeat a value."));
    }

    /// <summary>Values of a category that are others written differently, and those that are new.</summary>
    private static void Spellings(TableProfile oldTable, ColumnProfile old, ColumnProfile now, List<TableFinding> findings)
    {
        // A category is a text that repeats: on average each value four times.
        if (old.Field.Type != FieldType.String || !old.ListsAllValues || old.Distinct == 0 || (oldTable.Rows - old.Nulls) / old.Distinct < 4) return;
        var known = old.TopValues.Select(value => value.Value).ToHashSet(StringComparer.Ordinal);
        var byPlain = old.TopValues.DistinctBy(value => SimilarNames.Plain(value.Value)).ToDictionary(value => SimilarNames.Plain(value.Value), value => value.Value, StringComparer.Ordinal);
        var fresh = now.TopValues.Where(value => !known.Contains(value.Value)).ToList();
        var variants = fresh.Where(value => byPlain.ContainsKey(SimilarNames.Plain(value.Value))).ToList();
        if (variants.Count > 0)
        {
            var list = string.Join("; ", variants.Take(20).Select(value => $"«{value.Value}» ({TableDrift.Number(value.Count)}) = «{byPlain[SimilarNames.Plain(value.Value)]}»"));
            findings.Add(TableDrift.Make(TableFindingCodes.DriftSpellings, Severity.Warning, old.Name, list, $"Valores conocidos de «{old.Name}» aparecen escritos de otra manera: {variants.Count}.", $"Known values of '{old.Name}' occur in another spelling: {variants.Count}."));
        }
        var others = fresh.Except(variants).ToList();
        if (others.Count == 0) return;
        var values = string.Join("; ", others.Take(20).Select(value => $"«{value.Value}» ({TableDrift.Number(value.Count)})"));
        findings.Add(TableDrift.Make(TableFindingCodes.DriftNewValues, Severity.Info, old.Name, values, $"«{old.Name}» tiene {others.Count} valores nuevos; antes tenía {old.Distinct}, ahora {now.Distinct}.", $"'{old.Name}' has {others.Count} new values; before it had {old.Distinct}, now {now.Distinct}."));
    }

    private static string Style(TableField field) => (field.GroupChar is { } group ? $"1{group}000" : "1000") + (field.Type == FieldType.Number ? $"{field.DecimalChar}5" : "") + (field.BareNumber ? "" : " $");

    private static string Shown(DateUse use) => use.Bare > 0 ? use.Pattern.Replace("%d", "%-d", StringComparison.Ordinal).Replace("%m", "%-m", StringComparison.Ordinal) : use.Pattern;
}
