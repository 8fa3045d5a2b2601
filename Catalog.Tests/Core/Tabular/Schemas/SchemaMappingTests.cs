using System.Text;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Schemas;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Tabular.Schemas;

public sealed class SchemaMappingTests
{
    [TestCase("string", "string")]
    [TestCase("Texto (string)", "string")]
    [TestCase("Número entero (integer)", "integer")]
    [TestCase("Número decimal (number)", "number")]
    [TestCase("Fecha ISO-8601 (date)", "date")]
    [TestCase("date-time", "datetime any")]
    [TestCase("Booleano (boolean)", "boolean")]
    [TestCase("geo_point", "geopoint latlon")]
    [TestCase("alfanumérico", "string")]
    [TestCase("numerico", "number")]
    [TestCase("fecha", "date any")]
    [TestCase("URI:Mailto", "string email")]
    [TestCase("binary", "string binary")]
    [TestCase("otra cosa", "any")]
    [TestCase("Texto (libre)", "string")]
    [TestCase("()", "any")]
    [TestCase(null, "any")]
    public void TypeOfADictionary_IsUnderstood(string? type, string expected)
    {
        var field = FieldDictionary.ToSchema([new Field { Name = "a", Type = type }])!.Fields[0];
        Assert.That(field.Type.Name() + (field.Format == "default" ? "" : " " + field.Format), Is.EqualTo(expected));
    }

    [TestCase("declaraciones-juradas-campos.csv")]
    [TestCase("denuncias-campos.csv")]
    [TestCase("nomina-funcionarios-campos.csv")]
    [TestCase("organigrama-campos.csv")]
    public void NationalSpecification_BecomesSchemas(string name)
    {
        var specifications = TableSpecification.Read(MemoryTable.Open(Fixtures.Path("argentina", name)), default);
        Assert.That(specifications, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var specification in specifications)
            {
                Assert.That(specification.Schema.Fields.Count(field => field.Type == FieldType.Any), Is.LessThanOrEqualTo(2), specification.Resource);
                Assert.That(TableSchemaReader.Read(TableSchemaWriter.Write(specification.Schema), Limits.Default).IsValid, Is.True);
            }
        }
    }

    [Test]
    public void Specification_IsGroupedByItsResource()
    {
        var table = MemoryTable.Of("recurso|clase|titulo|tipo_dato|descripcion|ejemplo\nUno|x|a|fecha|La fecha|08-02-2017\nDos|x|b|texto||\nUno|x|c|numerico||5");
        var specifications = TableSpecification.Read(table, default);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(specifications.Select(s => (s.Resource, string.Join(' ', s.Schema.Fields.Select(f => f.Name)))), Is.EqualTo(new[] { ("Uno", "a c"), ("Dos", "b") }));
            Assert.That(specifications[0].Schema.Fields[0], Is.EqualTo(new TableField { Name = "a", Type = FieldType.Date, Format = "any", Description = Text.Of("es", "La fecha"), Example = "08-02-2017" }));
            Assert.That(TableSpecification.Read(MemoryTable.Of("a\n1"), default), Is.Empty);
        }
    }

    [Test]
    public void Examination_SaysTypesFindingsAndNoValueOfAPerson()
    {
        var table = MemoryTable.Of("dni|monto\n12345678|1,5\n23456789|once");
        var schema = FieldDictionary.ToSchema([new Field { Name = "monto", Type = "number" }]);
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) TableExamination.Of(table, new TableContract { Schema = schema }, Limits.Default, default).Write(json);
        using var document = JsonDocument.Parse(buffer.ToArray());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetString(buffer.ToArray()), Does.Not.Contain("12345678"));
            Assert.That(document.RootElement.GetProperty("columns")[0].GetProperty("type").GetString(), Is.EqualTo("string"));
            Assert.That(document.RootElement.GetProperty("check").GetProperty("errors").GetInt64(), Is.EqualTo(2));
            Assert.That(document.RootElement.GetProperty("personal")[0].GetProperty("code").GetString(), Is.EqualTo(TableFindingCodes.PersonalDni));
        }
    }
}
