using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Catalog.Tests.Core.Formats;

/// <summary>
/// Reads the Turtle and JSON-LD that the writers may produce, and nothing more, into N-Triples-like lines: written apart
/// from the writers, so that two outputs can be compared as graphs, and strict, so that a slip in either fails.
/// </summary>
internal static partial class Graphs
{
    private const string Type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    public static SortedSet<string> OfTurtle(string text)
    {
        var triples = new SortedSet<string>(StringComparer.Ordinal);
        var prefixes = new Dictionary<string, string>();
        var tokens = Tokens(text);
        var i = 0;
        while (i < tokens.Count)
        {
            if (tokens[i] == "@prefix")
            {
                prefixes.Add(tokens[i + 1], tokens[i + 2][1..^1]);
                Assert.That(tokens[i + 3], Is.EqualTo("."));
                i += 4;
                continue;
            }
            var subject = Term(tokens[i++], prefixes);
            do
            {
                var predicate = tokens[i] == "a" ? Type : Term(tokens[i], prefixes);
                i++;
                do triples.Add($"{subject} {predicate} {Term(tokens[i++], prefixes)}");
                while (tokens[i++] == ",");
            }
            while (tokens[i - 1] == ";");
            Assert.That(tokens[i - 1], Is.EqualTo("."), $"after {subject}");
        }
        return triples;
    }

    public static SortedSet<string> OfJsonLd(string text)
    {
        var triples = new SortedSet<string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(text);
        var context = document.RootElement.GetProperty("@context");
        foreach (var node in document.RootElement.GetProperty("@graph").EnumerateArray()) AddNode(node, context, triples);
        return triples;
    }

    /// <summary>The triples of a node and of those that stand in it.</summary>
    private static string AddNode(JsonElement node, JsonElement context, SortedSet<string> triples)
    {
        var subject = $"<{node.GetProperty("@id").GetString()}>";
        foreach (var member in node.EnumerateObject().Where(m => m.Name != "@id"))
        {
            if (member.Name == "@type")
            {
                foreach (var type in Items(member.Value)) triples.Add($"{subject} {Type} <{Expand(type.GetString()!, context)}>");
                continue;
            }
            var definition = context.TryGetProperty(member.Name, out var found) ? found : default;
            if (definition.ValueKind == JsonValueKind.Object && definition.TryGetProperty("@reverse", out var reverse))
            {
                foreach (var value in Items(member.Value)) triples.Add($"{Node(value, context, triples)} <{Expand(reverse.GetString()!, context)}> {subject}");
                continue;
            }
            var property = definition.ValueKind switch
            {
                JsonValueKind.Object => Expand(definition.GetProperty("@id").GetString()!, context),
                JsonValueKind.String => Expand(definition.GetString()!, context),
                _ => Expand(member.Name, context),
            };
            foreach (var value in Values(member.Value, definition, context, triples)) triples.Add($"{subject} <{property}> {value}");
        }
        return subject;
    }

    private static string Node(JsonElement value, JsonElement context, SortedSet<string> triples) =>
        value.ValueKind == JsonValueKind.String ? $"<{value.GetString()}>" : AddNode(value, context, triples);

    private static IEnumerable<string> Values(JsonElement value, JsonElement definition, JsonElement context, SortedSet<string> triples)
    {
        if (definition.ValueKind == JsonValueKind.Object && definition.TryGetProperty("@container", out _))
            return value.EnumerateObject().SelectMany(l => Items(l.Value).Select(v => Literal(v.GetString()!) + "@" + l.Name));
        var type = definition.ValueKind == JsonValueKind.Object ? definition.GetProperty("@type").GetString()! : null;
        return Items(value).Select(v => v.ValueKind switch
        {
            JsonValueKind.String when type == "@id" => $"<{v.GetString()}>",
            JsonValueKind.String when type is not null => $"{Literal(v.GetString()!)}^^<{Expand(type, context)}>",
            JsonValueKind.String => Literal(v.GetString()!),
            _ when v.TryGetProperty("@id", out _) => AddNode(v, context, triples),
            _ when v.TryGetProperty("@language", out var language) => $"{Literal(v.GetProperty("@value").GetString()!)}@{language.GetString()}",
            _ => $"{Literal(v.GetProperty("@value").GetString()!)}^^<{Expand(v.GetProperty("@type").GetString()!, context)}>",
        });
    }

    private static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    private static string Expand(string name, JsonElement context)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return context.TryGetProperty(name[..colon], out var ns) && !name[(colon + 1)..].StartsWith("//", StringComparison.Ordinal)
            ? ns.GetString() + name[(colon + 1)..]
            : name;
    }

    private static string Term(string token, Dictionary<string, string> prefixes)
    {
        if (token[0] == '<') return token;
        if (token[0] == '"')
        {
            var end = token.LastIndexOf('"');
            var rest = token[(end + 1)..];
            var literal = Literal(Unescape(token[1..end]));
            return rest.StartsWith("^^", StringComparison.Ordinal) ? $"{literal}^^{Term(rest[2..], prefixes)}" : literal + rest;
        }
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return $"<{prefixes[token[..(colon + 1)]]}{token[(colon + 1)..]}>";
    }

    private static string Literal(string value) => JsonSerializer.Serialize(value);

    private static string Unescape(string text)
    {
        var value = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                value.Append(text[i]);
                continue;
            }
            i++;
            value.Append(text[i] switch
            {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                'u' => (char)int.Parse(text.AsSpan((i += 4) - 3, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                var c => c,
            });
        }
        return value.ToString();
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var match = Token().Match(text, at);
            Assert.That(match.Success && match.Index == at, Is.True, $"no Turtle at: {text[at..Math.Min(at + 60, text.Length)]}");
            if (match.Groups[1].Success) tokens.Add(match.Groups[1].Value);
            at += match.Length;
        }
        return tokens;
    }

    [GeneratedRegex("""
        \G(?:\s+|(@prefix|[.;,]|a(?=\s)
        |<[^\x00-\x20<>"{}|^`\\]*>
        |"(?:[^"\\\n\r]|\\[tnr"\\]|\\u[0-9A-F]{4})*"(?:@[a-z]+(?:-[a-z0-9]+)*|\^\^(?:<[^\x00-\x20<>"{}|^`\\]*>|[a-z]+:[A-Za-z_][A-Za-z0-9_-]*))?
        |[a-z]+:(?:[A-Za-z_][A-Za-z0-9_-]*)?))
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
