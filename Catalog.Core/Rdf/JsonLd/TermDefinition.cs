namespace Catalog.Core.Rdf.JsonLd;

/// <summary>How the values of a term are held (JSON-LD 1.1 §4.6, §4.9).</summary>
[Flags]
internal enum Containers
{
    None = 0,
    List = 1,
    Set = 2,
    Index = 4,
    Language = 8,
    Id = 16,
    Type = 32,
    Graph = 64,
}

/// <summary>What a context says of one term (JSON-LD 1.1 API §4.1). A record, so that a protected one can be compared.</summary>
internal sealed record TermDefinition
{
    /// <summary>What it stands for: an IRI, a keyword, or null when it is expressly nothing.</summary>
    public string? Iri { get; set; }

    public bool IsPrefix { get; set; }

    public bool IsProtected { get; set; }

    public bool IsReverse { get; set; }

    public string? Type { get; set; }

    /// <summary>Whether it has a language of its own, be it none.</summary>
    public bool HasLanguage { get; set; }

    public string? Language { get; set; }

    public bool HasDirection { get; set; }

    public string? Direction { get; set; }

    public Containers Containers { get; set; }

    /// <summary>The context that holds in its values.</summary>
    public JsonValue? Context { get; set; }

    /// <summary>What addresses in that context are resolved against.</summary>
    public string? ContextBase { get; set; }

    /// <summary>The property that the keys of an index map are values of.</summary>
    public string? Index { get; set; }

    public string? Nest { get; set; }

    public bool Has(Containers container) => (Containers & container) != 0;

    /// <summary>Whether a redefinition says the same, protection aside (JSON-LD 1.1 API §4.2.2 step 27).</summary>
    public bool SaysTheSameAs(TermDefinition other) =>
        this with { IsProtected = false, Context = null, ContextBase = null } == other with { IsProtected = false, Context = null, ContextBase = null }
        && (Context is null ? other.Context is null : other.Context is not null && Context.SameAs(other.Context));
}
