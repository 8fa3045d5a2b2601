using System.Globalization;
using System.Text;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Cells;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Tabular.Checking;

public sealed class TableCheckerTests
{
    [TestCase("""{"name":"a","type":"integer"}""", "1|x|3", "value-not-of-type@2")]
    [TestCase("""{"name":"a","type":"integer","constraints":{"required":true}}""", "1||3", "value-required@2")]
    [TestCase("""{"name":"a","type":"integer","constraints":{"minimum":2,"maximum":"3"}}""", "1|2|3|4", "value-below-minimum@1 value-above-maximum@4")]
    [TestCase("""{"name":"a","type":"integer","constraints":{"exclusiveMinimum":2,"exclusiveMaximum":4}}""", "2|3|4", "value-below-minimum@1 value-above-maximum@3")]
    [TestCase("""{"name":"a","type":"date","format":"%d/%m/%Y","constraints":{"minimum":"2020-01-01"}}""", "31/12/2019|1/1/2020|2020-01-02", "value-below-minimum@1 value-not-of-type@3")]
    [TestCase("""{"name":"a","type":"yearmonth","constraints":{"maximum":"2020-06"}}""", "2020-05|2020-07", "value-above-maximum@2")]
    [TestCase("""{"name":"a","type":"string","constraints":{"minLength":2,"maxLength":3}}""", "a|ab|abcd|😀😀😀", "value-too-short@1 value-too-long@3")]
    [TestCase("""{"name":"a","type":"string","constraints":{"pattern":"[a-z]{2}"}}""", "ab|abc|AB", "value-not-of-pattern@2 value-not-of-pattern@3")]
    [TestCase("""{"name":"a","type":"string","constraints":{"enum":["x","y"]}}""", "x|X|y", "value-not-listed@2")]
    [TestCase("""{"name":"a","type":"integer","constraints":{"enum":[1,"2"]}}""", "1|02|3", "value-not-listed@3")]
    [TestCase("""{"name":"a","type":"string","categories":[{"value":"x","label":"X"}]}""", "x|z", "value-not-listed@2")]
    [TestCase("""{"name":"a","type":"list","itemType":"integer","constraints":{"maxLength":2}}""", "1,2|1,2,3|1,x", "value-too-long@2 value-not-of-type@3")]
    [TestCase("""{"name":"a","type":"array","constraints":{"minLength":1}}""", "[]|[1]", "value-too-short@1")]
    [TestCase("""{"name":"a","type":"object","constraints":{"jsonSchema":{"required":["b"]}}}""", """{"b":1}|{"c":1}""", "value-breaks-json-schema@2")]
    [TestCase("""{"name":"a","type":"object","constraints":{"jsonSchema":{"$ref":"http://elsewhere.example/x.json"}}}""", """{"c":1}""", "")]
    [TestCase("""{"name":"a","type":"integer","constraints":{"unique":true}}""", "1|2|01|||2", "repeated-value@3 repeated-value@6")]
    [TestCase("""{"name":"a","type":"number","constraints":{"unique":true}}""", "0|-0|1.0|1", "repeated-value@2 repeated-value@4")]
    [TestCase("""{"name":"a","type":"string","missingValues":["-"],"constraints":{"required":true}}""", "-|x", "value-required@1")]
    public void Cell_BreaksItsRule(string field, string cells, string expected)
    {
        var report = Check(MemoryTable.Column("a", cells.Split('|')), $"{{\"fields\":[{field}]}}");
        Assert.That(string.Join(' ', report.Findings.OrderBy(f => f.Row).Select(f => $"{f.Code}@{f.Row}")), Is.EqualTo(expected));
    }

    [TestCase("exact", "a|b", "")]
    [TestCase("exact", "b|a", "column-order:")]
    [TestCase("equal", "b|a", "")]
    [TestCase("exact", "a", "missing-column:b")]
    [TestCase("exact", "a|b|zona", "extra-column:zona")]
    [TestCase("subset", "a|zona|b", "")]
    [TestCase("subset", "a|zona", "missing-column:b")]
    [TestCase("superset", "a", "")]
    [TestCase("superset", "a|zona", "extra-column:zona")]
    [TestCase("partial", "zona|a", "")]
    [TestCase("partial", "zona|barrio", "missing-column:")]
    public void Header_MatchesAsTheSchemaSays(string match, string header, string expected)
    {
        var report = Check(new MemoryTable(header.Split('|'), []), $$"""{"fieldsMatch":"{{match}}","fields":[{"name":"a"},{"name":"b"}]}""");
        Assert.That(string.Join(' ', report.Findings.Select(f => $"{f.Code}:{f.Column}")), Is.EqualTo(expected));
    }

