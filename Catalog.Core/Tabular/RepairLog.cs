using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular;

/// <summary>Counts what was odd about a table, all of it, and keeps the first places of each kind.</summary>
internal sealed class RepairLog(int examples)
{
    private readonly Dictionary<string, (long Count, List<RepairExample> Examples, Text Message)> _kinds = [];

    public void Add(string code, long row, long line, ReadOnlySpan<char> text, long count = 1)
    {
        ref var kind = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_kinds, code, out var known);
        if (!known) kind = (0, [], RepairWords.Of(code));
        kind.Count += count;
        if (kind.Examples.Count < examples) kind.Examples.Add(new RepairExample(row, line, Delimited.Say.Shown(text)));
    }

    public long CountOf(string code) => _kinds.TryGetValue(code, out var kind) ? kind.Count : 0;

    public IReadOnlyList<TableRepair> ToList() =>
        [.. _kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => new TableRepair { Code = k.Key, Count = k.Value.Count, Message = k.Value.Message, Examples = k.Value.Examples })];
}
