using System.Runtime.InteropServices;
using Catalog.Core.Tabular.Cells;
using Catalog.Core.Tabular.Profiling;

namespace Catalog.Core.Tabular.Checking;

/// <summary>
/// Whether the values of some columns together occur once. The first pass keeps a hash of each key; only where a hash
/// comes back are the keys themselves compared, in a second pass over the rows of those hashes.
/// </summary>
internal sealed class UniqueKeyCheck(string code, string label, IReadOnlyList<FieldCheck> columns, Limits limits)
{
    private readonly KeyHashes _seen = new(limits.MaxKeysChecked);
    private readonly HashSet<ulong> _again = [];
    private Dictionary<string, long>? _first;

    public string Code => code;

    /// <summary>The columns of the key, as a reader names them.</summary>
    public string Label => label;

    public IReadOnlyList<FieldCheck> Columns => columns;

    /// <summary>Rows whose keys were not looked at because there were too many.</summary>
    public long Unchecked { get; private set; }

    public bool NeedsSecondPass => _again.Count > 0;

    public void Add(ulong hash)
    {
        if (_seen.IsFull && !_seen.Contains(hash)) Unchecked++;
        else if (!_seen.Add(hash) && _again.Count < limits.MaxRepeatedKeys) _again.Add(hash);
    }

    /// <summary>In the second pass: the row in which the same key stood first; 0 when this is the first.</summary>
    public long FirstRowOf(TableRow row, ulong hash)
    {
        if (!_again.Contains(hash)) return 0;
        _first ??= new Dictionary<string, long>(StringComparer.Ordinal);
        var key = TextOf(row);
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, key, out var known);
        if (known) return first;
        first = row.Number;
        return 0;
    }

    /// <summary>The hash of a row's key; false where a part of it is missing, because nothing is not equal to nothing.</summary>
    public static bool TryHash(TableRow row, IReadOnlyList<FieldCheck> columns, out ulong hash)
    {
        hash = 0;
        foreach (var column in columns)
        {
            var cell = row[column.Column];
            column.Check(cell, out var state, out var value);
            if (state == CellState.Missing) return false;
            hash = CellHash.Add(hash, Of(column, cell, state, value));
        }
        return true;
    }

    /// <summary>Equal values are equal however they are written: 1 and 01 are one number.</summary>
    public static ulong Of(FieldCheck column, ReadOnlySpan<char> cell, CellState state, CellValue value) =>
        column.ComparesText || state == CellState.Misfit ? CellHash.Of(cell) : CellHash.Add(0x51, (ulong)value.Integer ^ (ulong)BitConverter.DoubleToInt64Bits(value.Longitude));

    private string TextOf(TableRow row)
    {
        var parts = new string[columns.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var cell = row[columns[i].Column];
            columns[i].Check(cell, out var state, out var value);
            parts[i] = columns[i].ComparesText || state == CellState.Misfit ? "t" + cell.ToString() : FormattableString.Invariant($"v{value.Integer} {BitConverter.DoubleToInt64Bits(value.Longitude)}");
        }
        return string.Join('\0', parts);
    }
}
