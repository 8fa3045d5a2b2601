using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Changes;

/// <summary>How the rows of two versions are told to be the same row.</summary>
public enum DiffKeySource
{
    /// <summary>The schema's primary key.</summary>
    Declared,

    /// <summary>A column that has another value in every row of both versions.</summary>
    Inferred,

    /// <summary>Nothing tells rows apart: a changed row is one that went and one that came.</summary>
    WholeRow,
}

/// <summary>The columns by which rows are matched; none for <see cref="DiffKeySource.WholeRow"/>.</summary>
public sealed record DiffKey(DiffKeySource Source, ValueList<string> Columns)
{
    public static readonly DiffKey WholeRow = new(DiffKeySource.WholeRow, []);

    /// <summary>Words that names of keys are made of, in Spanish and English.</summary>
    private static readonly string[] KeyWords = ["id", "codigo", "código", "cod", "clave", "nro", "numero", "número", "expediente", "key", "code"];

    /// <summary>
    /// The key of two versions: what the schema declares where both have it and it is one, else the first column that is
    /// unique and never missing in both, one that is called like a key before others. A measured number is never a key:
    /// that all amounts differ says nothing about which is whose.
    /// </summary>
    /// <param name="declared">The primary key of the newer version's schema; empty for none.</param>
    public static DiffKey Of(DiffSide older, DiffSide newer, IReadOnlyList<string> declared)
    {
        if (declared.Count > 0 && declared.All(older.Has) && declared.All(newer.Has)) return new DiffKey(DiffKeySource.Declared, declared.ToValueList());
        var unique = newer.Columns.Where(c => c.Type is StoredType.Text or StoredType.Integer && newer.IsUnique(c.Name) && older.IsUnique(c.Name)).Select(c => c.Name).ToList();
        var found = unique.FirstOrDefault(LooksLikeAKey) ?? unique.FirstOrDefault();
        return found is null ? WholeRow : new DiffKey(DiffKeySource.Inferred, [found]);
    }

    private static bool LooksLikeAKey(string name) =>
        name.ToLowerInvariant().Split(['_', '-', ' ', '.'], StringSplitOptions.RemoveEmptyEntries).Any(word => KeyWords.Contains(word));
}

/// <summary>One of the two versions that are compared.</summary>
public sealed record DiffSide(StoredTable Table, IReadOnlyList<ColumnSummary> Summaries)
{
    /// <summary>The columns of the file, without those that we add.</summary>
    public IEnumerable<StoredColumn> Columns => Table.Columns.Where(c => c.Role == ColumnRole.Value);

    public bool Has(string column) => Columns.Any(c => c.Name == column);

    public bool IsUnique(string column) =>
        Has(column) && Summaries.FirstOrDefault(s => s.Name == column) is { Missing: 0 } summary && summary.Distinct == Table.RowCount && Table.RowCount > 0;
}
