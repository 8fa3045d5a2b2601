namespace Catalog.Core.Tabular.Rows;

/// <summary>Reads a filter: <c>and(comuna.eq.8,or(monto.gt.1000,estado.in.(abierto,"en curso")))</c>.</summary>
internal sealed class FilterReader(QueryScanner scanner, ColumnNames columns, Limits limits)
{
    private const string Operators = "eq, ne, lt, le, gt, ge, in, contains, startswith, isnull, notnull";

    private int _conditions;

    public RowFilter Read()
    {
        var filter = Filter(0);
        scanner.ExpectEnd("The filter is complete before this; join several with and(…,…), and put a value with , or ) in double quotes.");
        return filter;
    }

    private RowFilter Filter(int depth)
    {
        if (depth > limits.MaxFilterDepth) throw scanner.Wrong(QueryErrorCodes.TooMuch, scanner.Position, $"A filter nests at most {limits.MaxFilterDepth} deep.");
        var start = scanner.Position;
        var name = scanner.Name(out var bare);
        if (!scanner.Next('(')) return Condition(name, start);
        if (!bare || name is not ("and" or "or" or "not")) throw scanner.Wrong(QueryErrorCodes.Unknown, start, "Only and(…), or(…) and not(…) take filters.", name);
        var parts = new List<RowFilter>();
        do parts.Add(Filter(depth + 1));
        while (scanner.Next(','));
        scanner.Expect(')', $"The bracket of {name}( is not closed here.");
        if (name == "not" && parts.Count != 1) throw scanner.Wrong(QueryErrorCodes.Syntax, start, "not(…) takes one filter.", name);
        return name switch { "and" => new RowFilter.And(parts), "or" => new RowFilter.Or(parts), _ => new RowFilter.Not(parts[0]) };
    }

    private RowFilter Condition(string name, int start)
    {
        if (++_conditions > limits.MaxFilterConditions)
            throw scanner.Wrong(QueryErrorCodes.TooMuch, start, $"A filter has at most {limits.MaxFilterConditions} conditions.", name);
        var column = columns.Find(scanner, name, start);
        scanner.Expect('.', $"A condition is column.operator.value; the operators are {Operators}.");
        var place = scanner.Position;
        var word = scanner.Name(out _);
        if (word == "isnull") return new RowFilter.IsMissing(column);
        if (word == "notnull") return new RowFilter.Not(new RowFilter.IsMissing(column));
        CompareOperator? found = word switch
        {
            "eq" => CompareOperator.Equal, "ne" => CompareOperator.NotEqual,
            "lt" => CompareOperator.Less, "le" => CompareOperator.LessOrEqual,
            "gt" => CompareOperator.Greater, "ge" => CompareOperator.GreaterOrEqual,
            "in" => CompareOperator.In, "contains" => CompareOperator.Contains, "startswith" => CompareOperator.StartsWith,
            _ => null,
        };
        if (found is not { } comparison) throw scanner.Wrong(QueryErrorCodes.Unknown, place, $"The operators are {Operators}.", word);
        if (comparison is CompareOperator.Contains or CompareOperator.StartsWith && column.Type != StoredType.Text)
            throw scanner.Wrong(QueryErrorCodes.NotForType, place, $"{word} is for text; {column.Name} is {column.Type.NameOf()}.", word);
        scanner.Expect('.', $"{word} wants a value: {column.Name}.{word}.value");
        return new RowFilter.Compare(column, comparison, comparison == CompareOperator.In ? List(column) : [Value(column)]);
    }

    private List<object> List(StoredColumn column)
    {
        scanner.Expect('(', "in wants a list in brackets: column.in.(a,b)");
        var values = new List<object>();
        do
        {
            if (values.Count == limits.MaxFilterListValues) throw scanner.Wrong(QueryErrorCodes.TooMuch, scanner.Position, $"A list has at most {limits.MaxFilterListValues} values.");
            values.Add(Value(column));
        }
        while (scanner.Next(','));
        scanner.Expect(')', "The list is not closed here.");
        return values;
    }

    private object Value(StoredColumn column)
    {
        var start = scanner.Position;
        var text = scanner.Value();
        return QueryValues.Parse(column.Type, text)
            ?? throw scanner.Wrong(QueryErrorCodes.ValueType, start, $"{column.Name} is {column.Type.NameOf()}: write {QueryValues.Example(column.Type)}.", text);
    }
}
