using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;
using NJsonSchema;
using YamlDotNet.Core.Events;

namespace Catalog.Tests.Harvest.Config;

/// <summary>The binder, the published schema and the document say the same.</summary>
public sealed class ConfigSchemaTests
{
    private static readonly string SchemaText = File.ReadAllText(Path.Combine(Fixtures.RepositoryRoot, "docs", "harvest.schema.json"));
    private static readonly string Document = File.ReadAllText(Path.Combine(Fixtures.RepositoryRoot, "docs", "harvest-config.md"));

    private static IEnumerable<string> Tables => KeyTable.All.Select(table => table.Name);

    [TestCaseSource(nameof(Tables))]
    public void Keys_AreThoseOfTheSchema(string name)
    {
        var table = KeyTable.All.Single(t => t.Name == name);
        var root = JsonNode.Parse(SchemaText)!;
        var definition = name == "file" ? root : root["definitions"]![name]!;
        var properties = definition["properties"]!.AsObject();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(properties.Select(p => p.Key), Is.EqualTo(table.Keys.Select(k => k.Name)));
            Assert.That(definition["required"]?.AsArray().Select(n => (string?)n) ?? [], Is.EquivalentTo(table.Keys.Where(k => k.Needed).Select(k => k.Name)));
            Assert.That((bool)definition["additionalProperties"]!, Is.False);
            foreach (var (key, schema) in properties)
            {
                Assert.That((string?)schema!["description"], Is.Not.Null.And.Not.Empty, key);
                var words = schema["enum"] ?? (schema["items"]?["$ref"] is { } item ? root["definitions"]![((string)item!).Split('/')[^1]]!["enum"] : null);
                Assert.That(words?.AsArray().Select(n => (string?)n) ?? [], Is.EqualTo(table.Find(key).Allowed), key);
            }
        }
    }

    [TestCaseSource(nameof(Tables))]
    public void Keys_AreThoseOfTheDocument(string name)
    {
        var section = Regex.Match(Document, $@"^##+ {name}\n(?<body>.*?)(?=^##|\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups["body"].Value;
        var documented = Regex.Matches(section, @"^\| (?<keys>`.*?) \| (?<needed>yes|no) \| (?<meaning>.*) \|$", RegexOptions.Multiline)
            .SelectMany(row => Regex.Matches(row.Groups["keys"].Value, "`(.*?)`").Select(key => (key.Groups[1].Value, row.Groups["needed"].Value == "yes", row.Groups["meaning"].Value))).ToList();
        var table = KeyTable.All.Single(t => t.Name == name);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(documented.Select(d => (d.Item1, d.Item2)), Is.EquivalentTo(table.Keys.Select(k => (k.Name, k.Needed))));
            foreach (var (key, _, meaning) in documented.Where(d => !d.Item3.StartsWith("list of codes", StringComparison.Ordinal)))
                foreach (var word in table.Find(key).Allowed) Assert.That(meaning, Does.Contain(word), key);
        }
    }

    [Test]
    public void EveryErrorCode_IsInTheDocument()
    {
        var codes = typeof(ConfigErrorCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();
        var documented = Regex.Matches(Document[Document.IndexOf("## Errors", StringComparison.Ordinal)..], "`([a-z0-9]+(-[a-z0-9]+)+)`").Select(m => m.Groups[1].Value);
        Assert.That(documented, Is.EquivalentTo(codes));
    }

    [Test]
    public void PublishedSchema_IsTheEmbeddedOne()
    {
        using var stream = typeof(HarvestConfigLoader).Assembly.GetManifestResourceStream("harvest.schema.json")!;
        Assert.That(new StreamReader(stream).ReadToEnd(), Is.EqualTo(SchemaText));
    }

    [TestCase(ConfigSamples.Least)]
    [TestCase(ConfigSamples.Everything)]
    public async Task GoodConfig_SatisfiesTheSchema(string yaml)
    {
        using var folder = ConfigSamples.Folder();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ConfigSamples.Load(folder, yaml).Errors, Is.Empty);
            Assert.That(await Errors(yaml), Is.Empty);
        }
    }

    [TestCase("title: Datos", "titel: Datos")]
    [TestCase("title: Datos", "url: x")]
    [TestCase("title: Datos", "title: []")]
    [TestCase("title: Datos", "title: {}")]
    [TestCase("title: Datos", "title: { español: Datos }")]
    [TestCase("title: Datos", "title: Datos\n  url: ftp://example.org")]
    [TestCase("title: Datos", "title: Datos\n  url: https://user:pass@example.org")]
    [TestCase("title: Datos", "title: Datos\n  issued: 31/05/2020")]
    [TestCase("title: Datos", "title: Datos\n  languages: []")]
    [TestCase("title: Datos", "title: Datos\n  languages: [es_AR]")]
    [TestCase("title: Datos", "title: Datos\n  publisher: Not an id")]
    [TestCase("sources: []", "sources: {}")]
    [TestCase("sources: []", "sources: [{ id: aa, type: datajsn, url: x }]")]
    [TestCase("sources: []", "sources: [{ id: aa, type: folder }]")]
    [TestCase("sources: []", "sources: [{ id: aa, type: files }]")]
    [TestCase("sources: []", "sources: [{ id: aa, type: files, url: x, datasets: [] }]")]
    [TestCase("sources: []", "sources: [{ id: aa, type: folder, url: mirror, datasets: [] }]")]
    [TestCase("sources: []", "sources: [{ id: aa, type: folder, url: mirror, policy: { maxRemovals: 101% } }]")]
    [TestCase("sources: []", "sources: [{ id: aa, type: folder, url: mirror, policy: { maxRowLoss: 101% } }]")]
    [TestCase("sources: []", "sources: [{ id: aa, type: folder, url: mirror, headers: { 'X Y': z } }]")]
    [TestCase("sources: []", "sources: [{ id: aa, type: folder, url: mirror, allowPrivateHosts: ['http://x/'] }]")]
    public async Task BadConfig_BreaksTheSchemaAndTheLoaderAlike(string from, string to)
    {
        using var folder = ConfigSamples.Folder();
        var yaml = ConfigSamples.Least.Replace(from, to);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ConfigSamples.Load(folder, yaml).Errors, Is.Not.Empty);
            Assert.That(await Errors(yaml), Is.Not.Empty);
        }
    }

    private static async Task<IEnumerable<string>> Errors(string yaml)
    {
        var parser = new YamlDotNet.Core.Parser(new StringReader(yaml));
        while (parser.Current is not (MappingStart or SequenceStart)) parser.MoveNext();
        var schema = await JsonSchema.FromJsonAsync(SchemaText);
        return schema.Validate(Json(parser)!.ToJsonString(new JsonSerializerOptions())).Select(e => e.ToString());
    }

    /// <summary>YAML as an editor's JSON: plain whole numbers are numbers, everything else is a string.</summary>
    private static JsonNode? Json(YamlDotNet.Core.Parser parser)
    {
        var parsed = parser.Current;
        parser.MoveNext();
        switch (parsed)
        {
            case Scalar scalar:
                return scalar.Style == YamlDotNet.Core.ScalarStyle.Plain && long.TryParse(scalar.Value, out var number) ? number : scalar.Value;
            case SequenceStart:
                var array = new JsonArray();
                while (parser.Current is not SequenceEnd) array.Add(Json(parser));
                parser.MoveNext();
                return array;
            default:
                var map = new JsonObject();
                while (parser.Current is Scalar key)
                {
                    parser.MoveNext();
                    map[key.Value] = Json(parser);
                }
                parser.MoveNext();
                return map;
        }
    }
}
