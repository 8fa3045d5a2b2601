namespace Samples.Generator;

/// <summary>A column of a table, as the dictionary of its dataset documents it.</summary>
internal sealed record Column(string Name, string Type, string? Units, string Description)
{
    /// <summary>Reads "name type units: description"; units may be missing.</summary>
    public static Column Parse(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var head = text[..colon].Split(' ', 3);
        return new Column(head[0], head[1], head.Length > 2 ? head[2] : null, text[(colon + 2)..]);
    }
}

/// <summary>Rows under named columns, from which the files of a dataset are made.</summary>
internal sealed class Table(string name, string columns)
{
    private readonly List<object?[]> _rows = [];

    /// <summary>A table whose rows are all made alike; columns one to a line.</summary>
    public static Table Of(string name, string columns, int count, Func<Rng, int, object?[]> row)
    {
        var table = new Table(name, columns);
        for (var i = 0; i < count; i++)
            table.Add(row(table.Rng, i));
        return table;
    }

    public static Table Of(string name, string columns, Action<Table, Rng> fill)
    {
        var table = new Table(name, columns);
        fill(table, table.Rng);
        return table;
    }

    /// <summary>The name of its files without an extension.</summary>
    public string Name { get; } = name;

    public IReadOnlyList<Column> Columns { get; } = [.. columns.Split('\n').Select(Column.Parse)];

    public IReadOnlyList<object?[]> Rows => _rows;

    public Rng Rng { get; } = new(name);

    public void Add(params object?[] values)
    {
        if (values.Length != Columns.Count)
            throw new InvalidOperationException($"{Name}: {values.Length} values for {Columns.Count} columns");
        _rows.Add(values);
    }

    /// <summary>Rows in the order in which a register would list them.</summary>
    public Table SortedBy(params string[] names)
    {
        var at = names.Select(n => Columns.Select(c => c.Name).ToList().IndexOf(n)).ToArray();
        var sorted = at.Skip(1).Aggregate(
            _rows.OrderBy(r => r[at[0]], Comparer<object?>.Default), (rows, i) => rows.ThenBy(r => r[i], Comparer<object?>.Default)).ToList();
        _rows.Clear();
        _rows.AddRange(sorted);
        return this;
    }

    /// <summary>The value of a row under a named column.</summary>
    public T Get<T>(object?[] row, string column) => (T)row[Columns.Select(c => c.Name).ToList().IndexOf(column)]!;

    /// <summary>Fills an integer column with 1, 2, 3 in the present order.</summary>
    public Table Numbered(int from = 1)
    {
        for (var i = 0; i < _rows.Count; i++)
            _rows[i][0] = from + i;
        return this;
    }
}
