using System.Text;
using Catalog.Core;
using Catalog.Web.Preview;

namespace Catalog.Tests.Web;

public sealed class TablePreviewTests
{
    private const string Table = "nombre;año;señal\nMuñoz;2026;sí\n\"Peña; e hijos\";2025;\"dos\nlíneas\"\n";

    private static object[][] Encodings() =>
    [
        [new UTF8Encoding(false), "UTF-8", false],
        [new UTF8Encoding(true), "UTF-8", false],
        [new UnicodeEncoding(false, true), "UTF-16 LE", false],
        [new UnicodeEncoding(true, true), "UTF-16 BE", false],
        [new UnicodeEncoding(false, false), "UTF-16 LE", true],
        [CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "Windows-1252", true],
        [Encoding.Latin1, "Windows-1252", true],
    ];

    [TestCaseSource(nameof(Encodings))]
    public void Encoding_IsFoundAndSaid(Encoding encoding, string name, bool guessed)
    {
        var preview = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Table)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview!.EncodingName, Is.EqualTo(name));
            Assert.That(preview.EncodingGuessed, Is.EqualTo(guessed));
            Assert.That(preview.Columns, Is.EqualTo(new[] { "nombre", "año", "señal" }));
            Assert.That(preview.Rows[1], Is.EqualTo(new[] { "Peña; e hijos", "2025", "dos\nlíneas" }));
        }
    }

    [TestCase(',')]
    [TestCase(';')]
    [TestCase('\t')]
    [TestCase('|')]
    public void Separator_IsFound(char separator)
    {
        var preview = Read(Encoding.UTF8.GetBytes("a;b;c\n1;2;3\n4;5;6\n".Replace(';', separator)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview!.Separator, Is.EqualTo(separator));
            Assert.That(preview.Rows, Is.EqualTo(new[] { new[] { "1", "2", "3" }, ["4", "5", "6"] }));
        }
    }

    [Test]
    public void LongTable_IsCutAndSaysSo()
    {
        var preview = Read(Encoding.UTF8.GetBytes("n,m\n" + string.Concat(Enumerable.Range(1, 80).Select(n => $"{n},{n}\n"))));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview!.Rows, Has.Count.EqualTo(50));
            Assert.That(preview.HasMoreRows, Is.True);
        }
    }

    [Test]
    public void BeginningThatEndsWithinARow_LosesThatRow()
    {
        var preview = TablePreview.Read("a,b\n1,2\n3,4\n5,á"u8[..^1], whole: false, Limits.Default);
        Assert.That(preview!.Rows, Is.EqualTo(new[] { new[] { "1", "2" }, ["3", "4"] }));
    }

    [Test]
    public void ShortAndLongRows_FitTheHeader()
    {
        var preview = Read("a,b,c\n1\n1,2,3,4\n"u8.ToArray());
        Assert.That(preview!.Rows, Is.EqualTo(new[] { new[] { "1", "", "" }, ["1", "2", "3"] }));
    }

    [Test]
    public void WideTable_ShowsTheFirstColumns()
    {
        var preview = Read(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(1, 3000)) + "\n"));
        Assert.That((preview!.Columns.Count, preview.ColumnCount), Is.EqualTo((100, 3000)));
    }

    [Test]
    public void NumbersAndDates_AreToldApart()
    {
        var preview = Read("fecha;importe;porcentaje;teléfono\n2026-01-02;$ 1.000,50;-3,5 %;4300-1234\n2026-01-03;;10%;4300-1235\n"u8.ToArray());
        Assert.That(preview!.Numeric, Is.EqualTo(new[] { false, true, true, false }));
    }

    [Test]
    public void UnclosedQuote_IsNoReasonToFail() => Assert.That(() => Read("a,b\n\"1,2\n3,4\n"u8.ToArray()), Throws.Nothing);

    [TestCase(new byte[] { 0x50, 0x4B, 3, 4, 0, 0, 0, 0, 8, 0, 0xFF, 0 })]
    [TestCase(new byte[0])]
    public void NoTable_HasNoPreview(byte[] bytes) => Assert.That(Read(bytes), Is.Null);

    private static TablePreview? Read(byte[] bytes) => TablePreview.Read(bytes, whole: true, Limits.Default);
}