    [TestCase("fecha_inicio", "FECHA INICIO")]
    [TestCase("descripción", "descripcion")]
    [TestCase("monto_contrato", "monto_contratos")]
    public void ColumnOfAlmostTheSameName_IsARenamedOneAndStillChecked(string before, string now)
    {
        var report = Check(MemoryTable.Column(now, "x"), $$"""{"fields":[{"name":"{{before}}","type":"integer"}]}""");
        Assert.That(report.Findings.Select(f => (f.Code, f.Column, f.Value)), Is.EqualTo(new[] { (TableFindingCodes.RenamedColumn, before, now), (TableFindingCodes.ValueNotOfType, before, "x") }));
    }

    [Test]
    public void TableWithoutHeader_IsCheckedInOrder()
    {
        var table = new MemoryTable(["column_1", "column_2"], [["x", "1"]], new TableDialect { HeaderRows = 0 });
        var report = Check(table, """{"fields":[{"name":"a","type":"integer"},{"name":"b","type":"integer"}]}""");
        Assert.That(report.Findings.Select(f => (f.Code, f.Row)), Is.EqualTo(new[] { (TableFindingCodes.NoHeader, 0L), (TableFindingCodes.ValueNotOfType, 1L) }));
    }

    [Test]
    public void RepeatedKey_NamesTheRowThatHadItFirst()
    {
        var report = Check(MemoryTable.Of("a|b\n1|x\n2|x\n1|y\n1|x\n|x"), """{"fields":[{"name":"a","type":"integer"},{"name":"b"}],"primaryKey":["a","b"]}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Findings.Select(f => (f.Code, f.Column, f.Row)), Is.EqualTo(new[] { (TableFindingCodes.RepeatedPrimaryKey, "a, b", 4L), (TableFindingCodes.ValueRequired, "a", 5L) }));
            Assert.That(report.Findings[0].Message.In("en"), Does.Contain("row 1"));
            Assert.That(report.Findings[0].Value, Is.EqualTo("1, x"));
        }
    }

    [Test]
    public void MoreKeysThanAreKept_AreSaidNotToBeChecked()
    {
        var table = MemoryTable.Column("a", [.. Enumerable.Range(0, 50).Select(i => i.ToString(CultureInfo.InvariantCulture)), "3"]);
        var report = TableChecker.Check(table, Schema("""{"fields":[{"name":"a"}],"uniqueKeys":[["a"]]}"""), Limits.Default with { MaxKeysChecked = 10 }, default);
        Assert.That(report.Counts.Select(c => (c.Code, c.Count)), Is.EqualTo(new[] { (TableFindingCodes.KeysNotChecked, 1L), (TableFindingCodes.RepeatedUniqueKey, 1L) }));
    }

    [Test]
    public void ForeignKey_IsLookedUpInTheOtherTable()
    {
        const string schema = """{"fields":[{"name":"comuna"},{"name":"jefe"}],"foreignKeys":[{"fields":"comuna","reference":{"resource":"comunas","fields":"id"}},{"fields":"jefe","reference":{"fields":"comuna"}}]}""";
        var table = MemoryTable.Of("comuna|jefe\n1|\n16|1\n2|9");
        var comunas = MemoryTable.Of("id|nombre\n1|a\n2|b");
        var known = TableChecker.Check(table, Schema(schema), name => name == "comunas" ? comunas : null, Limits.Default, default);
        var unknown = Check(table, schema);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(known.Findings.Select(f => (f.Code, f.Column, f.Row, f.Value)), Is.EqualTo(new[] { (TableFindingCodes.UnknownReference, "comuna", 2L, "16"), (TableFindingCodes.UnknownReference, "jefe", 3L, "9") }));
            Assert.That(unknown.CountOf(TableFindingCodes.ReferenceNotChecked), Is.EqualTo(1));
        }
    }

    [Test]
    public void Counts_AreExactWhereExamplesAreCapped()
    {
        var report = Check(MemoryTable.Column("a", [.. Enumerable.Repeat("x", 500)]), """{"fields":[{"name":"a","type":"integer"}]}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.CountOf(TableFindingCodes.ValueNotOfType), Is.EqualTo(500));
            Assert.That(report.Findings, Has.Count.EqualTo(Limits.Default.MaxFindingExamples));
            Assert.That(report.Errors, Is.EqualTo(500));
        }
    }

    [Test]
    public void Finding_SaysTheByteAtWhichItsRowBegins()
    {
        using var folder = new TempTable("a;b\r\n1;2\r\nx;3\r\n");
        var report = TableChecker.Check(folder.Table, Schema("""{"fields":[{"name":"a","type":"integer"},{"name":"b"}]}"""), Limits.Default, default);
        var finding = report.Findings.Single();
        Assert.That((finding.Row, finding.Line, finding.Offset, finding.Value), Is.EqualTo((2L, 3L, 10L, "x")));
    }

    /// <summary>What the checker counts is what anybody would count who looks at every cell by itself.</summary>
    [Test]
    public void CountsOfCleanAndDirtyTables_AreThoseOfAPlainLoop()
    {
        var cell = Gen.OneOf("", "1", "2", "10", "x", "-5", "01");
        Gen.Select(cell, cell).Array[0, 60].Sample(cells =>
        {
            var rows = cells.Select(pair => new[] { pair.Item1, pair.Item2 }).ToList();
            var schema = Schema("""{"fields":[{"name":"a","type":"integer","constraints":{"required":true,"minimum":1,"maximum":5}},{"name":"b","constraints":{"unique":true,"maxLength":1}}],"uniqueKeys":[["a","b"]]}""");
            var report = TableChecker.Check(new MemoryTable(["a", "b"], rows), schema, Limits.Default, default);
            var numbers = rows.Select(row => long.TryParse(row[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : (long?)null).ToList();
            var keys = rows.Where(row => row[0] != "" && row[1] != "").Select(row => (long.TryParse(row[0], out var n) ? n.ToString(CultureInfo.InvariantCulture) : row[0], row[1])).ToList();
            return report.CountOf(TableFindingCodes.ValueRequired) == rows.Count(row => row[0] == "")
                && report.CountOf(TableFindingCodes.ValueNotOfType) == rows.Count(row => row[0] == "x")
                && report.CountOf(TableFindingCodes.ValueBelowMinimum) == numbers.Count(n => n < 1)
                && report.CountOf(TableFindingCodes.ValueAboveMaximum) == numbers.Count(n => n > 5)
                && report.CountOf(TableFindingCodes.ValueTooLong) == rows.Count(row => row[1].Length > 1)
                && report.CountOf(TableFindingCodes.RepeatedValue) == rows.Count(row => row[1] != "") - rows.Where(row => row[1] != "").Select(row => row[1]).Distinct().Count()
                && report.CountOf(TableFindingCodes.RepeatedUniqueKey) == keys.Count - keys.Distinct().Count()
                && report.Rows == rows.Count;
        });
    }

    [Test]
    public void Report_IsTheSameBytesEachTime()
    {
        var table = MemoryTable.Of("a|c\n=1|y\n2|\"z\"");
        const string schema = """{"fields":[{"name":"a","type":"integer"},{"name":"b","type":"integer"}]}""";
        var (first, second) = (Check(table, schema), Check(table, schema));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CheckReportWriter.Json(first), Is.EqualTo(CheckReportWriter.Json(second)));
            Assert.That(Encoding.UTF8.GetString(CheckReportWriter.Csv(first)), Does.StartWith("code,severity,column,row,line,offset,value,mensaje,message\r\n").And.Contain("value-not-of-type,error,a,1,2,,'=1,"));
            using var json = JsonDocument.Parse(CheckReportWriter.Json(first));
            Assert.That(json.RootElement.GetProperty("valid").GetBoolean(), Is.False);
            Assert.That(json.RootElement.GetProperty("counts").EnumerateArray().Sum(c => c.GetProperty("count").GetInt64()), Is.EqualTo(first.Counts.Sum(c => c.Count)));
        }
    }

    private static TableSchema Schema(string json)
    {
        var read = TableSchemaReader.Read(Encoding.UTF8.GetBytes(json), Limits.Default);
        Assert.That(read.Schema, Is.Not.Null);
        return read.Schema!;
    }

    private static CheckReport Check(FoundTable table, string schema) => TableChecker.Check(table, Schema(schema), Limits.Default, default);

    private sealed class TempTable : IDisposable
    {
        private readonly string _path = Path.GetTempFileName();

        public TempTable(string text) => File.WriteAllText(_path, text);

        public FoundTable Table => MemoryTable.Open(_path);

        public void Dispose() => File.Delete(_path);
    }
}
