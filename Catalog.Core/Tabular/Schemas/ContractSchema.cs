using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Profiling;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>
/// The schema that a table is stored by: what its contract promises where the file keeps it, and what was found where it
/// does not. A promise that few cells keep would turn a column into text beside an empty column of its type.
/// </summary>
public static class ContractSchema
{
    /// <summary>The share of a column's values that must be of the promised type, in percent. 90: the others are mistakes, not another way to write.</summary>
    private const double LeastFit = 90;

    /// <param name="check">The table held against the contract.</param>
    /// <param name="binding">Whether "text" is a promise too. In a column dictionary it is often only what nobody thought about.</param>
    public static TableSchema Of(TableProfile profile, TableSchema contract, CheckReport check, bool binding)
    {
        var found = profile.Schema;
        var misfits = check.Counts.Where(count => count.Code == TableFindingCodes.ValueNotOfType).GroupBy(count => count.Column).ToDictionary(group => group.Key, group => group.Sum(count => count.Count), StringComparer.Ordinal);
        var promised = contract.Fields.SelectMany(field => field.Aliases.Prepend(field.Name).Select(name => (name, field))).DistinctBy(p => p.name).ToDictionary(p => p.name, p => p.field, StringComparer.Ordinal);
        var fields = new List<TableField>();
        foreach (var (column, field) in profile.Columns.Zip(found.Fields))
        {
            if (!promised.TryGetValue(column.Name, out var promise))
            {
                fields.Add(field);
                continue;
            }
            var values = profile.Rows - column.Nulls;
            var fits = values == 0 || 100 * (1 - (double)misfits.GetValueOrDefault(promise.Name) / values) >= LeastFit;
            var says = promise.Type != FieldType.Any && (binding || promise.Type != FieldType.String);
            fields.Add(says && fits
                ? promise with { Name = column.Name, Aliases = [], MissingValues = Missing(contract, promise, field) }
                : field with { Title = promise.Title, Description = promise.Description, Example = promise.Example });
        }
        var names = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return found with { Fields = fields.ToValueList(), PrimaryKey = contract.PrimaryKey.All(names.Contains) ? contract.PrimaryKey : [] };
    }

    /// <summary>Words for nothing are those of the contract and those that were found: a column of amounts with "s/d" is still one of amounts.</summary>
    private static ValueList<string>? Missing(TableSchema contract, TableField promise, TableField found)
    {
        var words = contract.MissingValuesOf(promise).Concat(found.MissingValues ?? []).Distinct(StringComparer.Ordinal).ToValueList();
        return words.Count == 1 && words[0].Length == 0 ? null : words;
    }
}
