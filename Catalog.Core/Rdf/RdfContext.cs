namespace Catalog.Core.Rdf;

/// <summary>A short name for a namespace. The namespace ends in / or # so that JSON-LD 1.1 §4.4 takes it for a prefix.</summary>
public sealed record RdfPrefix(string Name, string Namespace);

/// <summary>What the values of a JSON-LD term look like (JSON-LD 1.1 §9.15).</summary>
public enum TermKind
{
    /// <summary>Literals without language or datatype.</summary>
    Plain,

    /// <summary>IRIs.</summary>
    Link,

    /// <summary>Literals with languages, as a map from language to value.</summary>
    LanguageMap,

    /// <summary>Literals of one datatype.</summary>
    Typed,

    /// <summary>Not values but nodes of which the node at hand is the value (JSON-LD 1.1 §4.8).</summary>
    Reverse,
}

/// <summary>A word that JSON-LD uses for a property, and the kind of value it is used for.</summary>
public sealed record RdfTerm(string Name, Iri Property, TermKind Kind, Iri? Datatype = null);

/// <summary>The names that a document uses: prefixes for Turtle and JSON-LD, terms for JSON-LD.</summary>
public sealed class RdfContext
{
    private readonly Dictionary<Iri, RdfTerm> _terms;
    private readonly Dictionary<Iri, RdfTerm> _reverse;

    public RdfContext(IReadOnlyList<RdfPrefix> prefixes, IReadOnlyList<RdfTerm> terms)
    {
        Prefixes = prefixes;
        Terms = terms;
        _terms = terms.Where(t => t.Kind != TermKind.Reverse).ToDictionary(t => t.Property);
        _reverse = terms.Where(t => t.Kind == TermKind.Reverse).ToDictionary(t => t.Property);
    }

    public IReadOnlyList<RdfPrefix> Prefixes { get; }

    public IReadOnlyList<RdfTerm> Terms { get; }

    /// <summary>
    /// The property that a document is a long list of, as a catalog is of its datasets: a tree is written with one such
    /// list, which goes on as long as there are values for it. Null when documents have no such list.
    /// </summary>
    public Iri? Members { get; init; }

    public RdfTerm? TermOf(Iri property) => _terms.GetValueOrDefault(property);

    /// <summary>The word for the property read from its value, or null when it has none.</summary>
    public RdfTerm? ReverseOf(Iri property) => _reverse.GetValueOrDefault(property);

    /// <summary>
    /// <c>prefix:name</c>, or null when no prefix fits. The name is kept to letters, digits, - and _, which both Turtle
    /// (§6.4) and JSON-LD read without escapes.
    /// </summary>
    public string? Shorten(Iri iri)
    {
        foreach (var prefix in Prefixes)
        {
            if (!iri.Value.StartsWith(prefix.Namespace, StringComparison.Ordinal)) continue;
            var name = iri.Value.AsSpan(prefix.Namespace.Length);
            if (IsName(name)) return $"{prefix.Name}:{name}";
        }
        return null;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !(char.IsAsciiLetter(name[0]) || name[0] == '_')) return false;
        foreach (var c in name[1..])
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return false;
        return true;
    }
}
