using System.Text.Json;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Rdf;

/// <summary>
/// The W3C suite of JSON-LD 1.1, "toRdf", every entry of its manifest. What does not pass is listed by name with its
/// reason in docs/conformance.md, and nothing that is listed there may pass.
/// </summary>
public sealed class JsonLdSuiteTests
{
    private const string Base = "https://w3c.github.io/json-ld-api/tests/";

    private static readonly string Folder = Path.Combine(Fixtures.SharedRoot, "w3c", "json-ld", "tests");

    [Test]
    public void Suite_IsWholeAndIsWhatTheDocumentSays()
    {
        Fixtures.Path("w3c", "json-ld", "tests");
        var entries = Manifest().ToList();
        var wrong = entries.Select(e => (e.Name, Problem: WhatIsWrong(e))).Where(e => e.Problem is not null).ToList();
        foreach (var (name, problem) in wrong) TestContext.Out.WriteLine($"{name}: {problem}");
        ConformanceDocument.AssertSays("json-ld", entries.Count, [.. wrong.Select(e => e.Name)]);
        Assert.That(entries, Has.Count.EqualTo(467));
    }

    private static string? WhatIsWrong(Entry entry)
    {
        var file = Path.Combine(Folder, entry.Input);
        // ter56 names a folder that this suite does not have; the file itself is beside the others.
        if (!File.Exists(file)) file = Path.Combine(Folder, "toRdf", Path.GetFileName(entry.Input));
        var quads = new List<Quad>();
        var options = new RdfReadOptions { BaseIri = entry.Option("base") ?? Base + entry.Input, LoadContext = Load };
        var json = new JsonLdOptions
        {
            Context = entry.Option("expandContext") is { } context ? File.ReadAllBytes(Path.Combine(Folder, context)) : null,
            Direction = entry.Option("rdfDirection") switch
            {
                "i18n-datatype" => RdfDirection.I18nDatatype,
                "compound-literal" => RdfDirection.CompoundLiteral,
                _ => RdfDirection.None,
            },
        };
        using var stream = File.OpenRead(file);
        var result = JsonLdReader.Read(stream, options, json, quads.Add, CancellationToken.None);
        if (entry.ExpectedError is { } expected)
        {
            // A context that is not to be had has a code of its own here, which says why.
            var code = result.Failure?.Code == RdfErrorCodes.ContextRefused ? "loading remote context failed" : result.Failure?.Code;
            return code == expected ? null : $"'{expected}' was expected, and there was: {result.Failure?.ToString() ?? "no error"} [{code}]";
        }
        if (result.Failure is { } failure) return $"{failure.Code}: {failure}";
        if (entry.Expected is null) return null;
        var wanted = RdfGraphs.OfNQuads(File.ReadAllText(Path.Combine(Folder, entry.Expected)));
        var read = quads.Distinct().ToList();
        return RdfGraphs.AreSame(read, [.. wanted.Distinct()]) ? null : $"read:\n{string.Join('\n', read)}\nexpected:\n{string.Join('\n', wanted)}";
    }

    private static byte[]? Load(Uri address)
    {
        if (!address.AbsoluteUri.StartsWith(Base, StringComparison.Ordinal)) return null;
        var file = Path.Combine(Folder, address.AbsoluteUri[Base.Length..]);
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }

    private static IEnumerable<Entry> Manifest()
    {
        var file = Path.Combine(Folder, "toRdf-manifest.jsonld");
        if (!File.Exists(file)) yield break;
        using var manifest = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var entry in manifest.RootElement.GetProperty("sequence").EnumerateArray())
        {
            yield return new Entry(
                entry.GetProperty("@id").GetString()!.TrimStart('#'),
                entry.GetProperty("input").GetString()!,
                Text(entry, "expect"),
                Text(entry, "expectErrorCode"),
                entry.TryGetProperty("option", out var options) ? options.Clone() : default);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Entry(string Name, string Input, string? Expected, string? ExpectedError, JsonElement Options)
    {
        public string? Option(string name) => Text(Options, name);

        public override string ToString() => Name;
    }
}
