using System.Globalization;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Cells;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Schemas;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Tabular.Profiling;

public sealed class TypeInferenceTests
{
    [TestCase("integer", "1|2|-3|0")]
    [TestCase("integer", "1||  |3")]
    [TestCase("integer", "1|N/A|s/d|-|##########")]
    [TestCase("integer", "9223372036854775|1")]
    [TestCase("number", "1.5|2|-3.25|1e5")]
    [TestCase("number", "0.123|1")]
    [TestCase("number decimal=,", "1,5|2|3,25")]
    [TestCase("number decimal=, group=.", "1.234,56|7|1.234.567,00")]
    [TestCase("number group=,", "1,234.56|7|1,234,567.00")]
    [TestCase("number decimal=, group=. affixed", "$ 1.234,56|$-7,00|$53.160.000,00")]
    [TestCase("integer affixed", "12%|5 %")]
    [TestCase("integer group=.", "1.234|12|1.234.567")]
    [TestCase("integer group=,", "1,234|850")]
    [TestCase("integer group=.", "1.234|850")]
    [TestCase("number", "1.234|12345")]
    [TestCase("number", "1.234|5.678")]
    [TestCase("number decimal=,", "1,234|12345")]
    [TestCase("number decimal=, group= ", "1 234,5|12 345 678,25")]
    [TestCase("string", "1,5|2.5")]
    [TestCase("string", "10%|5|7")]
    [TestCase("string", "US$ 5|$ 7")]
    [TestCase("string", "007|12|5")]
    [TestCase("string", "+541143215678|5")]
    [TestCase("string", "1234567890123456789012|1")]
    [TestCase("string", "1|2|tres")]
    [TestCase("boolean", "sí|no|Sí|NO|si")]
    [TestCase("boolean", "true|True|false")]
    [TestCase("boolean", "VERDADERO|FALSO|")]
    [TestCase("boolean", "true|true")]
    [TestCase("boolean", "S|N|S|N")]
    [TestCase("string", "S|N")]
    [TestCase("string", "SI||SI")]
    [TestCase("integer", "0|1|0|1|1")]
    [TestCase("date", "2020-01-31|1999-12-01")]
    [TestCase("date %d/%m/%Y", "1/12/2013|31/05/2016")]
    [TestCase("date %m/%d/%Y", "1/12/2013|05/31/2016")]
    [TestCase("date %d/%m/%Y", "1/12/2013|5/6/2016")]
    [TestCase("date %d-%m-%y", "1-12-13|31-05-16")]
    [TestCase("date %d.%m.%Y", "1.12.2013|31.05.2016")]
    [TestCase("date %d de %B de %Y", "1 de enero de 2020|2 de setiembre de 2021")]
    [TestCase("date %d-%B-%y", "01-ene-20|02-feb-21")]
    [TestCase("date %B %d, %Y", "May 5, 2021|June 6, 2021")]
    [TestCase("date any", "2020-01-31|31/01/2020")]
    [TestCase("date any", "31/01/2020|31/01/20")]
    [TestCase("string", "31/01/2020|01/31/2020")]
    [TestCase("string", "31/01/2020|99/99")]
    [TestCase("datetime", "2020-01-31T10:00:00|2020-01-31 10:00:00.5")]
    [TestCase("datetime %Y-%m-%dT%H:%M:%S%z", "2020-01-31T10:00:00Z|2020-01-31T10:00:00-03:00")]
    [TestCase("datetime %d/%m/%Y %H:%M", "31/1/2020 9:05|1/2/2020 10:00")]
    [TestCase("datetime %m/%d/%Y %I:%M:%S %p", "01/31/2020 09:05:00 AM|12/01/2020 10:00:00 PM")]
    [TestCase("time", "10:00:00|23:59:59.5")]
    [TestCase("time %H:%M", "10:00|7:05")]
    [TestCase("yearmonth", "2020-01|2020-12")]
    [TestCase("geopoint latlon", "-34.6,-58.4|-34.5, -58.3")]
    [TestCase("geopoint", "-118.4,34.1|-58.3, -34.5")]
    [TestCase("geojson", """{"type":"Point","coordinates":[1,2]}""")]
    [TestCase("object", """{"a":1}|{"type":"Point","coordinates":[1,2]}""")]
    [TestCase("array", "[1,2]|[]")]
    [TestCase("string uri", "https://a.example/b|http://c.example")]
    [TestCase("string email", "a@b.example|c@d.example")]
    [TestCase("string uuid", "123e4567-e89b-12d3-a456-426614174000")]
    [TestCase("string", "|")]
    public void Column_IsOfTheTypeThatAllCellsHave(string expected, string cells) => Assert.That(Described(Infer("column", cells.Split('|')).Field), Is.EqualTo(expected));

