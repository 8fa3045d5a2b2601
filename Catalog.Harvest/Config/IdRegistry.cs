namespace Catalog.Harvest.Config;

/// <summary>The ids of one kind of thing: each once, and every reference leads to one.</summary>
internal sealed class IdRegistry(string kind)
{
    private readonly Dictionary<string, ConfigScalar?> _declared = new(StringComparer.Ordinal);
    private readonly List<ConfigScalar> _references = [];

    /// <summary>Ids as the file writes them.</summary>
    private IEnumerable<string> Shown => _declared.Select(entry => entry.Value?.Shown ?? entry.Key);

    public void Declare(ConfigScalar id)
    {
        if (_declared.TryAdd(id.Value, id)) return;
        var first = _declared[id.Value];
        id.Error(ConfigErrorCodes.DuplicateId, $"another {kind} has the id '{id.Shown}'", first is null ? null : $"it is in line {first.At.Node.Line}");
    }

    /// <summary>An id that no line of the file declares: a default.</summary>
    public void Declare(string id) => _declared.TryAdd(id, null);

    /// <summary>Notes a reference; it is checked when everything is read, because it may point down the file.</summary>
    public void Refer(ConfigScalar id) => _references.Add(id);

    public void Check()
    {
        foreach (var reference in _references)
        {
            if (_declared.ContainsKey(reference.Value)) continue;
            var hint = _declared.Count == 0 ? $"there are no {kind}s in this config"
                : DidYouMean.Hint(reference.Shown, Shown) ?? "there are: " + string.Join(", ", Shown.Take(20)) + (_declared.Count > 20 ? ", ..." : "");
            reference.Error(ConfigErrorCodes.UnknownId, $"no {kind} has the id '{reference.Shown}'", hint);
        }
    }
}
