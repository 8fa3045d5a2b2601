using System.Text.RegularExpressions;

namespace Catalog.Tests.Support;

/// <summary>One entry of a W3C test manifest; withdrawn when the manifest has it in a comment only.</summary>
public sealed record W3cTest(string Name, string Type, string ActionPath, string? ResultPath, string ActionIri, bool Withdrawn)
{
    public override string ToString() => Name;
}

/// <summary>The RDF 1.1 suites. Their manifests are of one regular shape, so no reader of ours is needed to read them.</summary>
public static partial class W3cSuite
{
    /// <summary>The entries of a suite, or none where the fixtures are absent: the caller's own test says so.</summary>
    public static IReadOnlyList<W3cTest> Read(string suite)
    {
        var folder = Path.Combine(Fixtures.SharedRoot, "w3c", suite);
        var manifest = Path.Combine(folder, "manifest.ttl");
        if (!File.Exists(manifest)) return [];
        var text = File.ReadAllText(manifest);
        var testBase = AssumedBase().Match(text).Groups["iri"].Value;
        var tests = new List<W3cTest>();
        foreach (Match entry in Entry().Matches(text))
        {
            var body = entry.Groups["body"].Value;
            var action = Action().Match(body).Groups["file"].Value;
            var result = Result().Match(body) is { Success: true } found ? Path.Combine(folder, found.Groups["file"].Value) : null;
            tests.Add(new W3cTest(entry.Groups["name"].Value, entry.Groups["type"].Value, Path.Combine(folder, action), result, testBase + action, entry.Groups["mark"].Length > 0));
        }
        return tests;
    }

    [GeneratedRegex(@"mf:assumedTestBase\s+<(?<iri>[^>]+)>")]
    private static partial Regex AssumedBase();

    [GeneratedRegex(@"^(?<mark>#?)<#(?<name>[^>]+)>\s+(?:rdf:type|a)\s+rdft:(?<type>\w+)(?<body>.*?)(?=^#?<#|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"mf:action\s+<(?<file>[^>]+)>")]
    private static partial Regex Action();

    [GeneratedRegex(@"mf:result\s+<(?<file>[^>]+)>")]
    private static partial Regex Result();
}