    [TestCase("telefono", "43215678|43211234", "string")]
    [TestCase("codigo_postal", "1425|1001", "string")]
    [TestCase("cuit_contratista", "30505454436|30707431896", "string")]
    [TestCase("numero", "30505454436|30707431896", "string")]
    [TestCase("expediente_id", "20191234|20201234", "string")]
    [TestCase("id", "1|2|3", "integer")]
    [TestCase("año", "2019|2020", "year")]
    [TestCase("licitacion_anio", "2019|2020", "year")]
    [TestCase("cantidad", "2019|2020", "integer")]
    [TestCase("fecha", "20200131|20191201", "date %Y%m%d")]
    [TestCase("monto", "20200131|20191201", "integer")]
    [TestCase("es_publico", "0|1|0", "boolean")]
    public void Name_DecidesWhereFiguresLeaveAChoice(string name, string cells, string expected) => Assert.That(Described(Infer(name, cells.Split('|')).Field), Is.EqualTo(expected));

    [TestCase("1/2/2020|3/4/2020", 0.6)]
    [TestCase("13/2/2020|3/4/2020", 1)]
    [TestCase("1.234|850", 0.6)]
    [TestCase("1.234|850|1.234.567", 1)]
    public void WhatCellsDoNotDecide_IsSaid(string cells, double confidence)
    {
        var profile = Infer("column", cells.Split('|'));
        Assert.That(profile.Confidence, Is.EqualTo(confidence));
        Assert.That(profile.Evidence.Any(e => e.In("en").Contains("not", StringComparison.Ordinal)), Is.EqualTo(confidence < 1));
    }

