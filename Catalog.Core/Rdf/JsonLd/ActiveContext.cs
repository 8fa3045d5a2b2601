namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// What the names in a part of a document mean (JSON-LD 1.1 API §4.1). Only while it is being made does it change;
/// then it is shared. A layer over its parent: a small context in each of many nodes must not copy a large one.
/// </summary>
internal sealed class ActiveContext
{
    /// <summary>Layers searched before they are made one. 16: documents have two or three.</summary>
    private const int MaxLayers = 16;

    private readonly Dictionary<string, TermDefinition?> _terms;
    private readonly ActiveContext? _parent;
    private readonly int _layers;

    public ActiveContext(string? baseIri)
    {
        _terms = new Dictionary<string, TermDefinition?>(StringComparer.Ordinal);
        BaseIri = OriginalBase = baseIri;
    }

    private ActiveContext(ActiveContext parent)
    {
        var flatten = parent._layers >= MaxLayers;
        _terms = flatten ? parent.AllTerms() : new Dictionary<string, TermDefinition?>(StringComparer.Ordinal);
        _parent = flatten ? null : parent;
        _layers = flatten ? 0 : parent._layers + 1;
        BaseIri = parent.BaseIri;
        OriginalBase = parent.OriginalBase;
        Vocab = parent.Vocab;
        Language = parent.Language;
        Direction = parent.Direction;
        Previous = parent.Previous;
    }

    public string? BaseIri { get; set; }

    /// <summary>The document's own address, to which a null context returns.</summary>
    public string? OriginalBase { get; }

    public string? Vocab { get; set; }

    public string? Language { get; set; }

    public string? Direction { get; set; }

    /// <summary>What holds again in the nodes below, when this one does not propagate.</summary>
    public ActiveContext? Previous { get; set; }

    /// <summary>Terms that a layer above this one would have to copy.</summary>
    public int CopiedTerms => _layers < MaxLayers ? 0 : AllTerms().Count;

    public ActiveContext Extend() => new(this);

    public TermDefinition? Find(string term)
    {
        for (var layer = this; layer is not null; layer = layer._parent)
            if (layer._terms.TryGetValue(term, out var found)) return found;
        return null;
    }

    public void Set(string term, TermDefinition? definition) => _terms[term] = definition;

    public bool HasProtectedTerms()
    {
        foreach (var term in AllTerms().Values)
            if (term is { IsProtected: true }) return true;
        return false;
    }

    private Dictionary<string, TermDefinition?> AllTerms()
    {
        var layers = new List<ActiveContext>();
        for (var layer = this; layer is not null; layer = layer._parent) layers.Add(layer);
        var all = new Dictionary<string, TermDefinition?>(StringComparer.Ordinal);
        for (var i = layers.Count - 1; i >= 0; i--)
            foreach (var (term, definition) in layers[i]._terms) all[term] = definition;
        return all;
    }
}
