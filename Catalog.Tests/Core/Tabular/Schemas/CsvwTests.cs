using System.Text;
using Catalog.Core;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Schemas;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Tabular.Schemas;

/// <summary>Metadata Vocabulary for Tabular Data as contracts.</summary>
public sealed class CsvwTests
{
    private TempFolder _folder = null!;

    [SetUp]
    public void Open() => _folder = new TempFolder();

    [TearDown]
    public void Close() => _folder.Dispose();

    [TestCase("\"integer\"", "1|x", 2)]
    [TestCase("\"decimal\"", "1.5|1,5", 2)]
    [TestCase("\"string\"", "1|x", 0)]
    [TestCase("\"boolean\"", "true|0|sí", 3)]
    [TestCase("\"date\"", "2020-01-31|31/01/2020", 2)]
    [TestCase("\"dateTime\"", "2020-01-31T10:00:00Z|2020", 2)]
    [TestCase("\"gYear\"", "2020|20", 2)]
    [TestCase("\"gYearMonth\"", "2020-05|05/2020", 2)]
    [TestCase("\"duration\"", "P1D|un día", 2)]
    [TestCase("\"json\"", "{}|{", 2)]
    [TestCase("\"byte\"", "127|128", 2)]
    [TestCase("\"nonNegativeInteger\"", "0|-1", 2)]
    [TestCase("\"positiveInteger\"", "1|0", 2)]
    [TestCase("\"unsignedShort\"", "65535|65536", 2)]
    [TestCase("\"negativeInteger\"", "-1|0", 2)]
    [TestCase("""{"base":"date","format":"dd/MM/yyyy"}""", "31/01/2020|2020-01-31", 2)]
    [TestCase("""{"base":"date","format":"d MMM yyyy"}""", "3 ene 2020|3/1/2020", 2)]
    [TestCase("""{"base":"datetime","format":"yyyy-MM-dd'T'HH:mm"}""", "2020-01-31T10:30|2020-01-31 10:30", 2)]
    [TestCase("""{"base":"time","format":"HH:mm:ss"}""", "10:30:00|mediodía", 2)]
    [TestCase("""{"base":"boolean","format":"Sí|No"}""", "Sí|No|true", 3)]
    [TestCase("""{"base":"decimal","format":{"decimalChar":",","groupChar":"."}}""", "1.234,5|1,234.5", 2)]
    [TestCase("""{"base":"string","format":"[A-Z]-\\d"}""", "A-1|A1", 2)]
    [TestCase("""{"base":"string","length":3}""", "abc|ab", 2)]
    [TestCase("""{"base":"string","minLength":2,"maxLength":3}""", "ab|abcd", 2)]
    [TestCase("""{"base":"integer","minimum":5,"maxExclusive":"7"}""", "5|7", 2)]
    [TestCase("""{"base":"date","minInclusive":"2020-01-01"}""", "2020-01-01|2019-12-31", 2)]
    public void Datatype_TellsGoodCellsFromABadOne(string datatype, string cells, int bad)
    {
        var schema = Schema($$"""{"columns":[{"titles":"a","datatype":{{datatype}}}]}""");
        var report = TableChecker.Check(MemoryTable.Column("a", cells.Split('|')), schema, Limits.Default, CancellationToken.None);
        Assert.That(report.Findings.Select(f => f.Row), Is.EqualTo(bad == 0 ? [] : new long[] { bad }), string.Join('\n', report.Findings.Select(f => f.Message)));
    }

    [Test]
    public void Datatype_ThatCsvwDoesNotHave_IsTextWithAFinding()
    {
        var contract = Read("""{"columns":[{"name":"a","datatype":"number(3)"}]}""");
        Assert.That((contract.Schema!.Fields[0].Type, contract.Findings.Single().Code, contract.Findings[0].Pointer), Is.EqualTo((FieldType.String, "schema-unknown-type", "/columns/0/datatype")));
    }

