using System.Collections.Frozen;

namespace Catalog.Core.Formats;

/// <summary>
/// The short names that records of RDF sources use for IRIs: one spelling for each, so that the same graph gives the same
/// record whatever prefixes its document declared. schema.org is one vocabulary under http and https.
/// </summary>
public static class LinkedNames
{
    private static readonly (string Prefix, string Namespace)[] Prefixes =
    [
        ("dcat", "http://www.w3.org/ns/dcat#"),
        ("dct", "http://purl.org/dc/terms/"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("dctype", "http://purl.org/dc/dcmitype/"),
        ("dcatap", "http://data.europa.eu/r5r/"),
        ("dcat-us", "http://data.resources.gov/ontology/dcat-us#"),
        ("geodcat", "http://data.europa.eu/930/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("vcard", "http://www.w3.org/2006/vcard/ns#"),
        ("org", "http://www.w3.org/ns/org#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("adms", "http://www.w3.org/ns/adms#"),
        ("spdx", "http://spdx.org/rdf/terms#"),
        ("prov", "http://www.w3.org/ns/prov#"),
        ("eli", "http://data.europa.eu/eli/ontology#"),
        ("geo", "http://www.opengis.net/ont/geosparql#"),
        ("sf", "http://www.opengis.net/ont/sf#"),
        ("locn", "http://www.w3.org/ns/locn#"),
        ("time", "http://www.w3.org/2006/time#"),
        ("odrl", "http://www.w3.org/ns/odrl/2/"),
        ("odrs", "http://schema.theodi.org/odrs#"),
        ("dqv", "http://www.w3.org/ns/dqv#"),
        ("csvw", "http://www.w3.org/ns/csvw#"),
        ("cnt", "http://www.w3.org/2011/content#"),
        ("void", "http://rdfs.org/ns/void#"),
        ("pav", "http://purl.org/pav/"),
        ("hydra", "http://www.w3.org/ns/hydra/core#"),
        ("schema", "http://schema.org/"),
        ("owl", "http://www.w3.org/2002/07/owl#"),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ];

    private static readonly FrozenDictionary<string, string> Namespaces = Prefixes.ToFrozenDictionary(p => p.Prefix, p => p.Namespace, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Names = Prefixes.Append(("schema", "https://schema.org/"))
        .ToFrozenDictionary(p => p.Item2, p => p.Item1, StringComparer.Ordinal);

    /// <summary><c>prefix:name</c> where the prefix is known and the name is plain; else the IRI as it is.</summary>
    public static string Shorten(string iri)
    {
        var cut = iri.LastIndexOfAny(['#', '/']) + 1;
        return cut > 0 && IsName(iri.AsSpan(cut)) && Names.TryGetValue(iri[..cut], out var prefix) ? $"{prefix}:{iri.AsSpan(cut)}" : iri;
    }

    /// <summary>The IRI of a short name, an IRI as it is, or null for a word that is neither.</summary>
    public static string? Expand(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return null;
        if (Namespaces.TryGetValue(name[..colon], out var ns)) return IsName(name.AsSpan(colon + 1)) ? ns + name[(colon + 1)..] : null;
        return name.AsSpan(colon + 1).StartsWith("//") ? name : null;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty) return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return false;
        return true;
    }
}
