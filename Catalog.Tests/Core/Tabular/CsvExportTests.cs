using System.IO.Compression;
using System.Text;
using Catalog.Core;
using Catalog.Core.Tabular;

namespace Catalog.Tests.Core.Tabular;

/// <summary>What an export writes of each shape of file: lines as wide as the header, and nothing that the file does not say.</summary>
public sealed class CsvExportTests
{
    [TestCase("id,nombre,edad\n1,Ana\n2,Beto,31\n3,Caro,32\n", "id,nombre,edad|1,Ana,|2,Beto,31|3,Caro,32", "id,nombre,edad|1,Ana,|2,Beto,31|3,Caro,32", Description = "a short row is filled up")]
    [TestCase("id,nombre,edad\n1,Ana,30,x,y\n2,Beto,31\n3,Caro,32\n", "id,nombre,edad|1,Ana,30,x,y|2,Beto,31|3,Caro,32", "id,nombre,edad,column_4,column_5|1,Ana,30,x,y|2,Beto,31,,|3,Caro,32,,", Description = "a long row keeps all it has, alone")]
    [TestCase("id,nombre,edad\n1,,Ana,30\n2,Beto,31\n3,Caro,32\n", "id,nombre,edad|1,,Ana,30|2,Beto,31|3,Caro,32", "id,nombre,edad,column_4|1,,Ana,30|2,Beto,31,|3,Caro,32,", Description = "an empty cell too many is a cell")]
    [TestCase("1,Ana,30\n2,Beto\n3,Caro,32\n4,Dora,33\n", "1,Ana,30|2,Beto,|3,Caro,32|4,Dora,33", "column_1,column_2,column_3|1,Ana,30|2,Beto,|3,Caro,32|4,Dora,33", Description = "no header: none is invented, unless every column is to have a name")]
    [TestCase("id,,id\n1,2,3\n4,5,6\n", "id,,id|1,2,3|4,5,6", "id,column_2,id_2|1,2,3|4,5,6", Description = "names as the file has them, or unique")]
    [TestCase("id,nombre,edad\n", "id,nombre,edad", "id,nombre,edad", Description = "a header and nothing else")]
    [TestCase("nota\n\"\"\n5\n", "nota|\"\"|5", "nota|\"\"|5", Description = "an empty cell alone in its row is no blank line")]
    [TestCase("a,b,\n1,2,\n3,4,\n", "a,b|1,2|3,4", "a,b|1,2|3,4", Description = "a separator at the end of every line is no column")]
    [TestCase("Informe\n\nid,nombre,edad\n1,Ana,30\n2,Beto,31\n\nFuente: registro propio de la ciudad\n", "id,nombre,edad|1,Ana,30|2,Beto,31", "id,nombre,edad|1,Ana,30|2,Beto,31", Description = "titles and notes are no rows")]
    [TestCase("Informe,\n,\nmes,total\nenero,10\nfebrero,12\n", "mes,total|enero,10|febrero,12", "mes,total|enero,10|febrero,12", Description = "titles that are filled up with separators")]
    [TestCase("# Registro\n# Fuente: ciudad, 2024\nmes,total\nenero,10\nfebrero,12\nmarzo,9\n", "mes,total|enero,10|febrero,12|marzo,9", "mes,total|enero,10|febrero,12|marzo,9", Description = "a comment with as many commas as a row")]
    [TestCase("nombre;barrio\nPaz;Boedo\nNúñez, Ana\nSol;Flores\nLuz;Retiro\n", "nombre,barrio|Paz,Boedo|\"Núñez, Ana\",|Sol,Flores|Luz,Retiro", "nombre,barrio|Paz,Boedo|\"Núñez, Ana\",|Sol,Flores|Luz,Retiro", Description = "a comma in words makes no row of another delimiter")]
    [TestCase("ID3,b\n1,2\n3,4\n", "ID3,b|1,2|3,4", "ID3,b|1,2|3,4", Description = "letters that a sound file begins with")]
    [TestCase("\n[a],b\n1,2\n3,4\n", "[a],b|1,2|3,4", "[a],b|1,2|3,4", Description = "a bracket that begins no JSON")]
    [TestCase("[1\nx\ny\n", "[1|x|y", "[1|x|y", Description = "a bracket that is never closed")]
    [TestCase("{\"a\"},b\n1,2\n3,4\n", "\"{\"\"a\"\"}\",b|1,2|3,4", "\"{\"\"a\"\"}\",b|1,2|3,4", Description = "a brace that begins no JSON")]
    [TestCase("\b1\b,\bx\b\n\b2\b,\by, z\b\n", "1,x|2,\"y, z\"", "column_1,column_2|1,x|2,\"y, z\"", Description = "quotes that no keyboard has")]
    public void Text_IsWrittenAs(string text, string plain, string rectangular)
    {
        var table = Open(Encoding.UTF8.GetBytes(text));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Export(table, false), Is.EqualTo(plain));
            Assert.That(Export(table, true), Is.EqualTo(rectangular));
        }
    }

    [Test]
    public void ZeroBehindTheMarkOfUtf16_MakesItNoUtf32() =>
        Assert.That(Export(Open([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("\0a,b\n1,2\n3,4\n")]), false), Is.EqualTo("\0a,b|1,2|3,4"));

    [Test]
    public void CellsBeyondTheBound_AreJoinedAndWrittenOnce()
    {
        var found = (TableResult.Found)TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes("a,b,c\n1,2,3\n4,5,6\n7,8,9,10,11\n")), TableHints.None, Limits.Default with { MaxTableColumns = 4 }, CancellationToken.None);
        Assert.That(Export(found.Tables[0], false), Is.EqualTo("a,b,c|1,2,3|4,5,6|7,8,9,\"10,11\""));
    }

    [Test]
    public void Sheet_IsWrittenLikeAText()
    {
        static string Row(params string[] cells) => $"<table:table-row>{string.Concat(cells.Select(c => $"<table:table-cell office:value-type=\"string\"><text:p>{c}</text:p></table:table-cell>"))}</table:table-row>";
        var content = $"""
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Obras">
            {Row("Obras de la ciudad")}{Row("obra", "barrio", "monto")}{Row("Plaza", "Boedo", "10")}{Row("Túnel", "Flores")}{Row("Puente", "Retiro", "30", "sobra")}{Row("Canal", "Boedo", "5")}<table:table-row/>{Row("Los montos son provisorios.")}
            </table:table></office:spreadsheet></office:body></office:document-content>
            """;
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var type = archive.CreateEntry("mimetype").Open()) type.Write("application/vnd.oasis.opendocument.spreadsheet"u8);
            using var entry = archive.CreateEntry("content.xml").Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }
        var table = Open(packed.ToArray());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Export(table, false), Is.EqualTo("obra,barrio,monto|Plaza,Boedo,10|Túnel,Flores,|Puente,Retiro,30,sobra|Canal,Boedo,5"));
            Assert.That(table.Report.Rows, Is.EqualTo(4));
            Assert.That(table.Report.Preamble, Is.EqualTo(new[] { "Obras de la ciudad" }));
            Assert.That(table.Report.Footer, Is.EqualTo(new[] { "Los montos son provisorios." }));
            Assert.That(table.Report.Repairs.Select(r => r.Code), Does.Not.Contain(TableRepairCodes.BlankLine));
        }
    }

    private static FoundTable Open(byte[] bytes) => ((TableResult.Found)TableFile.Open(new MemoryStream(bytes), TableHints.None, Limits.Default, CancellationToken.None)).Tables[0];

    private static string Export(FoundTable table, bool rectangular)
    {
        using var stream = new MemoryStream();
        CsvExport.Write(table, stream, new CsvExportOptions { Rectangular = rectangular }, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\r', '\n').Replace("\r\n", "|", StringComparison.Ordinal);
    }
}
