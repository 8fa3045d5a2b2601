using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Support;

/// <summary>
/// Quads compared up to the names of blank nodes (RDF 1.1 Concepts §3.6), and a plain reader of N-Quads that shares
/// nothing with the program's own: what it is to be right about must not be asked of itself.
/// </summary>
public static partial class RdfGraphs
{
    /// <summary>N-Triples or N-Quads that are known to be well formed.</summary>
    public static List<Quad> OfNQuads(string text)
    {
        var quads = new List<Quad>();
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var terms = Term().Matches(line).TakeWhile(m => !m.Groups["end"].Success).Select(Node).ToList();
            Assert.That(terms, Has.Count.InRange(3, 4), line);
            quads.Add(new Quad(terms[0], terms[1], terms[2], terms.Count > 3 ? terms[3] : null));
        }
        return quads;
    }

    /// <summary>Fails with the quads that only one side has when the graphs differ.</summary>
    public static void AssertSame(IEnumerable<Quad> actual, IEnumerable<Quad> expected, string because = "")
    {
        var left = actual.Distinct().ToList();
        var right = expected.Distinct().ToList();
        if (AreSame(left, right)) return;
        var onlyLeft = left.Where(q => !HasBlank(q)).Except(right).Concat(left.Where(HasBlank)).Take(20);
        var onlyRight = right.Where(q => !HasBlank(q)).Except(left).Concat(right.Where(HasBlank)).Take(20);
        Assert.Fail($"{because}\nread ({left.Count}):\n{string.Join('\n', onlyLeft)}\nexpected ({right.Count}):\n{string.Join('\n', onlyRight)}");
    }

    public static bool AreSame(IReadOnlyCollection<Quad> left, IReadOnlyCollection<Quad> right)
    {
        if (left.Count != right.Count) return false;
        if (!left.Where(q => !HasBlank(q)).ToHashSet().SetEquals(right.Where(q => !HasBlank(q)))) return false;
        var leftBlank = left.Where(HasBlank).ToList();
        var rightBlank = right.Where(HasBlank).ToHashSet();
        var leftColours = Colours(leftBlank);
        var rightColours = Colours(rightBlank);
        return Match(leftBlank, rightBlank, leftColours, rightColours, [], [.. leftColours.Keys.OrderBy(k => leftColours.Values.Count(c => c == leftColours[k])).ThenBy(k => k, StringComparer.Ordinal)], 0);
    }

    private static bool Match(
        List<Quad> left, HashSet<Quad> right, Dictionary<string, string> leftColours, Dictionary<string, string> rightColours,
        Dictionary<string, string> mapping, List<string> order, int at)
    {
        if (at == order.Count) return left.TrueForAll(q => right.Contains(Renamed(q, mapping)));
        foreach (var candidate in rightColours.Where(c => c.Value == leftColours[order[at]] && !mapping.ContainsValue(c.Key)).Select(c => c.Key))
        {
            mapping[order[at]] = candidate;
            var decided = left.Where(q => Blanks(q).All(mapping.ContainsKey) && Blanks(q).Contains(order[at]));
            if (decided.All(q => right.Contains(Renamed(q, mapping))) && Match(left, right, leftColours, rightColours, mapping, order, at + 1)) return true;
            mapping.Remove(order[at]);
        }
        return false;
    }

    /// <summary>What can be said of a blank node without its name, refined until nothing more is learnt.</summary>
    private static Dictionary<string, string> Colours(IReadOnlyCollection<Quad> quads)
    {
        var colours = quads.SelectMany(Blanks).Distinct().ToDictionary(b => b, _ => "");
        var touching = colours.Keys.ToDictionary(b => b, b => quads.Where(q => Blanks(q).Contains(b)).ToList());
        for (var round = 0; round < 4; round++)
        {
            var next = new Dictionary<string, string>();
            foreach (var blank in colours.Keys)
            {
                var said = touching[blank].Select(q => string.Join(' ', Terms(q).Select(t =>
                    t is not { Kind: NodeKind.Blank } ? t?.ToString() ?? "-" : t.Value == blank ? "*" : "_" + colours[t.Value]))).Order(StringComparer.Ordinal);
                next[blank] = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', said))));
            }
            colours = next;
        }
        return colours;
    }

    private static Quad Renamed(Quad quad, Dictionary<string, string> mapping) => new(
        Renamed(quad.Subject, mapping)!, Renamed(quad.Predicate, mapping)!, Renamed(quad.Object, mapping)!, Renamed(quad.Graph, mapping));

    private static RdfNode? Renamed(RdfNode? node, Dictionary<string, string> mapping) =>
        node is { Kind: NodeKind.Blank } ? RdfNode.OfBlank(mapping[node.Value]) : node;

    private static bool HasBlank(Quad quad) => Terms(quad).Any(t => t is { Kind: NodeKind.Blank });

    private static IEnumerable<string> Blanks(Quad quad) => Terms(quad).Where(t => t is { Kind: NodeKind.Blank }).Select(t => t!.Value);

    private static IEnumerable<RdfNode?> Terms(Quad quad) => [quad.Subject, quad.Predicate, quad.Object, quad.Graph];

    private static RdfNode Node(Match term)
    {
        if (term.Groups["iri"].Success) return RdfNode.OfIri(Unescape(term.Groups["iri"].Value));
        if (term.Groups["blank"].Success) return RdfNode.OfBlank(term.Groups["blank"].Value);
        var value = Unescape(term.Groups["text"].Value);
        if (term.Groups["lang"].Success) return RdfNode.OfText(value, term.Groups["lang"].Value);
        return term.Groups["type"].Success ? RdfNode.OfTyped(value, Unescape(term.Groups["type"].Value)) : RdfNode.OfText(value);
    }

    private static string Unescape(string text) => Escape().Replace(text, match => match.Value[1] switch
    {
        't' => "\t",
        'b' => "\b",
        'n' => "\n",
        'r' => "\r",
        'f' => "\f",
        'u' or 'U' => char.ConvertFromUtf32(int.Parse(match.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        var c => c.ToString(),
    });

    [GeneratedRegex("""<(?<iri>[^>]*)>|_:(?<blank>[^\s.<"]+(?:\.[^\s.<"]+)*)|"(?<text>(?:[^"\\]|\\.)*)"(?:@(?<lang>[A-Za-z0-9-]+)|\^\^<(?<type>[^>]*)>)?|(?<end>\.)""")]
    private static partial Regex Term();

    [GeneratedRegex(@"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")]
    private static partial Regex Escape();
}
