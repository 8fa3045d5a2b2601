namespace Catalog.Core.Tabular.Rows;

/// <summary>The columns of a table by the names that a query gives them: as they are or, failing that, in another case.</summary>
internal sealed class ColumnNames(IReadOnlyList<StoredColumn> columns)
{
    /// <summary>Names listed in a message. 30: wider tables have a schema document to look at.</summary>
    private const int Listed = 30;

    private readonly Dictionary<string, StoredColumn> _byName = columns.ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<StoredColumn> All => columns;

    public StoredColumn Find(QueryScanner scanner, string name, int position) =>
        _byName.GetValueOrDefault(name)
        ?? throw scanner.Wrong(QueryErrorCodes.UnknownColumn, position, $"The columns are {string.Join(", ", columns.Take(Listed).Select(column => column.Name))}{(columns.Count > Listed ? ", …" : "")}.", name);
}
