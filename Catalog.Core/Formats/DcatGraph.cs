using System.Security.Cryptography;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>One dataset of a graph as a record; null bytes when it is larger than a record may be.</summary>
public sealed record LinkedRecord(string Identity, string Name, byte[]? Json);

/// <summary>
/// The datasets of a graph, wherever they stand: listed by a catalog, by a catalog within a catalog, or by nobody.
/// A series (DCAT 3 §6.7) and a catalog are datasets to DCAT and none to a reader, so they are not counted. Each dataset
/// has an identity that the next harvest finds again: its dct:identifier, else its IRI, else - a blank node - its landing
/// page, else a hash of what is said of it. Where two datasets claim the same, both take the next that they have.
/// </summary>
public sealed class DcatGraph
{
    private const string Dcat = "http://www.w3.org/ns/dcat#";
    private const string Dct = "http://purl.org/dc/terms/";
    private static readonly string[] Schema = ["http://schema.org/", "https://schema.org/"];

    private static readonly HashSet<string> DatasetTypes = [Dcat + "Dataset", .. Schema.Select(s => s + "Dataset")];
    private static readonly HashSet<string> CatalogTypes = [Dcat + "Catalog", .. Schema.Select(s => s + "DataCatalog")];
    private static readonly string[] Lists = [Dcat + "dataset", .. Schema.Select(s => s + "dataset")];
    private static readonly string[] Identifiers = [Dct + "identifier", .. Schema.Select(s => s + "identifier")];
    private static readonly string[] Values = ["http://www.w3.org/2004/02/skos/core#notation", .. Schema.Select(s => s + "value")];

    private readonly RdfGraph _graph;
    private readonly LinkedRecordWriter _writer;
    private readonly Dictionary<int, string?> _identities = [];

    /// <param name="graph">A complete graph.</param>
    public DcatGraph(RdfGraph graph, Limits limits)
    {
        _graph = graph;
        var roles = new LinkedRoles(graph, CatalogTypes, Lists);
        var typed = roles.Of(DatasetTypes);
        var found = new HashSet<int>(roles.Listed);
        // A node that has a class and nothing else was only named: shapes want the class of whatever is referred to.
        found.UnionWith(typed.Where(SaysMoreThanItsClass));
        found.ExceptWith(roles.Series);
        found.ExceptWith(roles.Catalogs);
        found.ExceptWith(roles.Services);
        found.RemoveWhere(number => graph[number].Kind == NodeKind.Literal);
        roles.Datasets.UnionWith(found);
        roles.Datasets.UnionWith(typed.Where(number => !roles.Series.Contains(number) && !roles.Catalogs.Contains(number)));
        _writer = new LinkedRecordWriter(graph, roles, limits);
        Catalogs = roles.Catalogs.Count;
        Series = roles.Series.Count;
        foreach (var number in found) _identities[number] = null;
        Identify();
    }

    public int Count => _identities.Count;

    public int Catalogs { get; }

    public int Series { get; }

    /// <summary>Every dataset, in the order of their identities.</summary>
    public IEnumerable<LinkedRecord> Records()
    {
        foreach (var (number, identity) in _identities.OrderBy(d => d.Value, StringComparer.Ordinal))
            yield return new LinkedRecord(identity!, _graph[number].Kind == NodeKind.Iri ? _graph[number].Value : identity!, _writer.Write(number, identity));
    }

    private bool SaysMoreThanItsClass(int number)
    {
        foreach (var triple in _graph.Of(number))
            if (_graph[triple.Predicate].Value != RdfNames.Type) return true;
        return false;
    }

    private void Identify()
    {
        Func<int, string?>[] ways = [Identifier, Iri, LandingPage, ContentHash];
        var open = _identities.Keys.ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var way in ways)
        {
            var claims = open.Select(number => (Number: number, Name: way(number))).Where(c => c.Name is { Length: > 0 }).ToList();
            foreach (var claim in claims.GroupBy(c => c.Name!, StringComparer.Ordinal))
                if (claim.Count() == 1 && taken.Add(claim.Key)) _identities[claim.First().Number] = claim.Key;
            open = [.. open.Where(number => _identities[number] is null)];
        }
        // The same content said twice under two blank nodes is one dataset.
        foreach (var number in open) _identities.Remove(number);
        foreach (var same in open.Select(number => (number, name: ContentHash(number))).GroupBy(c => c.name, StringComparer.Ordinal))
            if (taken.Add(same.Key)) _identities[same.First().number] = same.Key;
    }

    private string? Identifier(int number)
    {
        string? best = null;
        foreach (var triple in _graph.Of(number))
        {
            if (!Identifiers.Contains(_graph[triple.Predicate].Value)) continue;
            var value = ValueOf(triple.Object)?.Trim();
            if (value is { Length: > 0 } && (best is null || string.CompareOrdinal(value, best) < 0)) best = value;
        }
        return best;
    }

    /// <summary>A text, an IRI, or the notation of an identifier that is a node of its own.</summary>
    private string? ValueOf(int number)
    {
        if (_graph[number].Kind == NodeKind.Literal) return _graph[number].Value;
        foreach (var triple in _graph.Of(number))
            if (Values.Contains(_graph[triple.Predicate].Value) && _graph[triple.Object].Kind == NodeKind.Literal) return _graph[triple.Object].Value;
        return Iri(number);
    }

    private string? Iri(int number) => _graph[number].Kind == NodeKind.Iri ? _graph[number].Value : null;

    private string? LandingPage(int number)
    {
        string? best = null;
        foreach (var triple in _graph.Of(number))
            if (_graph[triple.Predicate].Value == Dcat + "landingPage" && _graph[triple.Object] is { Kind: not NodeKind.Blank } page && (best is null || string.CompareOrdinal(page.Value, best) < 0))
                best = page.Value;
        return best;
    }

    /// <summary>128 bits are enough: nobody gains by making two datasets look like one.</summary>
    private string ContentHash(int number) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(_writer.Write(number, null) ?? [(byte)number]).AsSpan(0, 16));
}
