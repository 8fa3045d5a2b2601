using System.Globalization;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Drift;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Validation;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Tabular.Drift;

public sealed class TableDriftTests
{
    [TestCase("a|b\n1|x\n2|y", "a|b\n1|x\n2|y", "")]
    [TestCase("a|zona\n1|x", "a\n1", "drift-column-gone:zona")]
    [TestCase("a\n1", "a|zona\n1|x", "drift-column-new:zona")]
    [TestCase("ID|zona\n1|x", "id|zona\n1|x", "drift-column-renamed:ID")]
    [TestCase("a|zona\nuno|x\ndos|y\ntres|z\ncuatro|w\ncinco|v", "clave|zona\nuno|x\ndos|y\ntres|z\ncuatro|w\ncinco|v", "drift-column-renamed:a")]
    [TestCase("a|zona\n1|x", "zona|a\nx|1", "drift-columns-reordered:")]
    [TestCase("a\n1\n2", "a\n1\nuno", "drift-type-changed:a")]
    [TestCase("a\n1\n2", "a\n1.5\n2", "drift-type-changed:a")]
    [TestCase("a\n1.5\n2", "a\n1,5\n2", "drift-number-format:a")]
    [TestCase("a|b\n1|x\n2|x", "a|b\n1|x\n|x", "drift-nulls-rose:a")]
    [TestCase("a\n1\n2\n3", "a\n1\n2", "drift-rows-fell:")]
    [TestCase("fecha\n1/2/2019\n13/2/2020", "fecha\n13/2/2020\n14/2/2020", "drift-year-vanished:fecha")]
    [TestCase("fecha\n13/02/2020\n01/02/2020", "fecha\n02/13/2020\n02/01/2020", "drift-date-order:fecha")]
    [TestCase("fecha\n13/02/2020\n01/02/2020", "fecha\n13/2/2020\n1/2/2020", "drift-date-order:fecha")]
    [TestCase("fecha\n13/02/2020\n01/02/2020", "fecha\n2020-02-13\n2020-02-01", "drift-date-order:fecha")]
    [TestCase("id\n1\n2\n3", "id\n1\n2\n2", "drift-keys-repeated:id")]
    [TestCase("e\nEn obra\nEn obra\nEn obra\nEn obra", "e\nEn obra\nEN OBRA\nEn  obra\nÉn obra", "drift-spellings:e")]
    [TestCase("e\nEn obra\nEn obra\nEn obra\nEn obra", "e\nEn obra\nParada\nEn obra\nEn obra", "drift-new-values:e")]
    public void Change_IsAFindingOfItsKind(string before, string now, string expected)
    {
        var findings = Compare(MemoryTable.Of(before), MemoryTable.Of(now));
        Assert.That(string.Join(' ', findings.Select(f => $"{f.Code}:{f.Column}")), Is.EqualTo(expected));
    }

    [Test]
    public void DialectOfTheFile_IsCompared()
    {
        var before = new MemoryTable(["a"], [["1"]], new TableDialect { Delimiter = ",", Encoding = "utf-8" });
        var now = new MemoryTable(["a"], [["1"]], new TableDialect { Delimiter = ";", Encoding = "windows-1252" });
        Assert.That(Compare(before, now).Select(f => (f.Code, f.Value)), Is.EqualTo(new[] { (TableFindingCodes.DriftDelimiter, ", → ;"), (TableFindingCodes.DriftEncoding, "utf-8 → windows-1252") }));
    }

    [TestCase(10, 90, Severity.Info)]
    [TestCase(10, 89, Severity.Error)]
    [TestCase(50, 50, Severity.Info)]
    public void RowLoss_IsAnErrorBeyondThePolicy(double allowed, int rows, Severity severity)
    {
        var findings = TableDrift.Compare(Profile(Numbers(100)), Profile(Numbers(rows)), TablePolicy.Default with { MaxRowLoss = allowed });
        Assert.That(findings.Single().Severity, Is.EqualTo(severity));
    }

