using System.Globalization;
using System.Text;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// Writes the statement of a query. Names come from the table's own columns and are quoted, every value is a
/// parameter, and the only statement ever made is a SELECT over the one file.
/// </summary>
internal sealed class QuerySql
{
    /// <summary>Digits that a decimal of 64 bits holds: sums over it are exact and as fast as those of integers.</summary>
    private const int SmallDecimalDigits = 18;

    private readonly List<object> _parameters = [];
    private readonly string _file;
    private readonly RowQuery _query;
    private readonly IReadOnlyList<StoredColumn> _table;

    private QuerySql(StoredTable table, RowQuery query)
    {
        _file = table.Path;
        _query = query;
        _table = table.Columns;
    }

    /// <summary>The rows of a query, from a place on if one is given.</summary>
    public static Statement Rows(StoredTable table, RowQuery query, RowShape shape, PagePlace? after, long? limit) =>
        new QuerySql(table, query).Rows(shape, after, limit);

    /// <summary>How many rows it has altogether.</summary>
    public static Statement Count(StoredTable table, RowQuery query) => new QuerySql(table, query).Count();

    private Statement Rows(RowShape shape, PagePlace? after, long? limit)
    {
        var columns = _query.IsGrouped ? GroupedColumns() : TableColumns();
        var keys = Keys(columns);
        // What a place in the order needs comes last in every row, and is not shown.
        var hidden = keys.Where(key => shape == RowShape.Page && columns.All(column => column.Name != key.Name));
        var shown = string.Join(", ", columns.Select(column => Output(column, shape)).Concat(hidden.Select(key => SqlText.Identifier(key.Name))));
        var sql = new StringBuilder("SELECT ").Append(shown).Append(" FROM ").Append(Source()).Append(Where(_query.IsGrouped ? [] : Conditions(), after is null ? null : Beyond(keys, after)));
        // In the order of the file nothing is sorted: it is the order in which the file is read.
        if (keys.Count > 0 && (_query.IsGrouped || _query.Sort.Count > 0))
            sql.Append(" ORDER BY ").AppendJoin(", ", keys.Select(key => $"{SqlText.Identifier(key.Name)} {(key.Descending ? "DESC" : "ASC")} NULLS LAST"));
        if (limit is { } most) sql.Append(CultureInfo.InvariantCulture, $" LIMIT {most}");
        return new Statement(sql.ToString(), _parameters, columns, keys);
    }

    private Statement Count()
    {
        var sql = $"SELECT count(*) FROM {Source()}{Where(_query.IsGrouped ? [] : Conditions(), null)}";
        return new Statement(sql, _parameters, [new ResultColumn("count", StoredType.Integer)], []);
    }

    private string Source() => _query.IsGrouped ? $"({Grouped()}) AS grouped" : Table();

    private string Table() => $"read_parquet({SqlText.Literal(_file)})";

    private string Grouped()
    {
        var keys = _query.GroupBy.Select(key => $"{Part(key)} AS {SqlText.Identifier(key.Name)}");
        var values = _query.Aggregates.Select(value => $"{Reckon(value)} AS {SqlText.Identifier(value.Name)}");
        var sql = $"SELECT {string.Join(", ", keys.Concat(values))} FROM {Table()}{Where(Conditions(), null)}";
        return _query.GroupBy.Count == 0 ? sql : $"{sql} GROUP BY {string.Join(", ", Enumerable.Range(1, _query.GroupBy.Count).Select(n => n.ToString(CultureInfo.InvariantCulture)))}";
    }

