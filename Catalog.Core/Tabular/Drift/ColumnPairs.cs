using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Profiling;

namespace Catalog.Core.Tabular.Drift;

/// <summary>Which column of the new version is which of the old one: by name, else by a similar name or the same values.</summary>
internal sealed class ColumnPairs
{
    /// <summary>The share of values that two columns must have in common to be one under two names. Half.</summary>
    private const double SameValues = 0.5;

    public ColumnPairs(TableProfile old, TableProfile now)
    {
        var free = now.Columns.DistinctBy(column => column.Name).ToDictionary(column => column.Name, StringComparer.Ordinal);
        var gone = new List<ColumnProfile>();
        foreach (var column in old.Columns)
        {
            if (free.Remove(column.Name, out var same)) Pairs.Add((column, same));
            else gone.Add(column);
        }
        foreach (var column in gone)
        {
            if (Renamed(column, free) is { } renamed && free.Remove(renamed.Name)) Pairs.Add((column, renamed));
            else Gone.Add(column);
        }
        New = [.. now.Columns.Where(column => free.ContainsKey(column.Name))];
    }

    public List<(ColumnProfile Old, ColumnProfile New)> Pairs { get; } = [];

    public List<ColumnProfile> Gone { get; } = [];

    public List<ColumnProfile> New { get; }

    /// <summary>The share of different values that two columns have in common, from 0 to 1, estimated from the smallest hashes of both (Broder 1997).</summary>
    public static double Likeness(ColumnProfile a, ColumnProfile b)
    {
        var size = Math.Min(a.Sketch.Count, b.Sketch.Count);
        if (size == 0) return 0;
        var (left, right) = (a.Sketch.ToHashSet(), b.Sketch.ToHashSet());
        var smallest = left.Union(right).Order().Take(Math.Max(a.Sketch.Count, b.Sketch.Count)).ToList();
        return smallest.Count(hash => left.Contains(hash) && right.Contains(hash)) / (double)smallest.Count;
    }

    private static ColumnProfile? Renamed(ColumnProfile column, Dictionary<string, ColumnProfile> free)
    {
        var plain = SimilarNames.Plain(column.Name);
        if (free.Values.FirstOrDefault(other => SimilarNames.Plain(other.Name) == plain && plain.Length > 0) is { } same) return same;
        // A handful of values (yes and no, the numbers to ten) is in many columns.
        if (column.Distinct >= 5 && free.Values.MaxBy(other => Likeness(column, other)) is { } alike && alike.Distinct >= 5 && Likeness(column, alike) >= SameValues) return alike;
        return SimilarNames.Find(column.Name, free.Keys) is { } similar && free[similar].Field.Type == column.Field.Type ? free[similar] : null;
    }
}
