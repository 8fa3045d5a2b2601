using System.Text;
using Catalog.Core;
using Catalog.Core.Tabular;

namespace Catalog.Tests.Core.Tabular;

public sealed class TablesBesideTests
{
    [Test]
    public void BlocksThatEndInDifferentRows_AreTables()
    {
        var tables = Tables("id,mes,monto,,barrio,obras\n1,enero,10,,Boedo,3\n2,febrero,12,,Flores,4\n3,marzo,14,,,\n4,abril,15,,,\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tables.Select(t => t.Name), Is.EqualTo(new[] { "", "table_beside_2" }));
            Assert.That(tables.Select(t => string.Join(',', t.Columns)), Is.EqualTo(new[] { "id,mes,monto", "barrio,obras" }));
            Assert.That(Rows(tables[0]), Is.EqualTo(new[] { "1|enero|10", "2|febrero|12", "3|marzo|14", "4|abril|15" }));
            Assert.That(Rows(tables[1]), Is.EqualTo(new[] { "Boedo|3", "Flores|4" }));
            Assert.That(tables.Select(t => t.Report.Rows), Is.EqualTo(new[] { 4L, 2L }));
        }
    }

    [Test]
    public void BlocksWithTheSameNames_AreTables() =>
        Assert.That(Tables("mes,total,,mes,total\nenero,1,,enero,4\nfebrero,2,,febrero,5\n").Select(t => string.Join(';', Rows(t))), Is.EqualTo(new[] { "enero|1;febrero|2", "enero|4;febrero|5" }));

    [TestCase("mes,ingresos,,egresos,saldo\nenero,5,,4,1\nfebrero,6,,2,4\n", true)]
    [TestCase("mes,ingresos,,egresos,saldo\nenero,5,nota,4,1\nfebrero,6,,2,4\n", false)]
    [TestCase("mes,ingresos,,egresos,saldo\nenero,5,,4,1\nfebrero,6,,,\nmarzo,6,,2,4\nabril,6,,2,4\n", true)]
    public void WhatMayBeOneTable_StaysOne(string text, bool reported)
    {
        var tables = Tables(text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tables, Has.Count.EqualTo(1));
            Assert.That(tables[0].Columns, Has.Count.EqualTo(5));
            Assert.That(tables[0].Report.Repairs.Any(r => r.Code == TableRepairCodes.SideBySide), Is.EqualTo(reported));
        }
    }

    [TestCase("1,Ana,10.5,2024-01-01\n2,Beto,10.5,2024-01-02\n3,Caro,7,2024-01-03\n4,Lima, Ana,8,2024-01-04\n5,Eva,9,2024-01-05\n", 1, Description = "a comma in a name: the number and the date stand too far on")]
    [TestCase("1,Ana,10.5,2024-01-01\n2,Beto,11,2024-01-02\n3,Caro,10,5,2024-01-03\n4,Dora,8,2024-01-04\n5,Eva,9,2024-01-05\n", 0, Description = "the comma may be the name's or the number's")]
    [TestCase("1,Ana,10.5,2024-01-01\n2,Beto,11,2024-01-02\n3,Caro,,10,2024-01-03\n4,Dora,8,2024-01-04\n5,Eva,9,2024-01-05\n", 0, Description = "an empty cell is no half of another")]
    public void RowWithACellTooMany_StaysAndIsReportedWhereOneJoinMakesItFit(string rows, int count)
    {
        var table = Tables("id,nombre,monto,fecha\n" + rows)[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Report.Repairs.Where(r => r.Code == TableRepairCodes.UnquotedDelimiter).Sum(r => r.Count), Is.EqualTo(count));
            Assert.That(table.Report.ExtraColumns, Is.EqualTo(1));
        }
    }

    private static IReadOnlyList<FoundTable> Tables(string text) => ((TableResult.Found)TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), TableHints.None, Limits.Default, CancellationToken.None)).Tables;

    private static List<string> Rows(FoundTable table)
    {
        var rows = new List<string>();
        table.Read(r => rows.Add(string.Join('|', r.ToArray())), CancellationToken.None);
        return rows;
    }
}
