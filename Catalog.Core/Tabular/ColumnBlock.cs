using Catalog.Core.Tabular.Delimited;

namespace Catalog.Core.Tabular;

/// <summary>Some columns of a table, which are a table of their own.</summary>
internal sealed class ColumnBlock : FoundTable
{
    private readonly FoundTable _whole;
    private readonly int _from;
    private readonly string[] _columns;

    /// <param name="to">The first column that is no part of it.</param>
    /// <param name="rows">Rows of the whole that it has; those below are empty.</param>
    public ColumnBlock(FoundTable whole, string name, int from, int to, long rows)
    {
        _whole = whole;
        _from = from;
        Name = name;
        var header = whole.Report.Header.Skip(from).Take(to - from).ToList();
        (_columns, _) = ColumnNames.Distinct(header, header.Count);
        Report = whole.Report with
        {
            Rows = rows,
            Columns = header.Count,
            ExtraColumns = 0,
            Header = header,
            Evidence = [.. whole.Report.Evidence, Say.Evidence(TableEvidenceCodes.OtherTables, $"Columnas {from + 1} a {to}: una columna vacía las separa de otra tabla al lado.", $"Columns {from + 1} to {to}: an empty column tells them from another table beside them.")],
        };
    }

    public override string Name { get; }

    public override IReadOnlyList<string> Columns => _columns;

    public override TableDialect? Dialect => _whole.Dialect;

    public override TableReport Report { get; }

    public override void Read(RowHandler onRow, CancellationToken ct)
    {
        var row = new TableRow();
        _whole.Read(all =>
        {
            if (all.Number > Report.Rows) return;
            row.Clear();
            for (var i = 0; i < _columns.Length; i++) row.Add(all[_from + i]);
            row.Number = all.Number;
            row.Line = all.Line;
            row.Offset = all.Offset;
            onRow(row);
        }, ct);
    }
}
