using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Checking;

/// <summary>Which column of the table is which field of the schema (Table Schema 2.0 §fieldsMatch). A column that was only renamed is checked under its old name.</summary>
internal static class HeaderMatch
{
    /// <returns>For each field its column, or -1.</returns>
    public static int[] Match(FoundTable table, TableSchema schema, FindingLog log)
    {
        var columns = table.Columns;
        var fields = schema.Fields;
        var matched = new int[fields.Count];
        Array.Fill(matched, -1);
        if (table.Dialect is { HeaderRows: 0 })
        {
            log.Add(Finding(TableFindingCodes.NoHeader, Severity.Warning, "", null, "La tabla no tiene encabezado; las columnas se toman en el orden del esquema.", "The table has no header; its columns are taken in the order of the schema."));
            for (var i = 0; i < fields.Count && i < columns.Count; i++) matched[i] = i;
            Extra(columns.Skip(fields.Count), schema, log);
            for (var i = columns.Count; i < fields.Count; i++) Missing(fields[i], schema, log);
            return matched;
        }
        Repeated(table, log);
        var free = columns.Select((name, index) => (name, index)).DistinctBy(c => c.name).ToDictionary(c => c.name, c => c.index, StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
            if (free.Remove(fields[i].Name, out var column)) matched[i] = column;
        for (var i = 0; i < fields.Count; i++)
            foreach (var alias in matched[i] < 0 ? fields[i].Aliases : [])
                if (free.Remove(alias, out matched[i])) break;
                else matched[i] = -1;
        var inOrder = IsInOrder(matched, schema, columns);
        for (var i = 0; i < fields.Count; i++)
        {
            if (matched[i] >= 0) continue;
            if (SimilarNames.Find(fields[i].Name, free.Keys) is { } similar && free.Remove(similar, out matched[i]))
            {
                log.Add(Finding(TableFindingCodes.RenamedColumn, Severity.Error, fields[i].Name, similar, $"La columna «{fields[i].Name}» se llama ahora «{similar}».", $"The column '{fields[i].Name}' is now called '{similar}'.",
                    $"Vuelva a llamarla «{fields[i].Name}», o cambie el esquema.", $"Call it '{fields[i].Name}' again, or change the schema."));
            }
            else
            {
                Missing(fields[i], schema, log);
            }
        }
        Extra(free.OrderBy(c => c.Value).Select(c => c.Key), schema, log);
        if (schema.FieldsMatch == FieldsMatch.Exact && !inOrder)
        {
            log.Add(Finding(TableFindingCodes.ColumnOrder, Severity.Error, "", null, "Las columnas no están en el orden del esquema.", "The columns are not in the order of the schema.",
                "Ordénelas como el esquema: " + string.Join(", ", fields.Select(f => f.Name).Take(20)), "Order them as the schema does: " + string.Join(", ", fields.Select(f => f.Name).Take(20))));
        }
        if (schema.FieldsMatch == FieldsMatch.Partial && matched.All(column => column < 0))
            log.Add(Finding(TableFindingCodes.MissingColumn, Severity.Error, "", null, "Ninguna columna está en el esquema.", "No column is in the schema."));
        return matched;
    }

    private static bool IsInOrder(int[] matched, TableSchema schema, IReadOnlyList<string> columns)
    {
        if (schema.FieldsMatch != FieldsMatch.Exact) return true;
        var last = -1;
        foreach (var column in matched)
        {
            if (column < 0) continue;
            if (column < last) return false;
            last = column;
        }
        return true;
    }

    private static void Repeated(FoundTable table, FindingLog log)
    {
        foreach (var group in table.Report.Header.GroupBy(name => name.Trim(), StringComparer.Ordinal))
        {
            if (group.Key.Length == 0)
                log.Add(Finding(TableFindingCodes.UnnamedColumn, Severity.Error, "", null, $"Columnas sin nombre: {group.Count()}.", $"Columns without a name: {group.Count()}.", "Dé un nombre a cada columna.", "Give each column a name."));
            else if (group.Count() > 1)
                log.Add(Finding(TableFindingCodes.RepeatedColumn, Severity.Error, group.Key, null, $"La columna «{group.Key}» aparece {group.Count()} veces.", $"The column '{group.Key}' occurs {group.Count()} times.", "Dé un nombre distinto a cada una.", "Give each its own name."));
        }
    }

    private static void Missing(TableField field, TableSchema schema, FindingLog log)
    {
        if (schema.FieldsMatch is FieldsMatch.Superset or FieldsMatch.Partial && !field.Constraints.Required) return;
        log.Add(Finding(TableFindingCodes.MissingColumn, Severity.Error, field.Name, null, $"Falta la columna «{field.Name}».", $"The column '{field.Name}' is missing.", "Agréguela.", "Add it."));
    }

    private static void Extra(IEnumerable<string> names, TableSchema schema, FindingLog log)
    {
        if (schema.FieldsMatch is FieldsMatch.Subset or FieldsMatch.Partial) return;
        foreach (var name in names)
            log.Add(Finding(TableFindingCodes.ExtraColumn, Severity.Error, name, null, $"La columna «{name}» no está en el esquema.", $"The column '{name}' is not in the schema.", "Quítela, o agréguela al esquema.", "Remove it, or add it to the schema."));
    }

    private static TableFinding Finding(string code, Severity severity, string column, string? value, string spanish, string english, string hintSpanish = "", string hintEnglish = "") => new()
    {
        Code = code,
        Severity = severity,
        Column = column,
        Value = value,
        Message = Words.Both(spanish, english),
        Hint = Words.Both(hintSpanish, hintEnglish),
    };
}
