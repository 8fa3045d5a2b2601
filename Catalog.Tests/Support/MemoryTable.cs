using Catalog.Core;
using Catalog.Core.Tabular;

namespace Catalog.Tests.Support;

/// <summary>A table whose rows are at hand: for tests of what comes after reading.</summary>
public sealed class MemoryTable(IReadOnlyList<string> columns, IReadOnlyList<string[]> rows, TableDialect? dialect = null) : FoundTable
{
    public override string Name => "";

    public override IReadOnlyList<string> Columns => columns;

    public override TableDialect? Dialect => dialect;

    public IReadOnlyList<string[]> Rows => rows;

    /// <summary>A table written as text, its cells parted by bars, its first line the header.</summary>
    public static MemoryTable Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')).ToList();
        return new MemoryTable(lines[0], lines[1..]);
    }

    /// <summary>One column of cells.</summary>
    public static MemoryTable Column(string name, params string[] cells) => new([name], [.. cells.Select(cell => new[] { cell })]);

    /// <summary>The first table of a file.</summary>
    public static FoundTable Open(string path)
    {
        var result = TableFile.Open(path, Limits.Default, CancellationToken.None);
        Assert.That(result, Is.TypeOf<TableResult.Found>(), path);
        return ((TableResult.Found)result).Tables[0];
    }

    public override void Read(RowHandler onRow, CancellationToken ct)
    {
        var row = new TableRow();
        for (var i = 0; i < rows.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            row.Clear();
            row.Number = i + 1;
            row.Line = i + 2;
            foreach (var cell in rows[i].Take(columns.Count)) row.Add(cell);
            while (row.Count < columns.Count) row.Add("");
            onRow(row);
        }
    }
}