    [TestCase("Años", true)]
    [TestCase("Years", true)]
    [TestCase("years", true)]
    [TestCase("Edad", false)]
    public void Header_MayBeAnyTitleOrTheName(string header, bool known)
    {
        var schema = Schema("""{"columns":[{"name":"years","titles":{"es":"Años","en":"Years"},"datatype":"integer"}]}""");
        var report = TableChecker.Check(MemoryTable.Column(header, "x"), schema, Limits.Default, CancellationToken.None);
        Assert.That(report.Counts.Select(c => c.Code).Order(), Is.EqualTo(known ? new[] { "value-not-of-type" } : ["extra-column", "missing-column"]));
    }

    [Test]
    public void Properties_AreHandedDownAndTheNearestCounts()
    {
        var schema = Read("""
            {"@context":["http://www.w3.org/ns/csvw",{"@language":"es"}],"null":"s/d","tables":[{"url":"a.csv","datatype":"integer","tableSchema":{"required":true,"columns":[
              {"titles":"a"},{"titles":"b","datatype":"string","null":["-"],"required":false},{"titles":"c","separator":";"},{"titles":"d","virtual":true}]}}]}
            """).Schema!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(schema.Fields.Select(f => (f.Name, f.Type, f.Constraints.Required)), Is.EqualTo(new[] { ("a", FieldType.Integer, true), ("b", FieldType.String, false), ("c", FieldType.List, true) }));
            Assert.That(schema.MissingValuesOf(schema.Fields[0]), Is.EqualTo(new[] { "s/d", "" }));
            Assert.That(schema.MissingValuesOf(schema.Fields[1]), Is.EqualTo(new[] { "-", "" }));
            Assert.That((schema.Fields[2].ItemDelimiter, schema.Fields[2].ItemType), Is.EqualTo((";", FieldType.Integer)));
        }
    }

    [Test]
    public void Keys_ReferToHeaders()
    {
        const string document = """
            {"@context":"http://www.w3.org/ns/csvw","tables":[
              {"url":"obras.csv","tableSchema":{"columns":[{"name":"id","titles":"Código"},{"name":"c","titles":"Comuna"}],"primaryKey":"id",
                "foreignKeys":[{"columnReference":"c","reference":{"resource":"comunas.csv","columnReference":"n"}}]}},
              {"url":"comunas.csv","tableSchema":{"columns":[{"name":"n","titles":"Número"}]}}]}
            """;
        var schema = Read(document, "obras.csv").Schema!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(schema.PrimaryKey, Is.EqualTo(new[] { "Código" }));
            Assert.That(schema.ForeignKeys.Single(), Is.EqualTo(new ForeignKey { Fields = ["Comuna"], Resource = "comunas.csv", ReferencedFields = ["Número"] }));
            Assert.That(Read(document, "comunas.csv").Schema!.Fields.Single().Name, Is.EqualTo("Número"));
        }
    }

    [Test]
    public void Key_ThatNamesNoColumn_IsAFinding()
    {
        var contract = Read("""{"columns":[{"name":"a"}],"primaryKey":["a","b"]}""");
        Assert.That((contract.Schema!.PrimaryKey.Count, contract.Findings.Single().Code), Is.EqualTo((0, "schema-bad-key")));
    }

    [Test]
    public void DialectOfTheGroup_IsThatOfItsTables()
    {
        var contract = Read("""{"dialect":{"delimiter":"\t","skipRows":2,"header":false},"tables":[{"url":"a.csv","tableSchema":{"columns":[{"name":"a"}]}}]}""");
        Assert.That((contract.Dialect?.Delimiter, contract.Dialect?.PreambleLines, contract.Dialect?.HeaderRows), Is.EqualTo(("\t", 2, 0)));
    }

    private TableSchema Schema(string document) => Read(document).Schema!;

    private TableContract Read(string document, string file = "a.csv") =>
        ContractReader.Read(_folder.Write("metadata.json", document), new ContractQuestion { FileName = file }, Limits.Default, CancellationToken.None);
}
