namespace Catalog.Core.Tabular.Archives;

/// <summary>A table under the name of the member that holds it.</summary>
internal sealed class NamedTable(FoundTable table, string name) : FoundTable
{
    public override string Name => name;

    public override IReadOnlyList<string> Columns => table.Columns;

    public override TableDialect? Dialect => table.Dialect;

    public override TableReport Report => table.Report;

    public override void Read(RowHandler onRow, CancellationToken ct) => table.Read(onRow, ct);
}
