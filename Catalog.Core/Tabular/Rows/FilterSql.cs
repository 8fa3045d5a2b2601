namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// Writes conditions. SQL knows three truths; ours are two: a comparison with a missing value is false. So negations are
/// carried down to the comparisons, where a missing value makes the negation true.
/// </summary>
/// <param name="parameter">Takes a value of a type as a parameter and gives its place in the statement.</param>
internal sealed class FilterSql(IReadOnlyList<StoredColumn> table, Func<object, StoredType, string> parameter)
{
    public string Write(RowFilter filter, bool negated) => filter switch
    {
        RowFilter.And and => Join(and.Parts, negated ? " OR " : " AND ", negated),
        RowFilter.Or or => Join(or.Parts, negated ? " AND " : " OR ", negated),
        RowFilter.Not not => Write(not.Part, !negated),
        RowFilter.IsMissing missing => $"({SqlText.Identifier(missing.Column.Name)} IS {(negated ? "NOT " : "")}NULL)",
        RowFilter.Compare compare => negated ? $"({SqlText.Identifier(compare.Column.Name)} IS NULL OR NOT {Compare(compare)})" : Compare(compare),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The rows in one of whose texts a word occurs, without regard to case and accents.</summary>
    public string Word(string word)
    {
        var sought = Plain(parameter(word, StoredType.Text));
        var places = table.Where(column => column.Type == StoredType.Text).Select(column => $"contains({Plain(SqlText.Identifier(column.Name))}, {sought})").ToList();
        return places.Count == 0 ? "false" : $"({string.Join(" OR ", places)})";
    }

    private string Join(IReadOnlyList<RowFilter> parts, string word, bool negated) => $"({string.Join(word, parts.Select(part => Write(part, negated)))})";

    private string Compare(RowFilter.Compare compare)
    {
        var column = SqlText.Identifier(compare.Column.Name);
        var values = compare.Values.Select(value => parameter(value, compare.Column.Type)).ToList();
        return compare.Operator switch
        {
            CompareOperator.Equal => $"({column} = {values[0]})",
            CompareOperator.NotEqual => $"({column} <> {values[0]})",
            CompareOperator.Less => $"({column} < {values[0]})",
            CompareOperator.LessOrEqual => $"({column} <= {values[0]})",
            CompareOperator.Greater => $"({column} > {values[0]})",
            CompareOperator.GreaterOrEqual => $"({column} >= {values[0]})",
            CompareOperator.In => $"({column} IN ({string.Join(", ", values)}))",
            CompareOperator.Contains => $"contains({Plain(column)}, {Plain(values[0])})",
            CompareOperator.StartsWith => $"starts_with({Plain(column)}, {Plain(values[0])})",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Plain(string text) => $"strip_accents(lower({text}))";
}
