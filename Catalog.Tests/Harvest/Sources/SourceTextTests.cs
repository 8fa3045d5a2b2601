using System.Text;
using System.Text.Json;
using Catalog.Harvest.Sources;

namespace Catalog.Tests.Harvest.Sources;

public sealed class SourceTextTests
{
    private const string Json = """{"title":"Niños – «año»"}""";

    [Test]
    public void Document_IsReadWhateverItsEncoding([Values("utf-8", "utf-16", "utf-16BE")] string name, [Values] bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] document = [.. mark ? encoding.Preamble : [], .. encoding.GetBytes(Json)];

        Assert.That(Encoding.UTF8.GetString(SourceText.DocumentAsUtf8(document)), Is.EqualTo(Json));
    }

    [Test]
    public void BytesThatAreNoUtf8_AreReadAsWindowsWritesThem()
    {
        byte[] windows = [.. "{\"title\":\"Ni"u8, 0xF1, .. "os "u8, 0x96, .. " "u8, 0x80, .. "\"}"u8];

        Assert.That(Encoding.UTF8.GetString(SourceText.DocumentAsUtf8(windows)), Is.EqualTo("""{"title":"Niños – €"}"""));
    }

    [TestCase("""\ud83d\ude00""", "😀")]
    [TestCase("""\uD83D\uDE00!""", "😀!")]
    [TestCase("""\ud83d""", "\uFFFD")]
    [TestCase("""\ude00""", "\uFFFD")]
    [TestCase("""\ud83d\ud83d\ude00""", "\uFFFD😀")]
    [TestCase("""\ud83d\u0041""", "\uFFFDA")]
    [TestCase("""\ud83d\n""", "\uFFFD\n")]
    [TestCase("""\ude00\ud83d""", "\uFFFD\uFFFD")]
    [TestCase("""\\ud83d""", """\ud83d""")]
    [TestCase("""\\\ud83d""", "\\\uFFFD")]
    [TestCase("""\\\\ud83d\ud83d""", "\\\\ud83d\uFFFD")]
    [TestCase("""\ud83dx""", "\uFFFDx")]
    public void HalfACharacter_BecomesAReplacement(string written, string read)
    {
        using var json = JsonDocument.Parse(SourceText.AsUtf8(Encoding.UTF8.GetBytes($"\"{written}\"")));

        Assert.That(json.RootElement.GetString(), Is.EqualTo(read));
    }

    [Test]
    public void NothingAtAll_StaysNothing([Values(0, 1, 2)] int length) => Assert.That(SourceText.DocumentAsUtf8(new byte[length]), Has.Length.LessThanOrEqualTo(length));
}
