using System.Text;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Tabular.Schemas;

public sealed class TableSchemaTests
{
    [TestCase("schema-valid.json")]
    [TestCase("schema-valid-simple.json")]
    [TestCase("schema-valid-full.json")]
    [TestCase("schema-valid-pk.json")]
    [TestCase("schema-valid-pk-array.json")]
    [TestCase("schema-valid-fk-array.json")]
    [TestCase("schema-reverse.json")]
    [TestCase("schema.json")]
    [TestCase("resource-schema.json")]
    public void GoodSchemaOfFrictionless_IsValid(string name)
    {
        var read = TableSchemaReader.Read(File.ReadAllBytes(Fixtures.Path("csv", "frictionless_data", "data", name)), Limits.Default);
        Assert.That(read.Findings.Select(f => $"{f.Code} {f.Pointer}"), Is.Empty);
        Assert.That(read.IsValid, Is.True);
    }

    [TestCase("schema-invalid-empty.json", TableFindingCodes.SchemaNoFields)]
    [TestCase("schema-invalid-wrong-type.json", TableFindingCodes.SchemaNotAnObject)]
    [TestCase("schema-invalid.json", TableFindingCodes.SchemaMisplacedConstraint)]
    [TestCase("schema-invalid-pk-string.json", TableFindingCodes.SchemaBadKey)]
    [TestCase("schema-invalid-pk-array.json", TableFindingCodes.SchemaBadKey)]
    [TestCase("schema-invalid-pk-no-fields.json", TableFindingCodes.SchemaNoFields)]
    [TestCase("schema-invalid-pk-is-wrong-type.json", TableFindingCodes.SchemaNoFields)]
    [TestCase("schema-invalid-fk-string.json", TableFindingCodes.SchemaBadForeignKey)]
    [TestCase("schema-invalid-fk-array.json", TableFindingCodes.SchemaBadForeignKey)]
    [TestCase("schema-invalid-fk-no-reference.json", TableFindingCodes.SchemaBadForeignKey)]
    [TestCase("schema-invalid-fk-array-string.json", TableFindingCodes.SchemaBadForeignKey)]
    [TestCase("schema-invalid-fk-array-string-ref.json", TableFindingCodes.SchemaBadForeignKey)]
    [TestCase("schema-invalid-fk-string-array-ref.json", TableFindingCodes.SchemaBadForeignKey)]
    [TestCase("schema-invalid-fk-array-wrong-number.json", TableFindingCodes.SchemaBadForeignKey)]
    [TestCase("schema-invalid-multiple-errors.json", TableFindingCodes.SchemaUnknownType, TableFindingCodes.SchemaBadKey, TableFindingCodes.SchemaBadForeignKey)]
    public void BadSchemaOfFrictionless_IsFoundOut(string name, params string[] codes)
    {
        var read = TableSchemaReader.Read(File.ReadAllBytes(Fixtures.Path("csv", "frictionless_data", "data", name)), Limits.Default);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Findings.Select(f => f.Code), Is.EqualTo(codes));
            Assert.That(read.IsValid, Is.False);
        }
    }

    [TestCase("""{"fields":[{"name":"a","type":"date","format":"%Q"}]}""", TableFindingCodes.SchemaBadFormat, "/fields/0/format")]
    [TestCase("""{"fields":[{"name":"a","type":"string","format":"telephone"}]}""", TableFindingCodes.SchemaBadFormat, "/fields/0/format")]
    [TestCase("""{"fields":[{"type":"string"}]}""", TableFindingCodes.SchemaFieldWithoutName, "/fields/0")]
    [TestCase("""{"fields":["a"]}""", TableFindingCodes.SchemaFieldWithoutName, "/fields/0")]
    [TestCase("""{"fields":[{"name":"a"},{"name":"a"}]}""", TableFindingCodes.SchemaRepeatedField, "/fields/1/name")]
    [TestCase("""{"fields":[{"name":"a","type":"integer","constraints":{"minimum":"x"}}]}""", TableFindingCodes.SchemaBadConstraint, "/fields/0/constraints/minimum")]
    [TestCase("""{"fields":[{"name":"a","type":"string","constraints":{"pattern":"("}}]}""", TableFindingCodes.SchemaBadConstraint, "/fields/0/constraints/pattern")]
    [TestCase("""{"fields":[{"name":"a","type":"string","constraints":{"pattern":"(a)\\1"}}]}""", TableFindingCodes.SchemaBadConstraint, "/fields/0/constraints/pattern")]
    [TestCase("""{"fields":[{"name":"a","type":"string","constraints":{"minimum":1}}]}""", TableFindingCodes.SchemaConstraintNotOfType, "/fields/0/constraints/minimum")]
    [TestCase("""{"fields":[{"name":"a","type":"string","constraints":{"minLength":-1}}]}""", TableFindingCodes.SchemaBadValue, "/fields/0/constraints/minLength")]
    [TestCase("""{"fields":[{"name":"a"}],"missingValues":"-"}""", TableFindingCodes.SchemaBadValue, "/missingValues")]
    [TestCase("""{"fields":[{"name":"a"}],"fieldsMatch":"some"}""", TableFindingCodes.SchemaBadValue, "/fieldsMatch")]
    [TestCase("""{"fields":[{"name":"a"}],"uniqueKeys":[["b"]]}""", TableFindingCodes.SchemaBadKey, "/uniqueKeys")]
    [TestCase("""{"fields":[{"name":"a","groupChar":"--"}]}""", TableFindingCodes.SchemaBadValue, "/fields/0/groupChar")]
    [TestCase("no json", TableFindingCodes.SchemaNotAnObject, "")]
    public void BadMember_IsNamedByItsPlace(string json, string code, string pointer) =>
        Assert.That(Read(json).Findings.Select(f => (f.Code, f.Pointer)), Is.EqualTo(new[] { (code, pointer) }));

    [Test]
    public void WordsOfVersion2_AreUnderstood()
    {
        var read = Read("""
            {
              "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
              "fieldsMatch": "subset",
              "missingValues": [{ "value": "-99", "label": "refused" }, ""],
              "uniqueKeys": [["a"], ["a", "b"]],
              "foreignKeys": [{ "fields": "b", "reference": { "fields": "a" } }],
              "fields": [
                { "name": "a", "type": "integer", "categories": [{ "value": 1, "label": "one" }, { "value": 2 }], "categoriesOrdered": true, "missingValues": ["x"], "source": "own" },
                { "name": "b", "type": "list", "itemType": "integer", "delimiter": ";", "constraints": { "exclusiveMinimum": 1 } }
              ]
            }
            """);
        Assert.That(read.Findings.Select(f => f.Code), Is.EqualTo(new[] { TableFindingCodes.SchemaConstraintNotOfType }));
        var schema = read.Schema!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(schema.FieldsMatch, Is.EqualTo(FieldsMatch.Subset));
            Assert.That(schema.MissingValues, Is.EqualTo(new[] { "-99", "" }));
            Assert.That(schema.UniqueKeys, Is.EqualTo(new ValueList<string>[] { ["a"], ["a", "b"] }));
            Assert.That(schema.ForeignKeys.Single(), Is.EqualTo(new ForeignKey { Fields = ["b"], ReferencedFields = ["a"] }));
            Assert.That(schema.Fields[0].Categories, Is.EqualTo(new[] { new Category("1", "one"), new Category("2") }));
            Assert.That(schema.Fields[0].Extras, Is.EqualTo(new[] { new Extra("source", "\"own\"") }));
            Assert.That(schema.MissingValuesOf(schema.Fields[0]), Is.EqualTo(new[] { "x" }));
            Assert.That(schema.Fields[1].ItemDelimiter, Is.EqualTo(";"));
        }
    }

    [Test]
    public void WrittenSchema_ReadsAsTheSame() =>
        Schemas.Sample(schema =>
        {
            var read = TableSchemaReader.Read(TableSchemaWriter.Write(schema), Limits.Default);
            return read.Schema == schema && TableSchemaWriter.Write(read.Schema!).AsSpan().SequenceEqual(TableSchemaWriter.Write(schema));
        });

    [Test]
    public void AnyJson_IsAnswered()
    {
        var value = Gen.OneOf("1", "-1", "\"a\"", "\"\\ud800\"", "null", "true", "[]", "{}", "[1]", "[\"a\"]", "[{}]", "{\"value\":1}", "[[\"a\"]]", "\"%d\"", "\"date\"", "1e400");
        var member = Gen.OneOf("name", "type", "format", "constraints", "minimum", "pattern", "categories", "missingValues", "trueValues", "groupChar", "jsonSchema", "required");
        var field = Gen.Select(member, value, (m, v) => $"\"{m}\":{v}").Array[0, 5].Select(members => $"{{{string.Join(',', members)}, \"constraints\":{{{string.Join(',', members)}}}}}");
        Gen.Select(field.Array[0, 3], member, value, (fields, m, v) => $"{{\"fields\":[{string.Join(',', fields)}],\"{m}\":{v},\"primaryKey\":{v},\"uniqueKeys\":{v},\"foreignKeys\":[{v}]}}")
            .Sample(json => Assert.That(Read(json).Findings, Is.Not.Null));
    }

    private static readonly Gen<string> Word = Gen.String[Gen.Char.AlphaNumeric, 1, 8];

    private static readonly Gen<TableField> Fields =
        Gen.Select(Word, Gen.Enum<FieldType>(), Gen.Bool, Word.Array[0, 3], Gen.OneOf('.', ','), Gen.Int[0, 9], (name, type, flag, words, decimalChar, number) => new TableField
        {
            Name = name,
            Type = type,
            Format = type == FieldType.Date && flag ? "%d/%m/%Y" : TableField.DefaultFormat,
            Title = Text.Maybe("", words.FirstOrDefault()),
            MissingValues = flag ? words.ToValueList() : null,
            TrueValues = words.ToValueList(),
            DecimalChar = decimalChar,
            GroupChar = flag ? ' ' : null,
            BareNumber = flag,
            Categories = words.Select(word => new Category(word, flag ? word : null)).ToValueList(),
            Constraints = new FieldConstraints
            {
                Required = flag,
                MinLength = number,
                Minimum = type == FieldType.Integer ? "3" : null,
                Enum = words.ToValueList(),
                JsonSchema = flag ? """{"type":"object"}""" : null,
            },
        });

    private static readonly Gen<TableSchema> Schemas =
        Gen.Select(Fields.Array[1, 4], Gen.Enum<FieldsMatch>(), Word.Array[0, 2], (fields, match, words) => new TableSchema
        {
            Fields = fields.ToValueList(),
            FieldsMatch = match,
            MissingValues = words.ToValueList(),
            PrimaryKey = [fields[0].Name],
            UniqueKeys = [[fields[^1].Name]],
            ForeignKeys = [new ForeignKey { Fields = [fields[0].Name], Resource = "other", ReferencedFields = ["id"] }],
        });

    private static TableSchemaRead Read(string json) => TableSchemaReader.Read(Encoding.UTF8.GetBytes(json), Limits.Default);
}