    [Test]
    public void Version_IsHeldOnlyWhereThePolicySaysSo()
    {
        var drift = Compare(MemoryTable.Of("a|zona\n1|x"), MemoryTable.Of("a\n1"));
        var check = new CheckReport { Rows = 1, Counts = [new RuleCount(TableFindingCodes.ValueNotOfType, Severity.Error, "a", 3)] };
        var personal = new[] { new TableFinding { Code = TableFindingCodes.PersonalDni, Severity = Severity.Warning, Message = Text.Empty } };
        var strict = new TablePolicy { OnBadTable = OnBadTable.Hold, OnPersonalData = OnPersonalData.Hold };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TableDecision.Of(TablePolicy.Default, check, drift, personal), Is.EqualTo(new TableDecision(true, [])));
            Assert.That(TableDecision.Of(strict, check, drift, personal), Is.EqualTo(new TableDecision(false, [TableFindingCodes.ValueNotOfType, TableFindingCodes.DriftColumnGone, TableFindingCodes.PersonalDni])));
            Assert.That(TableDecision.Of(strict, null, Compare(MemoryTable.Of("a\n1"), MemoryTable.Of("a|zona\n1|x")), []).Publish, Is.True, "a new column harms nobody");
        }
    }

    [Test]
    public void Profile_SurvivesBeingKept()
    {
        var profile = Profile(MemoryTable.Of("id|fecha|monto|etapa|correo\n1|13/2/2020|1.234,5|En obra|a@b.example\n2|1/2/2020|N/A|EN OBRA|\n3||7,5||"));
        var kept = TableProfileJson.Read(TableProfileJson.Write(profile));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(kept, Is.EqualTo(profile));
            Assert.That(TableDrift.Compare(profile, kept!, TablePolicy.Default), Is.Empty);
            Assert.That(TableProfileJson.Read("no json"u8), Is.Null);
        }
    }

    /// <summary>The two vintages of the city's public works.</summary>
    [Test]
    public void WorksOf2022_DriftFromThoseOf2019InEveryWayThatIsKnown()
    {
        var before = Profile(MemoryTable.Open(Fixtures.Path("works", "observatorio-de-obras-urbanas.2019-11.csv")));
        var now = Profile(MemoryTable.Open(Fixtures.Path("works", "observatorio-de-obras-urbanas.2022.csv")));
        var findings = TableDrift.Compare(before, now, TablePolicy.Default);
        var report = string.Join('\n', findings.Select(f => $"{f.Code} {f.Column}: {f.Value}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((before.Rows, now.Rows), Is.EqualTo((991, 1308)));
            Assert.That(report, Does.Contain("drift-delimiter : , → ;"));
            Assert.That(report, Does.Contain("drift-encoding-damage : "));
            Assert.That(report, Does.Contain("drift-column-renamed id: ID"));
            Assert.That(report, Does.Contain("drift-date-order fecha_inicio: %d/%m/%Y → %-d/%-m/%Y"));
            Assert.That(report, Does.Contain("drift-type-changed fecha_inicio: date → string"));
            Assert.That(report, Does.Contain("drift-spellings etapa: «En Ejecución» (14) = «En ejecución»").And.Contains("«FInalizada» (2) = «Finalizada»").And.Contains("«En ejecucion» (1) = «En ejecución»"));
            Assert.That(now.Find("etapa")!.Distinct, Is.EqualTo(27), "28 with the empty one");
        }
    }

    private static ValueList<TableFinding> Compare(FoundTable before, FoundTable now) => TableDrift.Compare(Profile(before), Profile(now), TablePolicy.Default);

    private static TableProfile Profile(FoundTable table) => TableProfiler.Profile(table, Limits.Default, default);

    private static MemoryTable Numbers(int count) => MemoryTable.Column("n", [.. Enumerable.Range(0, count).Select(i => (i % 7).ToString(CultureInfo.InvariantCulture))]);
}
