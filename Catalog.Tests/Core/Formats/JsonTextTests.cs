using System.Text;
using System.Text.Json;
using Catalog.Core.Formats;
using CsCheck;

namespace Catalog.Tests.Core.Formats;

public sealed class JsonTextTests
{
    [TestCase(@"""\ud83d\ude00""", "😀")]
    [TestCase(@"""a\ud83d""", "a\uFFFD")]
    [TestCase(@"""\ude00b""", "\uFFFDb")]
    [TestCase(@"""\ud83d\ud83d\ude00""", "\uFFFD😀")]
    [TestCase(@"""\uD83Dx\u0041""", "\uFFFDxA")]
    [TestCase(@"""\\ud83d""", @"\ud83d", Description = "an escaped backslash escapes nothing more")]
    [TestCase(@"""\""\n\ud83d""", "\"\n\uFFFD")]
    public void HalfACharacter_IsReplaced(string json, string expected)
    {
        using var document = JsonDocument.Parse(JsonText.Mend(Encoding.UTF8.GetBytes(json)));
        Assert.That(document.RootElement.GetString(), Is.EqualTo(expected));
    }

    [Test]
    public void TextThatIsNotUtf8_IsReadWithReplacements()
    {
        using var document = JsonDocument.Parse(JsonText.Mend([.. "{\"a\": \"Espa"u8, 0xF1, .. "a\"}"u8]));
        Assert.That(document.RootElement.GetProperty("a").GetString(), Is.EqualTo("Espa\uFFFDa"));
    }

    [Test]
    public void JsonInOrder_IsNotCopied()
    {
        var json = "{\"a\": \"\\u00f1\"}"u8.ToArray();
        Assert.That(JsonText.Mend(json), Is.SameAs(json));
    }

    [Test]
    public void AnyString_CanBeReadAndIsOtherwiseTheSame() =>
        Gen.OneOf(Gen.Const("\\ud83d"), Gen.Const("\\ude00"), Gen.Const("\\\\"), Gen.Const("ud83d"), Gen.Const("ñ"), Gen.Const("\\n")).Array.Sample(parts =>
        {
            var json = "\"" + string.Concat(parts) + "\"";
            using var document = JsonDocument.Parse(JsonText.Mend(Encoding.UTF8.GetBytes(json)));
            // Newtonsoft reads such escapes as they stand: an opinion from outside on everything but the halves.
            var expected = Newtonsoft.Json.JsonConvert.DeserializeObject<string>(json)!;
            return document.RootElement.GetString() == string.Concat(expected.EnumerateRunes());
        });
}
