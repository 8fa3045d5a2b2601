using System.Globalization;
using Catalog.Core.Tabular.Rows;
using Catalog.Web.Language;

namespace Catalog.Web.Tables;

/// <summary>Filters in words.</summary>
public static class TableFilters
{
    /// <summary>"comuna is at least 8"; null for a filter that is better shown as it is written.</summary>
    public static string? Say(RowFilter filter, TableWords words) => filter switch
    {
        RowFilter.Compare { Values: var values } compare => $"{compare.Column.Name} {words.Operator(compare.Operator)} {string.Join(", ", values.Select(Value))}",
        RowFilter.IsMissing missing => $"{missing.Column.Name} {words.IsMissing}",
        RowFilter.Not { Part: RowFilter.IsMissing there } => $"{there.Column.Name} {words.IsThere}",
        _ => null,
    };

    private static string Value(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
