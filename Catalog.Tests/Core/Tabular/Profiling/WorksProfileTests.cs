using System.Globalization;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Cells;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Schemas;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Tabular.Profiling;

/// <summary>The public works of the city, as published in 2019.</summary>
public sealed class WorksProfileTests
{
    private static readonly Lazy<(FoundTable Table, TableProfile Profile)> Works = new(() =>
    {
        var table = MemoryTable.Open(Fixtures.Path("works", "observatorio-de-obras-urbanas.2019-11.csv"));
        return (table, TableProfiler.Profile(table, Limits.Default, default));
    });

    [TestCase("id", "integer")]
    [TestCase("nombre", "string")]
    [TestCase("etapa", "string")]
    [TestCase("monto_contrato", "number")]
    [TestCase("comuna", "integer")]
    [TestCase("lat", "number")]
    [TestCase("lng", "number")]
    [TestCase("fecha_inicio", "date %d/%m/%Y")]
    [TestCase("fecha_fin_inicial", "date any")]
    [TestCase("porcentaje_avance", "integer")]
    [TestCase("licitacion_anio", "year")]
    [TestCase("nro_contratacion", "string")]
    [TestCase("cuit_contratista", "string")]
    [TestCase("mano_obra", "integer")]
    [TestCase("expediente-numero", "string")]
    [TestCase("imagen_1", "string uri")]
    public void Column_HasItsType(string column, string expected)
    {
        var profile = Works.Value.Profile.Find(column)!;
        Assert.That(TypeInferenceTests.Described(profile.Field), Is.EqualTo(expected), string.Join("; ", profile.Evidence.Select(e => e.In("en"))) + " " + string.Join(", ", profile.TopValues.Take(30).Select(v => v.Value)));
    }

    [TestCase("monto_contrato", 46_857_980_245)]
    [TestCase("mano_obra", 8_973)]
    public void Column_SumsUpAsPublished(string column, long expected)
    {
        var (table, profile) = Works.Value;
        var index = table.Columns.ToList().IndexOf(column);
        var reader = ColumnReader.For(profile.Schema, profile.Columns[index].Field);
        var sum = 0.0;
        table.Read(row =>
        {
            if (reader.Read(row[index], out var value) == CellState.Value) sum += reader.Type == ColumnType.Integer ? value.Integer : value.Number;
        }, default);
        Assert.That(Math.Round(sum), Is.EqualTo(expected));
    }

    [Test]
    public void Counts_AreThoseOfTheReference()
    {
        var etapa = Works.Value.Profile.Find("etapa")!.TopValues.ToDictionary(v => v.Value, v => v.Count);
        var tipo = Works.Value.Profile.Find("tipo")!.TopValues.ToDictionary(v => v.Value, v => v.Count);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Works.Value.Profile.Rows, Is.EqualTo(991));
            Assert.That(etapa["Finalizada"], Is.EqualTo(889));
            Assert.That(etapa["En ejecución"], Is.EqualTo(87));
            Assert.That(tipo["Espacio Público"], Is.EqualTo(320));
        }
    }

    [Test]
    public void InferredSchema_SurvivesBeingWritten()
    {
        var schema = Works.Value.Profile.Schema;
        Assert.That(TableSchemaReader.Read(TableSchemaWriter.Write(schema), Limits.Default).Schema, Is.EqualTo(schema));
    }
}
