using System.Runtime.InteropServices;

namespace Catalog.Core.Rdf;

/// <summary>A triple of a <see cref="RdfGraph"/>: its terms by their numbers.</summary>
public readonly record struct RdfTriple(int Subject, int Predicate, int Object) : IComparable<RdfTriple>
{
    public int CompareTo(RdfTriple other) =>
        Subject != other.Subject ? Subject.CompareTo(other.Subject)
        : Predicate != other.Predicate ? Predicate.CompareTo(other.Predicate)
        : Object.CompareTo(other.Object);
}

/// <summary>
/// A graph held in memory, asked by subject. Every term is kept once and has a number; a triple is three numbers, twelve
/// bytes. All graphs of all documents are merged into one, because catalogs are spread over named graphs and pages as
/// their software likes; blank nodes of different documents stay apart (RDF 1.1 Semantics §4.1).
/// </summary>
public sealed class RdfGraph(Limits limits)
{
    private readonly List<RdfNode> _nodes = [];
    private readonly Dictionary<RdfNode, int> _numbers = [];
    private readonly Dictionary<string, int> _blanks = new(StringComparer.Ordinal);
    private readonly List<RdfTriple> _triples = [];
    private int[] _starts = [];
    private int _sorted;

    /// <summary>Triples after <see cref="Complete"/>, each counted once.</summary>
    public int Count => _triples.Count;

    /// <summary>Terms, numbered from 0.</summary>
    public int Terms => _nodes.Count;

    /// <summary>The labels of blank nodes that follow are of another document.</summary>
    public void BeginDocument() => _blanks.Clear();

    /// <summary>False, and nothing is added, once the graph is as large as it may be.</summary>
    public bool TryAdd(Quad quad)
    {
        if (_triples.Count >= limits.MaxRdfTriples) return false;
        _triples.Add(new RdfTriple(NumberOf(quad.Subject), NumberOf(quad.Predicate), NumberOf(quad.Object)));
        return true;
    }

    /// <summary>Sorts what was added, which is what makes it askable; more may be added afterwards, and completed again.</summary>
    public void Complete()
    {
        if (_sorted == _triples.Count && _starts.Length == _nodes.Count + 1) return;
        CollectionsMarshal.AsSpan(_triples).Sort();
        Deduplicate();
        _starts = new int[_nodes.Count + 1];
        foreach (var triple in CollectionsMarshal.AsSpan(_triples)) _starts[triple.Subject + 1]++;
        for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
        _sorted = _triples.Count;
    }

    public RdfNode this[int number] => _nodes[number];

    /// <summary>The number of an IRI, or false when the graph does not name it.</summary>
    public bool TryFind(string iri, out int number) => _numbers.TryGetValue(RdfNode.OfIri(iri), out number);

    /// <summary>What is said of a subject, sorted by property.</summary>
    public ReadOnlySpan<RdfTriple> Of(int subject) =>
        CollectionsMarshal.AsSpan(_triples)[_starts[subject].._starts[subject + 1]];

    /// <summary>Every triple with one of these properties, in no particular order.</summary>
    public IEnumerable<RdfTriple> With(params IReadOnlyList<string> properties)
    {
        var wanted = new HashSet<int>();
        foreach (var property in properties)
            if (TryFind(property, out var number)) wanted.Add(number);
        if (wanted.Count == 0) yield break;
        foreach (var triple in _triples)
            if (wanted.Contains(triple.Predicate)) yield return triple;
    }

    private int NumberOf(RdfNode node)
    {
        if (node.Kind == NodeKind.Blank)
        {
            ref var blank = ref CollectionsMarshal.GetValueRefOrAddDefault(_blanks, node.Value, out var known);
            if (!known)
            {
                blank = _nodes.Count;
                _nodes.Add(node);
            }
            return blank;
        }
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, node, out var exists);
        if (!exists)
        {
            number = _nodes.Count;
            _nodes.Add(node);
        }
        return number;
    }

    private void Deduplicate()
    {
        var triples = CollectionsMarshal.AsSpan(_triples);
        var kept = 0;
        for (var i = 0; i < triples.Length; i++)
            if (i == 0 || triples[i] != triples[kept - 1]) triples[kept++] = triples[i];
        _triples.RemoveRange(kept, _triples.Count - kept);
    }
}
