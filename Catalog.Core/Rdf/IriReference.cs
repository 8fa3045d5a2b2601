namespace Catalog.Core.Rdf;

/// <summary>
/// References resolved against a base IRI (RFC 3986 §5.2, over the characters of RFC 3987). Nothing is normalised
/// beyond the dots of a path, as RDF demands (RDF 1.1 Concepts §3.2): <see cref="System.Uri"/> would lower the case of
/// hosts and decode escapes, and two names would become one.
/// </summary>
public static class IriReference
{
    /// <summary>The absolute IRI that <paramref name="reference"/> means where <paramref name="baseIri"/> holds.</summary>
    public static string Resolve(string baseIri, string reference)
    {
        if (SchemeLength(reference) is > 0 and var scheme) return WithoutDots(reference, scheme);
        var root = Parts.Of(baseIri);
        if (reference.Length == 0) return baseIri[..root.FragmentStart];
        var said = Parts.Of(reference);
        var fragment = reference[said.FragmentStart..];
        if (said.AuthorityStart < said.PathStart)
            return baseIri[..root.SchemeEnd] + reference[..said.PathStart] + RemoveDotSegments(said.Path(reference)) + reference[said.PathEnd..said.FragmentStart] + fragment;
        var path = said.Path(reference);
        if (path.Length == 0)
        {
            var query = said.PathEnd < said.FragmentStart ? reference[said.PathEnd..said.FragmentStart] : baseIri[root.PathEnd..root.FragmentStart];
            return baseIri[..root.PathEnd] + query + fragment;
        }
        if (path[0] != '/') path = Merge(baseIri, root, path);
        return baseIri[..root.PathStart] + RemoveDotSegments(path) + reference[said.PathEnd..said.FragmentStart] + fragment;
    }

    /// <summary>Whether a reference has a scheme, and so stands by itself.</summary>
    public static bool IsAbsolute(string reference) => SchemeLength(reference) > 0;

    /// <summary>An absolute IRI as every reader that resolves it understands it.</summary>
    internal static string WithoutDots(string iri) => WithoutDots(iri, SchemeLength(iri));

    /// <summary>The length of the scheme with its colon, or 0.</summary>
    private static int SchemeLength(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetter(text[0])) return 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == ':') return i + 1;
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('+' or '-' or '.')) return 0;
        }
        return 0;
    }

    // RFC 3986 §5.2.2: dots are removed from the path of an absolute reference too. Only where there is an authority,
    // though: "urn:a/../b" is a name, not a place.
    private static string WithoutDots(string reference, int scheme)
    {
        if (!reference.AsSpan(scheme).StartsWith("//") || !reference.Contains("/.", StringComparison.Ordinal)) return reference;
        var parts = Parts.Of(reference);
        return reference[..parts.PathStart] + RemoveDotSegments(parts.Path(reference)) + reference[parts.PathEnd..];
    }

    // RFC 3986 §5.2.3.
    private static string Merge(string baseIri, Parts root, string path)
    {
        var basePath = root.Path(baseIri);
        if (basePath.Length == 0) return root.AuthorityStart < root.PathStart ? "/" + path : path;
        return basePath[..(basePath.LastIndexOf('/') + 1)] + path;
    }

    // RFC 3986 §5.2.4.
    private static string RemoveDotSegments(string path)
    {
        if (!path.Contains("./", StringComparison.Ordinal) && !path.EndsWith("/.", StringComparison.Ordinal) && !path.EndsWith("..", StringComparison.Ordinal) && path != ".") return path;
        var output = new System.Text.StringBuilder(path.Length);
        var input = path.AsSpan();
        while (!input.IsEmpty)
        {
            if (input.StartsWith("../")) input = input[3..];
            else if (input.StartsWith("./")) input = input[2..];
            else if (input.StartsWith("/./")) input = input[2..];
            else if (input.SequenceEqual("/.")) input = "/";
            else if (input.StartsWith("/../") || input.SequenceEqual("/.."))
            {
                input = input.Length == 3 ? "/" : input[3..];
                var cut = output.Length - 1;
                while (cut >= 0 && output[cut] != '/') cut--;
                output.Length = Math.Max(cut, 0);
            }
            else if (input.SequenceEqual(".") || input.SequenceEqual("..")) input = [];
            else
            {
                var end = input[1..].IndexOf('/');
                var segment = end < 0 ? input : input[..(end + 1)];
                output.Append(segment);
                input = input[segment.Length..];
            }
        }
        return output.ToString();
    }

    /// <summary>Where the parts of a reference begin (RFC 3986 appendix B).</summary>
    private readonly record struct Parts(int SchemeEnd, int AuthorityStart, int PathStart, int PathEnd, int FragmentStart)
    {
        public static Parts Of(string text)
        {
            var scheme = SchemeLength(text);
            var fragment = text.IndexOf('#', StringComparison.Ordinal);
            if (fragment < 0) fragment = text.Length;
            var path = scheme;
            if (text.AsSpan(scheme).StartsWith("//"))
            {
                var end = text.AsSpan(scheme + 2).IndexOfAny('/', '?', '#');
                path = end < 0 ? text.Length : scheme + 2 + end;
            }
            var query = text.AsSpan(path, fragment - path).IndexOf('?');
            return new Parts(scheme, scheme, path, query < 0 ? fragment : path + query, fragment);
        }

        public string Path(string text) => text[PathStart..PathEnd];
    }
}