    [Test]
    public void WordsForNothing_AreCountedByTheirSpelling()
    {
        var typed = Infer("column", "1", "N/A", "N/A", "-", "", " ");
        var text = Infer("column", "uno", "N/A", "-");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(typed.NullWords, Is.EqualTo(new[] { new ValueCount("N/A", 2), new ValueCount("-", 1) }));
            Assert.That(typed.Nulls, Is.EqualTo(5));
            Assert.That(typed.Field.MissingValues, Is.EqualTo(new[] { "", "-", "N/A" }));
            Assert.That(text.NullWords, Is.EqualTo(new[] { new ValueCount("N/A", 1) }), "a dash is a text among texts");
            Assert.That(text.Distinct, Is.EqualTo(2));
        }
    }

    [Test]
    public void ColumnThatIsNearlyOfAType_SaysHowManyCellsAreNot()
    {
        var profile = Infer("column", [.. Enumerable.Range(1, 99).Select(i => i.ToString(CultureInfo.InvariantCulture)), "once"]);
        Assert.That((profile.Field.Type, profile.Nearly, profile.Misfits), Is.EqualTo((FieldType.String, (FieldType?)FieldType.Number, 1L)));
    }

    [TestCase("5|1|N/A|3", "1", "5")]
    [TestCase("1,5|-2|30,25", "-2", "30.25")]
    [TestCase("1.234|850|12", "12", "1234")]
    [TestCase("31/1/2020|1/12/2019", "2019-12-01", "2020-01-31")]
    [TestCase("31/1/2020 10:00|1/12/2019 9:30", "2019-12-01T09:30:00", "2020-01-31T10:00:00")]
    public void LeastAndGreatest_AreWrittenAsTheirTypeIs(string cells, string least, string greatest)
    {
        var profile = Infer("column", cells.Split('|'));
        Assert.That((profile.Minimum, profile.Maximum), Is.EqualTo((least, greatest)));
    }

    [Test]
    public void YearsOfDates_AreCounted() =>
        Assert.That(Infer("fecha", "31/1/2020", "1/1/2020", "1/1/2018").Years, Is.EqualTo(new[] { new YearCount(2018, 1), new YearCount(2020, 2) }));

    [Test]
    public void MoreValuesThanAreKept_AreEstimatedAndTheTypeIsStillOfAll()
    {
        var limits = Limits.Default with { MaxDistinctValues = 100 };
        var cells = Enumerable.Range(0, 20_000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        var whole = TableProfiler.Profile(MemoryTable.Column("n", [.. cells]), limits, default).Columns[0];
        var broken = TableProfiler.Profile(MemoryTable.Column("n", [.. cells, "x1"]), limits, default).Columns[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(whole.DistinctIsExact, Is.False);
            Assert.That(whole.Distinct, Is.EqualTo(20_000).Within(5).Percent);
            Assert.That((whole.Field.Type, whole.Minimum, whole.Maximum), Is.EqualTo((FieldType.Integer, "0", "19999")));
            Assert.That(broken.Field.Type, Is.EqualTo(FieldType.String));
            Assert.That(broken.IsKey(20_001), Is.Null);
        }
    }

    [Test]
    public void Form_IsWhatAllCellsShare() => Assert.That(Infer("x", "2030-MDUGC-2013", "1111-ABCDE-2014").Form, Is.EqualTo("9999-AAAAA-9999"));

    /// <summary>The promise of inference: whatever the cells are, the type it gives reads all of them that are not nothing.</summary>
    [Test]
    public void InferredType_ReadsEveryCell()
    {
        var figures = Gen.String[Gen.OneOf('0', '1', '2', '9', '.', ',', '-', '/', ':', ' ', '$', '%', 'e', '+'), 1, 12];
        var tame = Gen.OneOf("1", "2019", "1.234", "1,234", "1.5", "1,5", "0.123", "1 234", "$ 5", "5%", "-7", "+7", "007", "1/2/2020", "13/2/2020", "2/13/2020", "2020-01-02", "1-2-20", "20200102", "10:00",
            "10:00:00", "2020-01-02 10:00:00", "2020-01-02T10:00:00Z", "N/A", "-", "", " ", "x", "sí", "no", "S", "N", "true", "0", "1e5", "-34.5,-58.5", "1 de mayo de 2020", "May 5, 2020", "{}", "[]", "2020-05", "5.", ".5", " 8 ",
            "a@b.example", "https://a.example", "12.345.678", "1.234,5", "1,234.5", "$1.234", "-$5", "$-5", "USD 3", "3E+10", "1/2/2020 10:00", "1/2/2020 10:00 PM", "99999999999999999999");
        var name = Gen.OneOf("column", "fecha", "año", "telefono", "es_activo", "codigo_id");
        var cells = Gen.OneOf(tame.Array[1, 3].SelectMany(some => Gen.OneOf(some).Array[1, 12]), tame.Array[1, 4], figures.Array[1, 4], Gen.OneOf(figures, tame, Gen.String).Array[1, 6]);
        Gen.Select(name, cells).Sample((column, values) =>
        {
            var profile = Infer(column, values);
            var reader = ColumnReader.For(new TableSchema { Fields = [profile.Field] }, profile.Field);
            foreach (var value in values)
                if (reader.Read(value, out _) == CellState.Misfit) Assert.Fail($"{Described(profile.Field)} does not read '{value}' of [{string.Join('|', values)}]");
            Assert.That(profile.Nulls, Is.EqualTo(values.Count(value => reader.Read(value, out _) == CellState.Missing)));
        }, iter: 20_000);
    }

    [Test]
    public void EveryBound_LeavesTheTypeAsItIs()
    {
        var cell = Gen.OneOf("1", "22", "3.5", "x", "2020-01-02", "N/A", "sí", "4,5");
        Gen.Select(cell.Array[1, 30], Gen.Int[1, 4], Gen.Int[1, 12]).Sample((values, kept, characters) =>
        {
            var bound = TableProfiler.Profile(MemoryTable.Column("c", values), Limits.Default with { MaxDistinctValues = kept, MaxDistinctCharacters = characters }, default).Columns[0];
            var free = Infer("c", values);
            return bound.Field == free.Field && bound.Nulls == free.Nulls && bound.Minimum == free.Minimum && bound.Maximum == free.Maximum && bound.Sketch == free.Sketch;
        });
    }

    private static ColumnProfile Infer(string name, params string[] cells) => TableProfiler.Profile(MemoryTable.Column(name, cells), Limits.Default, default).Columns[0];

    internal static string Described(TableField field) => field.Type.Name()
        + (field.Format == TableField.DefaultFormat ? "" : " " + field.Format)
        + (field.DecimalChar == '.' ? "" : " decimal=" + field.DecimalChar) + (field.GroupChar is null ? "" : " group=" + field.GroupChar) + (field.BareNumber ? "" : " affixed");
}
