using System.Text;
using Catalog.Core;
using Catalog.Core.Tabular.Schemas;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Tabular.Schemas;

/// <summary>Documents that describe tables, in whichever standard they are written.</summary>
public sealed class ContractReaderTests
{
    private const string Package = """
        {"name":"p","resources":[
          {"name":"camas","path":"data/camas.csv","dialect":{"delimiter":";"},"encoding":"windows-1252","schema":{"fields":[{"name":"camas","type":"integer"}],"primaryKey":"camas"}},
          {"name":"salas","path":"data/salas.csv","schema":{"fields":[{"name":"sala"}]}},
          {"name":"lejos","path":"lejos.csv","schema":"https://example.org/s.json","dialect":{"delimiter":"|"}}]}
        """;

    private TempFolder _folder = null!;

    [SetUp]
    public void Open() => _folder = new TempFolder();

    [TearDown]
    public void Close() => _folder.Dispose();

    [TestCase("""{"fields":[{"name":"a"},{"name":"b"}]}""", "a b")]
    [TestCase("\uFEFF{\"fields\":[{\"name\":\"a\"}]}", "a")]
    [TestCase("""{"tableSchema":{"columns":[{"titles":"a"},{"name":"b"}]}}""", "a b")]
    [TestCase("""{"@context":"http://www.w3.org/ns/csvw","url":"x.csv","tableSchema":{"columns":[{"titles":["a"]}]}}""", "a")]
    [TestCase("""{"columns":[{"name":"a"}]}""", "a")]
    [TestCase("recurso,titulo,tipo_dato,descripcion\ncamas,a,string,A\ncamas,b,integer,B\n", "a b")]
    public void Document_IsReadByItsContent(string document, string columns)
    {
        var contract = Read(document, new ContractQuestion { FileName = "camas.csv" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(contract.Findings, Is.Empty);
            Assert.That(contract.Schema?.Fields.Select(f => f.Name), Is.EqualTo(columns.Split(' ')));
        }
    }

    [TestCase("camas", "otra.csv", "camas")]
    [TestCase(null, "CAMAS.csv", "camas")]
    [TestCase("salas", "camas.csv", "sala")]
    public void Package_AnswersForTheResourceThatIsAsked(string? resource, string file, string column)
    {
        var contract = Read(Package, new ContractQuestion { Resource = resource, FileName = file });
        Assert.That(contract.Schema?.Fields.Select(f => f.Name), Is.EqualTo(new[] { column }));
    }

    [Test]
    public void PackagesDialectAndKeys_AreOfTheContract()
    {
        var contract = Read(Package, new ContractQuestion { Resource = "camas" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((contract.Dialect?.Delimiter, contract.Dialect?.Encoding), Is.EqualTo((";", "windows-1252")));
            Assert.That(contract.Schema?.PrimaryKey, Is.EqualTo(new[] { "camas" }));
            Assert.That(Read(Package, new ContractQuestion { Resource = "lejos" }).Dialect?.Delimiter, Is.EqualTo("|"), "the schema is elsewhere, the dialect is here");
        }
    }

    [TestCase("""{"$schema":"http://json-schema.org/draft-07/schema#","type":"object"}""")]
    [TestCase("""{"type":"array","items":{"type":"object"}}""")]
    [TestCase("""{"properties":{"a":{}}}""")]
    public void JsonSchema_IsKept(string document) => Assert.That(Read(document, new ContractQuestion()).JsonSchema, Is.EqualTo(document));

    [Test]
    public void FindingOfAPackagesSchema_SaysItsPlaceInThePackage() =>
        Assert.That(Read("""{"resources":[{"name":"uno","schema":{"fields":[{"name":"a","type":"wrong"}]}}]}""", new ContractQuestion { Resource = "uno" }).Findings.Single().Pointer, Is.EqualTo("/resources/0/schema/fields/0/type"));

    [Test]
    public void SchemaInADocumentOfItsOwn_IsReadWhereItLies()
    {
        var schema = _folder.Write("s.json", """{"fields":[{"name":"lejos"}]}""");
        var question = new ContractQuestion { Resource = "lejos", FileName = "camas.csv", Locate = place => place.EndsWith("s.json", StringComparison.Ordinal) ? schema : null };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read(Package, question), Has.Property("Schema").Property("Fields").Count.EqualTo(1).And.Property("Dialect").Property("Delimiter").EqualTo("|"));
            Assert.That(Read("""{"url":"camas.csv","tableSchema":"s.json"}""", question).Schema?.Fields[0].Name, Is.EqualTo("lejos"));
            Assert.That(Read("""{"url":"camas.csv","tableSchema":"no.json"}""", question).Findings[0].Code, Is.EqualTo("schema-of-another"));
        }
    }

    [TestCase("", "schema-not-an-object")]
    [TestCase("[]", "schema-not-an-object")]
    [TestCase("%PDF", "schema-not-an-object")]
    [TestCase("{}", "schema-no-fields")]
    [TestCase("""{"columns":[]}""", "schema-no-fields")]
    [TestCase("""{"fields":[{"name":"a"},{"name":"a"}]}""", "schema-repeated-field")]
    [TestCase("""{"resources":[{"name":"x"},{"name":"y"}]}""", "schema-of-another")]
    [TestCase("""{"resources":[{"name":"x"}]}""", "schema-of-another")]
    [TestCase("""{"tables":[{"url":"x.csv"},{"url":"y.csv"}]}""", "schema-of-another")]
    [TestCase("""{"url":"camas.csv","tableSchema":"otro.json"}""", "schema-of-another")]
    [TestCase("""{"$ref":"https://example.org/s.json"}""", "schema-bad-json-schema")]
    [TestCase("recurso,titulo,tipo_dato\nx,a,string\ny,b,string\n", "schema-of-another")]
    public void Document_ThatPromisesNothing_SaysWhy(string document, string code) =>
        Assert.That(Read(document, new ContractQuestion { FileName = "camas.csv" }).Findings.Select(f => f.Code), Is.EqualTo(new[] { code }));

    [Test]
    public void Document_LargerThanTheLimit_IsRefused()
    {
        var contract = ContractReader.Read(_folder.Write("s.json", Package), new ContractQuestion(), new Limits { MaxRecordBytes = 100 }, CancellationToken.None);
        Assert.That((contract.Says, contract.Findings.Single().Code), Is.EqualTo((false, "schema-too-large")));
    }

    [Test]
    public void NationalSpecifications_AnswerForTheirResources()
    {
        var path = Fixtures.Path("argentina", "nomina-funcionarios-campos.csv");
        var resource = TableSpecification.Read(MemoryTable.Open(path), CancellationToken.None)[0];
        var contract = ContractReader.Read(path, new ContractQuestion { FileName = resource.Resource + ".csv" }, Limits.Default, CancellationToken.None);
        Assert.That(contract.Schema, Is.EqualTo(resource.Schema));
    }

    private TableContract Read(string document, ContractQuestion question)
    {
        var path = _folder.Combine("schema");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(document));
        return ContractReader.Read(path, question, Limits.Default, CancellationToken.None);
    }
}
