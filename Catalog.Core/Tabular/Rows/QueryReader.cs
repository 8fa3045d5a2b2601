namespace Catalog.Core.Tabular.Rows;

/// <summary>A query as an address writes it.</summary>
public sealed record QueryText
{
    public string? Select { get; init; }

    public IReadOnlyList<string> Filters { get; init; } = [];

    public string? Words { get; init; }

    public string? Group { get; init; }

    public string? Aggregate { get; init; }

    public string? Sort { get; init; }
}

/// <summary>Holds what an address asks against the columns of a table: a query that can be run, or what is wrong with it.</summary>
public static class QueryReader
{
    public static (RowQuery? Query, QueryError? Error) Read(QueryText text, IReadOnlyList<StoredColumn> columns, Limits limits)
    {
        try
        {
            return (Read(text, new ColumnNames(columns), limits), null);
        }
        catch (QueryException e)
        {
            return (null, e.Error);
        }
    }

    private static RowQuery Read(QueryText text, ColumnNames columns, Limits limits)
    {
        var query = new RowQuery
        {
            Select = Select(Scanner("select", text.Select, limits), columns),
            Filters = [.. text.Filters.Select(filter => Scanner("filter", filter, limits)).OfType<QueryScanner>().Select(filter => new FilterReader(filter, columns, limits).Read())],
            Words = Words(text.Words, limits),
            GroupBy = List(Scanner("group", text.Group, limits), limits.MaxQueryKeys, scanner => Key(scanner, columns)),
            Aggregates = List(Scanner("aggregate", text.Aggregate, limits), limits.MaxQueryKeys, scanner => Aggregate(scanner, columns)),
        };
        if (query.IsGrouped && query.Select.Count > 0)
            throw new QueryException(new QueryError(QueryErrorCodes.Conflict, "select", 0, text.Select!, "A grouped answer has the columns of group and aggregate; leave select out."));
        query = query with { GroupBy = Unique(query.GroupBy, key => key.Name, (key, name) => key with { Name = name }, []) };
        query = query with { Aggregates = Unique(query.Aggregates, a => a.Name, (a, name) => a with { Name = name }, query.GroupBy.Select(key => key.Name)) };
        return query with { Sort = List(Scanner("sort", text.Sort, limits), limits.MaxQueryKeys, scanner => Sort(scanner, columns, query)) };
    }

