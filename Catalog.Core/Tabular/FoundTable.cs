namespace Catalog.Core.Tabular;

/// <summary>Takes a table row by row. The row is the reader's own and good until the next one.</summary>
public delegate void RowHandler(TableRow row);

/// <summary>
/// A table found in a file: a text file's only one, or a sheet of a workbook, a member of an archive, a list of JSON
/// objects. It can be read again and again, from its beginning, in constant memory.
/// </summary>
public abstract class FoundTable
{
    /// <summary>The sheet's or member's name; empty where a file is one table.</summary>
    public abstract string Name { get; }

    /// <summary>The names of the columns as the file has them, made unique ("name", "name_2"), never empty ("column_3").</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>How a text file writes it; null for other formats.</summary>
    public abstract TableDialect? Dialect { get; }

    /// <summary>What was found out about it and what was mended.</summary>
    public virtual TableReport Report => new() { Format = "", Columns = Columns.Count, Header = Columns };

    /// <summary>The same table with more to say of it.</summary>
    internal virtual FoundTable With(TableReport report) => this;

    /// <summary>Reads every row, in the order of the file.</summary>
    public abstract void Read(RowHandler onRow, CancellationToken ct);
}
