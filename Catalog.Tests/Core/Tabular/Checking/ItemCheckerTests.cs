using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Schemas;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Tabular.Checking;

/// <summary>JSON Schema for the objects that rows are, through the examination that <c>validate</c> and the loader make.</summary>
public sealed class ItemCheckerTests
{
    private const string Item = """{"type":"object","required":["id"],"properties":{"id":{"type":"integer"},"tags":{"type":"array","items":{"type":"string"}},"place":{"type":"object","properties":{"zip":{"type":"string","pattern":"^[0-9]{4}$"}}}}}""";

    private TempFolder _folder = null!;

    [SetUp]
    public void Open() => _folder = new TempFolder();

    [TearDown]
    public void Close() => _folder.Dispose();

    [TestCase("""[{"id":1},{"id":2,"tags":["a"]}]""", "")]
    [TestCase("""[{"id":1},{"tags":[]}]""", "item-lacks-member id@2")]
    [TestCase("""[{"id":"x"}]""", "item-breaks-json-schema id@1")]
    [TestCase("""[{"id":1,"tags":["a",2,"b",3]}]""", "item-breaks-json-schema tags[]@1 item-breaks-json-schema tags[]@1")]
    [TestCase("""[{"id":1,"place":{"zip":"C1000"}}]""", "item-breaks-json-schema place.zip@1")]
    public void Object_IsHeldAgainstTheSchemaOfTheList(string json, string expected)
    {
        Assert.That(Check(json, $$"""{"type":"array","items":{{Item}}}"""), Is.EqualTo(expected));
        Assert.That(Check(json, Item), Is.EqualTo(expected), "a schema of the object itself");
        Assert.That(Check($$"""{"total":2,"rows":{{json}}}""", """{"type":"object","properties":{"rows":{"type":"array","items":{"$ref":"#/definitions/row"}}},"definitions":{"row":ITEM}}""".Replace("ITEM", Item, StringComparison.Ordinal)), Is.EqualTo(expected), "a schema of a document around the list");
    }

    [Test]
    public void Lines_AreHeldAgainstTheSchemaOfOne() => Assert.That(Check("{\"id\":1}\n{\"id\":\"x\"}\n{\"id\":3}\n", Item), Is.EqualTo("item-breaks-json-schema id@2"));

    [Test]
    public void CountsAreExact_ExamplesAreNot()
    {
        var rows = "[" + string.Join(',', Enumerable.Range(0, 500).Select(n => $$"""{"id":{{(n % 2 == 0 ? "1" : "\"x\"")}}}""")) + "]";
        var check = Examine(rows, Item).Check!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((check.Rows, check.CountOf(TableFindingCodes.ItemBreaksJsonSchema)), Is.EqualTo((500L, 250L)));
            Assert.That(check.Findings, Has.Count.EqualTo(Limits.Default.MaxFindingExamples));
            Assert.That(check.Findings[0].Offset, Is.EqualTo(rows.IndexOf("{\"id\":\"x\"}", StringComparison.Ordinal)));
        }
    }

    [TestCase("""[{"id":1}]""", """{"type":"array"}""")]
    [TestCase("""{"rows":[{"id":1}]}""", """{"properties":{"rows":{"type":"array"}},"type":"object"}""")]
    public void SchemaThatSaysNothingOfTheObjects_IsTold(string json, string schema) => Assert.That(Check(json, schema), Is.EqualTo("items-not-checked @0"));

    [Test]
    public void TableThatIsNoJson_IsTold() => Assert.That(Check("id,b\n1,2\n", Item), Is.EqualTo("items-not-checked @0"));

    [Test]
    public void ManyDifferentMembers_AreCountedTogetherInTheEnd()
    {
        var rows = "[" + string.Join(',', Enumerable.Range(0, 3_000).Select(n => $$"""{"m{{n}}":"x"}""")) + "]";
        var check = Examine(rows, """{"additionalProperties":{"type":"integer"}}""").Check!;
        Assert.That((check.Counts.Count, check.CountOf(TableFindingCodes.ItemBreaksJsonSchema)), Is.EqualTo((1_001, 3_000L)));
    }

    private string Check(string table, string schema) => string.Join(' ', Examine(table, schema).Check!.Findings.Select(f => $"{f.Code} {f.Column}@{f.Row}"));

    private TableExamination Examine(string table, string schema)
    {
        using var document = JsonDocument.Parse(schema);
        var path = _folder.Write("tabla.json", table);
        return TableExamination.Of(MemoryTable.Open(path), new TableContract { JsonSchema = document.RootElement.GetRawText() }, Limits.Default, CancellationToken.None);
    }
}
