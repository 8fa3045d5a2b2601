namespace Catalog.Core.Rdf.JsonLd;

/// <summary>A property of an expanded node, with its values.</summary>
internal readonly record struct ExpandedProperty(string Iri, List<Expanded> Values);

/// <summary>The properties of a node in the order in which they came.</summary>
internal sealed class ExpandedProperties
{
    /// <summary>Properties that are searched one by one. 16: most nodes have fewer.</summary>
    private const int MaxSearched = 16;

    private readonly List<ExpandedProperty> _all = [];
    private Dictionary<string, int>? _index;

    public List<ExpandedProperty> All => _all;

    public List<Expanded> ValuesOf(string property)
    {
        if (_index is not null)
        {
            if (_index.TryGetValue(property, out var at)) return _all[at].Values;
        }
        else
        {
            foreach (var known in _all)
                if (known.Iri == property) return known.Values;
        }
        var values = new List<Expanded>(1);
        _all.Add(new ExpandedProperty(property, values));
        if (_index is not null) _index.Add(property, _all.Count - 1);
        else if (_all.Count > MaxSearched) _index = Enumerable.Range(0, _all.Count).ToDictionary(i => _all[i].Iri, StringComparer.Ordinal);
        return values;
    }
}