    private static QueryScanner? Scanner(string parameter, string? text, Limits limits)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var scanner = new QueryScanner(parameter, text);
        if (text.Length > limits.MaxFilterLength) throw scanner.Wrong(QueryErrorCodes.TooMuch, limits.MaxFilterLength, $"A parameter has at most {limits.MaxFilterLength} characters.");
        return scanner;
    }

    private static List<T> List<T>(QueryScanner? scanner, int most, Func<QueryScanner, T> read)
    {
        var list = new List<T>();
        if (scanner is null) return list;
        do
        {
            if (list.Count == most) throw scanner.Wrong(QueryErrorCodes.TooMuch, scanner.Position, $"{scanner.Parameter} has at most {most} items.");
            list.Add(read(scanner));
        }
        while (scanner.Next(','));
        scanner.ExpectEnd("Items are separated by commas.");
        return list;
    }

    private static List<StoredColumn> Select(QueryScanner? scanner, ColumnNames columns)
    {
        var chosen = List<IReadOnlyList<StoredColumn>>(scanner, columns.All.Count + 1, s =>
        {
            var start = s.Position;
            var name = s.Name(out var bare);
            return bare && name == "*" ? [.. columns.All.Where(column => column.Role != ColumnRole.RowNumber)] : [columns.Find(s, name, start)];
        });
        // A column named twice is one column.
        return [.. chosen.SelectMany(c => c).Distinct()];
    }

    private static string[] Words(string? text, Limits limits)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (text?.Length > limits.MaxQueryLength || words.Length > limits.MaxQueryKeys)
            throw new QueryException(new QueryError(QueryErrorCodes.TooMuch, "q", 0, "", $"A search has at most {limits.MaxQueryKeys} words and {limits.MaxQueryLength} characters."));
        return words;
    }

    private static GroupKey Key(QueryScanner scanner, ColumnNames columns)
    {
        var start = scanner.Position;
        var name = scanner.Name(out var bare);
        if (!bare || !scanner.Next('('))
        {
            var plain = columns.Find(scanner, name, start);
            return new GroupKey(plain.Name, plain, null);
        }
        DatePart? part = name switch { "year" => DatePart.Year, "quarter" => DatePart.Quarter, "month" => DatePart.Month, "day" => DatePart.Day, _ => null };
        if (part is null) throw scanner.Wrong(QueryErrorCodes.Unknown, start, "Groups are by a column, or by year(…), quarter(…), month(…) or day(…) of one.", name);
        var column = Argument(scanner, columns);
        if (!column.Type.HasDate()) throw scanner.Wrong(QueryErrorCodes.NotForType, start, $"{name} is for dates; {column.Name} is {column.Type.NameOf()}.", name);
        return new GroupKey($"{name}_{column.Name}", column, part);
    }

    private static Aggregate Aggregate(QueryScanner scanner, ColumnNames columns)
    {
        var start = scanner.Position;
        var name = scanner.Name(out _);
        AggregateFunction? found = name switch
        {
            "count" => AggregateFunction.Count, "sum" => AggregateFunction.Sum, "avg" => AggregateFunction.Avg, "min" => AggregateFunction.Min,
            "max" => AggregateFunction.Max, "median" => AggregateFunction.Median, "distinct" => AggregateFunction.Distinct, _ => null,
        };
        if (found is not { } function) throw scanner.Wrong(QueryErrorCodes.Unknown, start, "The functions are count, sum, avg, min, max, median and distinct.", name);
        if (!scanner.Next('('))
        {
            if (function == AggregateFunction.Count) return new Aggregate("count", function, null);
            throw scanner.Wrong(QueryErrorCodes.Syntax, scanner.Position, $"{name} wants a column: {name}(column)");
        }
        var column = Argument(scanner, columns);
        if (function is AggregateFunction.Sum or AggregateFunction.Avg or AggregateFunction.Median && !column.Type.IsNumeric())
            throw scanner.Wrong(QueryErrorCodes.NotForType, start, $"{name} is for numbers; {column.Name} is {column.Type.NameOf()}.", name);
        return new Aggregate($"{name}_{column.Name}", function, column);
    }

    private static StoredColumn Argument(QueryScanner scanner, ColumnNames columns)
    {
        var start = scanner.Position;
        var column = columns.Find(scanner, scanner.Name(out _), start);
        scanner.Expect(')', "The bracket is not closed here.");
        return column;
    }

    private static SortKey Sort(QueryScanner scanner, ColumnNames columns, RowQuery query)
    {
        var start = scanner.Position;
        var name = scanner.Name(out _);
        if (query.IsGrouped)
        {
            // The database takes no notice of the case of names, so neither do we.
            var names = query.GroupBy.Select(key => key.Name).Concat(query.Aggregates.Select(a => a.Name)).ToList();
            name = names.FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw scanner.Wrong(QueryErrorCodes.UnknownColumn, start, $"The columns of this answer are {string.Join(", ", names)}.", name);
        }
        else
        {
            name = columns.Find(scanner, name, start).Name;
        }
        if (!scanner.Next('.')) return new SortKey(name, Descending: false);
        var place = scanner.Position;
        return scanner.Name(out _) switch
        {
            "asc" => new SortKey(name, Descending: false),
            "desc" => new SortKey(name, Descending: true),
            var other => throw scanner.Wrong(QueryErrorCodes.Unknown, place, "An order is column, column.asc or column.desc.", other),
        };
    }

    /// <summary>Names of an answer differ, as those of a table do.</summary>
    private static List<T> Unique<T>(IReadOnlyList<T> items, Func<T, string> nameOf, Func<T, string, T> rename, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        return [.. items.Select(item => rename(item, UniqueNames.Add(names, nameOf(item))))];
    }
}
