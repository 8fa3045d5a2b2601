using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Checking;

/// <summary>
/// Whether the values of some columns are found in another table. That table's keys are kept as hashes, as written and
/// without blanks around them; a value whose hash is not among them is certainly not there.
/// </summary>
internal sealed class ReferenceCheck
{
    private readonly KeyHashes _known;

    private ReferenceCheck(ForeignKey key, int[] columns, KeyHashes known)
    {
        Key = key;
        Columns = columns;
        _known = known;
    }

    public ForeignKey Key { get; }

    public int[] Columns { get; }

    /// <summary>Null when the other table is not at hand, lacks a column, or has more keys than are kept.</summary>
    public static ReferenceCheck? Make(ForeignKey key, int[] columns, FoundTable? other, Limits limits, CancellationToken ct)
    {
        if (other is null || key.Package is not null) return null;
        var names = other.Columns.ToList();
        int[] referenced = [.. key.ReferencedFields.Select(name => names.IndexOf(name))];
        if (referenced.Contains(-1)) return null;
        var known = new KeyHashes(limits.MaxKeysChecked);
        other.Read(row =>
        {
            if (!known.IsFull && TryHash(row, referenced, out var hash)) known.Add(hash);
        }, ct);
        return known.IsFull ? null : new ReferenceCheck(key, columns, known);
    }

    /// <summary>A key with a part missing refers to nothing, which is allowed.</summary>
    public bool IsBroken(TableRow row) => TryHash(row, Columns, out var hash) && !_known.Contains(hash);

    private static bool TryHash(TableRow row, int[] columns, out ulong hash)
    {
        hash = 0;
        foreach (var column in columns)
        {
            var cell = row[column].Trim();
            if (cell.Length == 0) return false;
            hash = CellHash.Add(hash, CellHash.Of(cell));
        }
        return true;
    }
}