    private static string Part(GroupKey key)
    {
        var column = SqlText.Identifier(key.Column.Name);
        if (key.Column.Type == StoredType.Instant) column = $"timezone('UTC', {column})";
        return key.Part switch
        {
            null => SqlText.Identifier(key.Column.Name),
            DatePart.Year => $"year({column})",
            DatePart.Quarter => $"(strftime({column}, '%Y-Q') || quarter({column}))",
            DatePart.Month => $"strftime({column}, '%Y-%m')",
            DatePart.Day => $"CAST({column} AS DATE)",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Reckon(Aggregate aggregate)
    {
        if (aggregate.Column is not { } column) return "count(*)";
        var name = SqlText.Identifier(column.Name);
        return aggregate.Function switch
        {
            AggregateFunction.Count => $"count({name})",
            AggregateFunction.Distinct => $"count(DISTINCT {name})",
            AggregateFunction.Min => $"min({name})",
            AggregateFunction.Max => $"max({name})",
            AggregateFunction.Median => $"median({name})",
            AggregateFunction.Sum => $"sum({Exact(column, name)})",
            AggregateFunction.Avg => $"CAST(avg({Exact(column, name)}) AS DOUBLE)",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>
    /// A number as a decimal, whose sums are exact in any order, where it has few enough digits. The sum of doubles
    /// depends on their order, so else they are summed in the order of rows: the same bytes for the same question.
    /// </summary>
    private static string Exact(StoredColumn column, string name)
    {
        if (column.Type == StoredType.Integer) return name;
        return DecimalOf(column) is { } type ? $"CAST({name} AS {type})" : $"{name} ORDER BY {SqlText.Identifier(StoredColumn.RowNumber)}";
    }

    private static string? DecimalOf(StoredColumn column)
    {
        if (column is not { Type: StoredType.Number, Decimals: { } decimals, Magnitude: { } magnitude } || !double.IsFinite(magnitude)) return null;
        var digits = decimals + (magnitude < 1 ? 1 : (int)Math.Floor(Math.Log10(magnitude)) + 1);
        return digits < SmallDecimalDigits ? string.Create(CultureInfo.InvariantCulture, $"DECIMAL({SmallDecimalDigits}, {decimals})") : null;
    }

    private List<ResultColumn> TableColumns() =>
        [.. (_query.Select.Count > 0 ? _query.Select : _table.Where(column => column.Role != ColumnRole.RowNumber)).Select(column => new ResultColumn(column.Name, column.Type))];

    private List<ResultColumn> GroupedColumns() =>
        [.. _query.GroupBy.Select(key => new ResultColumn(key.Name, key.Part switch
        {
            null => key.Column.Type,
            DatePart.Year => StoredType.Integer,
            DatePart.Day => StoredType.Date,
            _ => StoredType.Text,
        })),
        .. _query.Aggregates.Select(value => new ResultColumn(value.Name, value.Function switch
        {
            AggregateFunction.Count or AggregateFunction.Distinct => StoredType.Integer,
            AggregateFunction.Min or AggregateFunction.Max => value.Column!.Type,
            AggregateFunction.Sum => value.Column!.Type,
            _ => StoredType.Number,
        })
        {
            // Sums outgrow 64 bits and keep their digits: they travel as text.
            Digits = value.Function == AggregateFunction.Sum && (value.Column!.Type == StoredType.Integer || DecimalOf(value.Column) is not null),
        })];

    private static string Output(ResultColumn column, RowShape shape)
    {
        var name = SqlText.Identifier(column.Name);
        if (!column.Digits) return name;
        if (shape != RowShape.File) return $"CAST({name} AS VARCHAR)";
        // Parquet has no integers of 128 bits, but decimals.
        return column.Type == StoredType.Integer ? $"CAST({name} AS DECIMAL(38, 0)) AS {name}" : name;
    }

    /// <summary>The whole order of the answer: what is asked for, and then what makes every row's place its own.</summary>
    private List<OrderKey> Keys(List<ResultColumn> columns)
    {
        var keys = _query.Sort.Select(sort => new OrderKey(
            sort.Name, _query.IsGrouped ? columns.Single(c => c.Name == sort.Name) : new ResultColumn(sort.Name, _table.Single(c => c.Name == sort.Name).Type), sort.Descending)).ToList();
        var last = _query.IsGrouped ? columns.Take(_query.GroupBy.Count) : [new ResultColumn(StoredColumn.RowNumber, StoredType.Integer)];
        keys.AddRange(last.Where(column => keys.All(key => key.Name != column.Name)).Select(column => new OrderKey(column.Name, column, Descending: false)));
        // A column that comes a second time orders nothing any more.
        return [.. keys.DistinctBy(key => key.Name)];
    }

    private List<string> Conditions()
    {
        var compiler = new FilterSql(_table, Parameter);
        return [.. _query.Filters.Select(filter => compiler.Write(filter, negated: false)), .. _query.Words.Select(compiler.Word)];
    }

    /// <summary>Rows after a place: a later first key, or the same first key and a later second, and so on.</summary>
    private string Beyond(List<OrderKey> keys, PagePlace place)
    {
        var condition = "";
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var name = SqlText.Identifier(keys[i].Name);
            if (place.Values[i] is not { } value)
            {
                // Missing values are the last: what follows one shares it.
                condition = condition.Length == 0 ? "false" : $"({name} IS NULL AND {condition})";
                continue;
            }
            var parameter = Parameter(value, keys[i].Column);
            var later = $"({name} {(keys[i].Descending ? "<" : ">")} {parameter} OR {name} IS NULL)";
            // The row number is never missing, and without the "or" row groups can be passed over by their statistics.
            if (keys[i].Name == StoredColumn.RowNumber) later = $"{name} {(keys[i].Descending ? "<" : ">")} {parameter}";
            condition = condition.Length == 0 ? later : $"({later} OR ({name} = {parameter} AND {condition}))";
        }
        return condition;
    }

    private string Parameter(object value, ResultColumn column) => column.Digits
        ? $"CAST({Add(value)} AS DECIMAL(38, {(column.Type == StoredType.Integer ? 0 : DecimalsOf(value))}))"
        : Parameter(value, column.Type);

    private static int DecimalsOf(object value) => value is string text && text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? text.Length - point - 1 : 0;

    private string Parameter(object value, StoredType type) => type switch
    {
        StoredType.Date or StoredType.Time or StoredType.Timestamp or StoredType.Instant => $"CAST({Add(value)} AS {type.SqlOf()})",
        _ => Add(value),
    };

    private string Add(object value)
    {
        _parameters.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"${_parameters.Count}");
    }

    private static string Where(List<string> conditions, string? beyond)
    {
        if (beyond is not null) conditions = [.. conditions, beyond];
        return conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
    }
}
