namespace Catalog.Core.Tabular.Rows;

/// <summary>What is wrong with a query, said so that whoever wrote it can mend it.</summary>
/// <param name="Code">One of <see cref="QueryErrorCodes"/>.</param>
/// <param name="Parameter">The parameter of the address.</param>
/// <param name="Position">The character of the parameter's value at which it goes wrong, counted from 0.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Hint">What would be right.</param>
public sealed record QueryError(string Code, string Parameter, int Position, string Value, string Hint);

/// <summary>The codes of what can be wrong with a query; stable.</summary>
public static class QueryErrorCodes
{
    /// <summary>The parameter does not follow its grammar.</summary>
    public const string Syntax = "syntax";

    /// <summary>The table has no column of that name.</summary>
    public const string UnknownColumn = "unknown-column";

    /// <summary>There is no such operator, function or parameter.</summary>
    public const string Unknown = "unknown-word";

    /// <summary>The value is not one of the column's type.</summary>
    public const string ValueType = "value-type";

    /// <summary>The operator or function does not apply to a column of that type.</summary>
    public const string NotForType = "not-for-type";

    /// <summary>More of something than a query may have.</summary>
    public const string TooMuch = "too-much";

    /// <summary>Parameters that exclude each other.</summary>
    public const string Conflict = "conflict";

    /// <summary>The cursor is not of this query.</summary>
    public const string Cursor = "cursor";
}

/// <summary>Ends the reading of a parameter; caught where the query is read, never further up.</summary>
internal sealed class QueryException(QueryError error) : Exception(error.Hint)
{
    public QueryError Error { get; } = error;
}
