using System.IO.Compression;
using System.Text;
using Catalog.Core;
using Catalog.Core.Tabular;

namespace Catalog.Tests.Core.Tabular;

public sealed class TableFileTests
{
    [Test]
    public void Row_SaysItsNumberLineAndByte()
    {
        var table = Table("# nota\nnombre,edad\n\"Añá\nX\",1\nBeto,2\n");
        var places = new List<(long, long, long, string)>();
        table.Read(r => places.Add((r.Number, r.Line, r.Offset, r[0].ToString())), CancellationToken.None);
        Assert.That(places, Is.EqualTo(new[] { (1L, 3L, 19L, "Añá\nX"), (2L, 5L, 31L, "Beto") }));
    }

    [Test]
    public void Table_IsReadAgainFromItsBeginning()
    {
        var table = Table("a;b\n1;2\n3;4\n");
        var first = Rows(table);
        Assert.That(Rows(table), Is.EqualTo(first));
    }

    [Test]
    public void SignThatIsAWholeCell_IsNoQuote()
    {
        var rows = Enumerable.Range(2014, 12).Select(year => $"{year},\"Ingreso mediano, varones = 100\",%,{year % 7}\n{year},Tasa de actividad,%,{year % 5}\n");
        var table = Table("anio,indicador,unidad,valor\n" + string.Concat(rows));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Dialect!.QuoteChar, Is.EqualTo('"'));
            Assert.That(table.Report.Repairs, Is.Empty);
            Assert.That(Rows(table).First(), Is.EqualTo("2014|Ingreso mediano, varones = 100|%|5"));
        }
    }

    [TestCase("A-2,\"Malbec, tinto,18.5,sí", "A-2|Malbec, tinto|18.5|sí")]
    [TestCase("A-2,Malbec, tinto\",18.5,sí", "A-2|Malbec, tinto|18.5|sí")]
    [TestCase("A-2,\"Malbec, tinto, de la casa,18.5,sí", "A-2|Malbec, tinto, de la casa|18.5|sí")]
    [TestCase("A-2,\"Malbec tinto,18.5,sí", "A-2|\"Malbec tinto|18.5|sí")]
    [TestCase("A-2,Malbec tinto\",18.5,sí", "A-2|Malbec tinto\"|18.5|sí")]
    [TestCase("A-2,\"Malbec\ntinto,18.5,sí", "A-2|Malbec\ntinto|18.5|sí")]
    public void QuoteWithoutItsOtherHalf_HoldsTogetherWhatTheOtherRowsHaveInOneCell(string row, string expected)
    {
        var others = string.Concat(Enumerable.Range(3, 12).Select(n => $"A-{n},\"Vino, {n}\",{n}.5,no\n"));
        var table = Table("codigo,nombre,precio,hay\nA-1,Agua,3.5,sí\n" + row + "\n" + others);
        var read = Rows(table);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read[1], Is.EqualTo(expected));
            Assert.That(read, Has.Count.EqualTo(14));
            Assert.That(Repairs(table).Sum(r => r.Item2), Is.EqualTo(1), string.Join(' ', Repairs(table)));
        }
    }

    [TestCase("A\"2,Agua,18.5,\"sí\nno\"", "A\"2|Agua|18.5|sí\nno")]
    [TestCase("A-2,,18.5,\"sí\nno\",7", "A-2||18.5|sí\nno|7")]
    [TestCase("A-2,\"sí\nno\"", "A-2|sí\nno|||")]
    public void LineEndWithinQuotes_StaysInItsRowWhateverElseIsWrongWithIt(string row, string expected)
    {
        var others = string.Concat(Enumerable.Range(3, 12).Select(n => $"A-{n},\"Vino, {n}\",{n}.5,no\n"));
        var read = Rows(Table("codigo,nombre,precio,hay\nA-1,Agua,3.5,sí\n" + row + "\n" + others));
        Assert.That((read.Count, read[1].TrimEnd('|')), Is.EqualTo((14, expected.TrimEnd('|'))));
    }

    [Test]
    public void ShortAndLongRows_AreFilledUpAndKept()
    {
        var table = Table("id,nombre,edad\n1,Ana,30\n2,Beto\n3,Caro,31,sobra\n4,Dora,32\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Columns, Is.EqualTo(new[] { "id", "nombre", "edad", "column_4" }));
            Assert.That(Rows(table), Is.EqualTo(new[] { "1|Ana|30|", "2|Beto||", "3|Caro|31|sobra", "4|Dora|32|" }));
            Assert.That(Repairs(table), Is.EquivalentTo(new[] { ("short-row", 1), ("long-row", 1), ("column-name", 1) }));
            Assert.That(table.Report.ExtraColumns, Is.EqualTo(1));
            Assert.That(Export(table, rectangular: false), Is.EqualTo("id,nombre,edad\r\n1,Ana,30\r\n2,Beto,\r\n3,Caro,31,sobra\r\n4,Dora,32\r\n"));
            Assert.That(Export(table, rectangular: true), Is.EqualTo("id,nombre,edad,column_4\r\n1,Ana,30,\r\n2,Beto,,\r\n3,Caro,31,sobra\r\n4,Dora,32,\r\n"));
        }
    }

    /// <summary>A "ñ" is an "ń" in the encodings of Central Europe, and short texts have too few letters to tell.</summary>
    [TestCase("año;jurisdicción;importe\n2026;Educación 1;1000,50\n2026;Educación 2;2000,50\n", 1252)]
    [TestCase("año;señal\n2026;¿Qué?\n2025;Núñez\n", 1252)]
    [TestCase("miasto;ćwierć\nŁukęcin;więcej\nKraków;żółć\n", 1250)]
    public void Spanish_IsNotTakenForCentralEuropean(string text, int codePage)
    {
        var table = Open(CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text)).Tables[0];
        Assert.That(string.Join(';', table.Columns) + "\n" + string.Concat(Rows(table).Select(r => r.Replace('|', ';') + "\n")), Is.EqualTo(text));
    }

    [Test]
    public void RepeatedAndMissingNames_AreToldApart() =>
        Assert.That(Table("id,,id\n1,2,3\n4,5,6\n").Columns, Is.EqualTo(new[] { "id", "column_2", "id_2" }));

    [Test]
    public void SecondTable_IsReadableBesideTheFirst()
    {
        var found = Open(Encoding.UTF8.GetBytes("id,nombre,edad\n1,Ana,30\n2,Beto,31\n3,Caro,32\n4,Dora,33\n\nbarrio;obras\nBoedo;3\nFlores;4\n"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Tables, Has.Count.EqualTo(2));
            Assert.That(Rows(found.Tables[0]), Is.EqualTo(new[] { "1|Ana|30", "2|Beto|31", "3|Caro|32", "4|Dora|33" }));
            Assert.That(found.Tables[1].Columns, Is.EqualTo(new[] { "barrio", "obras" }));
            Assert.That(Rows(found.Tables[1]), Is.EqualTo(new[] { "Boedo|3", "Flores|4" }));
        }
    }

    [Test]
    public void TwiceEncodedText_IsMendedAndSaid()
    {
        var table = Table("id,calle,barrio\n1,RodrÃ­guez PeÃ±a,Núñez\n2,Ancha,Boedo\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Rows(table)[0], Is.EqualTo("1|Rodríguez Peña|Núñez"));
            Assert.That(Repairs(table), Does.Contain(("mojibake", 1)));
        }
    }

    [Test]
    public void TwiceEncodedText_StaysWhereNobodyWantsItMended()
    {
        var result = (TableResult.Found)TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes("id,calle\n1,PeÃ±a\n2,Ancha\n")), new TableHints { MendMojibake = false }, Limits.Default, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Rows(result.Tables[0])[0], Is.EqualTo("1|PeÃ±a"));
            Assert.That(Repairs(result.Tables[0]), Does.Contain(("mojibake-doubtful", 1)));
        }
    }

    [Test]
    public void DeclaredDialect_WinsOverWhatTheBytesLookLike()
    {
        var bytes = Encoding.UTF8.GetBytes("a;b,c\n1;2,3\n4;5,6\n");
        var hints = new TableHints { Dialect = DeclaredDialect.FromJson(System.Text.Json.JsonDocument.Parse("""{"csv": {"delimiter": ",", "header": false}}""").RootElement) };
        var table = ((TableResult.Found)TableFile.Open(new MemoryStream(bytes), hints, Limits.Default, CancellationToken.None)).Tables[0];
        Assert.That(Rows(table), Is.EqualTo(new[] { "a;b|c", "1;2|3", "4;5|6" }));
    }

    [TestCase("%PDF-1.7\n...", "not-a-table")]
    [TestCase("<!DOCTYPE html><html><body></body></html>", "not-a-table")]
    [TestCase("<?xml version=\"1.0\"?><a/>", "not-a-table")]
    [TestCase("", "table-empty")]
    [TestCase(" \r\n\n", "table-empty")]
    [TestCase("{\"a\": {\"b\": 1}, ", "table-broken")]
    public void WhatIsNoTable_IsRefusedWithItsReason(string text, string code)
    {
        var result = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), TableHints.None, Limits.Default, CancellationToken.None);
        Assert.That((result as TableResult.Failed)?.Failure.Code, Is.EqualTo(code));
    }

    [Test]
    public void JsonList_HasAColumnForEveryMember()
    {
        var table = Table("""[{"id": 1, "nombre": "Ana"}, {"id": 2, "obras": [1, 2], "activa": true, "fin": null}]""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Columns, Is.EqualTo(new[] { "id", "nombre", "obras", "activa", "fin" }));
            Assert.That(Rows(table), Is.EqualTo(new[] { "1|Ana|||", "2||[1, 2]|true|" }));
        }
    }

    [Test]
    public void JsonLines_AreRows() =>
        Assert.That(Rows(Table("{\"a\": \"x\", \"b\": 1}\n{\"a\": \"y\"}\n")), Is.EqualTo(new[] { "x|1", "y|" }));

    [Test]
    public void GeoJson_GivesPropertiesAndGeometry()
    {
        var table = Table("""{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"barrio": "Boedo"}, "geometry": {"type": "Point", "coordinates": [-58.4, -34.6]}}]}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Columns, Is.EqualTo(new[] { "barrio", "geometry" }));
            Assert.That(Rows(table)[0], Is.EqualTo("""Boedo|{"type": "Point", "coordinates": [-58.4, -34.6]}"""));
        }
    }

    [Test]
    public void Gzip_IsUnfoldedOnTheWay()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write("a,b\n1,2\n3,4\n"u8);
        Assert.That(Rows(Open(packed.ToArray()).Tables[0]), Is.EqualTo(new[] { "1|2", "3|4" }));
    }

    [Test]
    public void Zip_GivesATableForEachMemberAndSaysWhichGaveNone()
    {
        var found = Open(Zip(("uno.csv", "a,b\n1,2\n"), ("leeme.pdf", "%PDF-1.4"), ("dos.csv", "c;d\n3;4\n")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Tables.Select(t => t.Name), Is.EqualTo(new[] { "uno.csv", "dos.csv" }));
            Assert.That(Rows(found.Tables[1]), Is.EqualTo(new[] { "3|4" }));
            Assert.That(found.PassedOver.Select(p => (p.Place, p.Code)), Is.EqualTo(new[] { ("leeme.pdf", "not-a-table") }));
        }
    }

    [Test]
    public void ZipThatUnfoldsWithoutEnd_IsStoppedAtItsBound()
    {
        var limits = Limits.Default with { MaxUnfoldedBytes = 100_000 };
        var result = TableFile.Open(new MemoryStream(Zip(("bomba.csv", new string('1', 1_000_000)))), TableHints.None, limits, CancellationToken.None);
        Assert.That((result as TableResult.Failed)?.Failure.Code, Is.EqualTo("table-limit-exceeded"));
    }

    [Test]
    public void ArchivesWithinArchives_EndSomewhere()
    {
        var inner = Zip(("a.csv", "a,b\n1,2\n"));
        for (var i = 0; i < 4; i++) inner = Zip(("inner.zip", inner));
        var result = TableFile.Open(new MemoryStream(inner), TableHints.None, Limits.Default, CancellationToken.None);
        Assert.That((result as TableResult.Failed)?.Failure.Code, Is.EqualTo("table-limit-exceeded"));
    }

    [Test]
    public void LineWithoutEnd_IsRefusedBeforeItFillsTheMemory()
    {
        var limits = Limits.Default with { MaxTableCellLength = 1000 };
        var result = TableFile.Open(new MemoryStream(Encoding.ASCII.GetBytes(new string('x', 5_000_000))), TableHints.None, limits, CancellationToken.None);
        Assert.That((result as TableResult.Failed)?.Failure.Code, Is.EqualTo("table-limit-exceeded"));
    }

    [Test]
    public void OpenDocumentSheet_IsATableWithIsoDates()
    {
        const string content = """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
            <table:table table:name="Obras"><table:table-row><table:table-cell office:value-type="string"><text:p>obra</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>inicio</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>monto</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>Plaza</text:p><text:p>Sur</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-03-01"><text:p>1/3/24</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1234.5"><text:p>1.234,5</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>
            """;
        var found = Open(Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((found.Format, found.Tables[0].Name), Is.EqualTo(("ods", "Obras")));
            Assert.That(found.Tables[0].Columns, Is.EqualTo(new[] { "obra", "inicio", "monto" }));
            Assert.That(Rows(found.Tables[0]), Is.EqualTo(new[] { "Plaza\nSur|2024-03-01|1234.5", "Plaza\nSur|2024-03-01|1234.5" }));
        }
    }

    private static TableResult.Found Open(byte[] bytes) => (TableResult.Found)TableFile.Open(new MemoryStream(bytes), TableHints.None, Limits.Default, CancellationToken.None);

    [Test]
    public void SpanishInLatin1_IsNotTakenForCentralEuropean()
    {
        // Long enough for a detector to be sure of itself: "ń" is Polish, and every other letter is the same in both.
        var text = "año;jurisdicción;importe\r\n" + string.Concat(Enumerable.Range(1, 60).Select(n => $"2026;Educación {n};{n * 1000},50\r\n"));
        var table = Open(Encoding.Latin1.GetBytes(text)).Tables[0];
        Assert.That((table.Columns[0], table.Dialect!.Encoding), Is.EqualTo(("año", "iso-8859-1")));
    }

    private static FoundTable Table(string text) => Open(Encoding.UTF8.GetBytes(text)).Tables[0];

    private static List<string> Rows(FoundTable table)
    {
        var rows = new List<string>();
        table.Read(r => rows.Add(string.Join('|', r.ToArray())), CancellationToken.None);
        return rows;
    }

    private static IEnumerable<(string, int)> Repairs(FoundTable table) => table.Report.Repairs.Select(r => (r.Code, (int)r.Count));

    private static string Export(FoundTable table, bool rectangular)
    {
        using var stream = new MemoryStream();
        CsvExport.Write(table, stream, new CsvExportOptions { Rectangular = rectangular }, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static byte[] Zip(params (string Name, object Content)[] members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content as byte[] ?? Encoding.UTF8.GetBytes((string)content));
            }
        }
        return stream.ToArray();
    }
}
