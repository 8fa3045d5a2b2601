namespace Catalog.Core.Tabular.Rows;

/// <summary>A column of an answer.</summary>
public sealed record ResultColumn(string Name, StoredType Type)
{
    /// <summary>It is a number that travels as text, digit by digit: too long for 64 bits, or exact to the cent.</summary>
    public bool Digits { get; init; }
}

/// <summary>What a statement's rows are for.</summary>
internal enum RowShape
{
    /// <summary>A page: the keys of its order come along, so that the next one can begin after it.</summary>
    Page,

    /// <summary>Everything, row by row.</summary>
    Stream,

    /// <summary>Everything, written by the database itself: columns keep their types.</summary>
    File,
}

/// <summary>One column of the order of an answer.</summary>
internal sealed record OrderKey(string Name, ResultColumn Column, bool Descending);

/// <summary>A SELECT with its parameters, and what its columns are.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<object> Parameters, IReadOnlyList<ResultColumn> Columns, IReadOnlyList<OrderKey> Keys);
