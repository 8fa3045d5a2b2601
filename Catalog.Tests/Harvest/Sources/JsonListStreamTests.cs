using System.Globalization;
using System.Text;
using System.Text.Json;
using Catalog.Core;
using Catalog.Harvest.Sources;
using CsCheck;

namespace Catalog.Tests.Harvest.Sources;

public sealed class JsonListStreamTests
{
    private static readonly Limits SmallRecords = Limits.Default with { MaxRecordBytes = 48 };

    private static readonly Gen<string> Blank = Gen.OneOf("", "", " ", "\n", "\r\n  ", "\t");

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.OneOf("null", "true", "false", "0", "-0", "1e5", "\"\"", "\"\\ud83d\\ude00\"", "\"\\\\\"", "\"a\\\"]}\"", "\"dataset\""),
        Gen.Long.Select(n => n.ToString(CultureInfo.InvariantCulture)),
        Gen.Double[-1e9, 1e9].Select(n => n.ToString("R", CultureInfo.InvariantCulture)),
        Gen.String[0, 30].Select(text => JsonSerializer.Serialize(text)),
        Gen.Char["áéñ€ {}[],:\\\""].Array[0, 12].Select(text => JsonSerializer.Serialize(new string(text), Readable)));

    private static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object whose list may stand anywhere among its other members.</summary>
    private static readonly Gen<string> Documents =
        from before in Members(3)
        from items in Gen.Select(Value(3), Blank, (value, blank) => blank + value + blank).Array[0, 8]
        from after in Members(3)
        from blank in Blank
        select $"{blank}{{{string.Join(",", [.. before, $"\"dataset\":{blank}[{string.Join(",", items)}{(items.Length == 0 ? blank : "")}]", .. after])}{blank}}}{blank}";

    [Test]
    public void AnyDocumentInAnyPieces_GivesWhatTheWholeDocumentSays() =>
        Gen.Select(Documents, Gen.Int[1, 40], Gen.Int[3, 64]).Sample((document, chunk, buffer) =>
        {
            var expected = Whole(document);

            var parts = Read(Encoding.UTF8.GetBytes(document), Limits.Default, chunk, buffer);

            Assert.That(parts.Select(Spelling), Is.EqualTo(expected));
        }, iter: 2000);

    [Test]
    public void AnyDocumentCutAnywhere_IsRefused_NeverAShorterList() =>
        Gen.Select(Documents, Gen.Double[0, 1], Gen.Int[3, 64]).Sample((document, where, buffer) =>
        {
            var bytes = Encoding.UTF8.GetBytes(document.TrimEnd());
            var cut = bytes[..(int)(where * (bytes.Length - 1))];

            Assert.That(() => Read(cut, Limits.Default, int.MaxValue, buffer), Throws.InstanceOf<JsonException>());
        }, iter: 2000);

    [Test]
    public void AnyDocumentWithAByteChanged_IsReadAsTheWholeDocumentIs_OrRefusedAsItIs() =>
        Gen.Select(Documents, Gen.Double[0, 1], Gen.OneOf("{}[],:\"\\x1 /\n".ToCharArray()), Gen.Int[3, 64]).Sample((document, where, with, buffer) =>
        {
            var characters = document.ToCharArray();
            characters[(int)(where * (characters.Length - 1))] = with;
            var changed = Encoding.UTF8.GetBytes(characters);
            IReadOnlyList<string>? expected = null;
            try
            {
                expected = Whole(Encoding.UTF8.GetString(changed));
            }
            catch (JsonException)
            {
                // Refused by the one, so it must be by the other.
            }

            if (expected is null) Assert.That(() => Read(changed, Limits.Default, int.MaxValue, buffer), Throws.InstanceOf<JsonException>());
            else Assert.That(Read(changed, Limits.Default, int.MaxValue, buffer).Select(Spelling), Is.EqualTo(expected));
        }, iter: 2000);

    [Test]
    public void RecordOverTheLimit_IsPassedOverForItsSizeAlone_WhereverBuffersEnd() =>
        // One long token cannot flow by in parts, so it is another matter.
        Gen.Select(Value(3).Where(value => value[0] is '{' or '[' || value.Length < SmallRecords.MaxRecordBytes).Array[0, 8], Gen.Int[1, 40], Gen.Int[3, 300]).Sample((items, chunk, buffer) =>
        {
            var document = Encoding.UTF8.GetBytes($"{{\"dataset\":[{string.Join(", ", items)}]}}");

            var parts = Read(document, SmallRecords, chunk, buffer);

            var expected = items.Select((item, index) => Encoding.UTF8.GetByteCount(item) > SmallRecords.MaxRecordBytes ? $"{index} too large" : $"{index} {item}");
            Assert.That(parts.Skip(1).Select(Spelling), Is.EqualTo(expected));
        }, iter: 2000);

    [Test]
    public void LargeRecords_GrowTheBuffer([Values(1, 100_000, 131_072, 1_000_000)] int size)
    {
        var record = $"{{\"x\":\"{new string('x', size)}\"}}";

        var parts = Read(Encoding.UTF8.GetBytes($"{{\"dataset\":[{record},{record}]}}"), Limits.Default, 65_536, 128 * 1024);

        Assert.That(parts.OfType<JsonPart.Item>().Select(item => item.Value.Length), Is.EqualTo(new[] { record.Length, record.Length }));
    }

    [TestCase("\"{0}\"")]
    [TestCase("{{\"{0}\":1}}")]
    [TestCase("[\"a\", \"{0}\"]")]
    public void TextThatNeverEnds_IsRefusedBeforeItFillsTheMemory(string item)
    {
        var limits = Limits.Default with { MaxRecordBytes = 64 * 1024 };
        var document = Encoding.UTF8.GetBytes($"{{\"dataset\":[{string.Format(CultureInfo.InvariantCulture, item, new string('x', 1_000_000))}]}}");

        Assert.That(() => Read(document, limits, int.MaxValue, 128 * 1024), Throws.InstanceOf<JsonTooLargeException>());
    }

    [Test]
    public void BlanksWithoutEnd_AreRefusedBeforeTheyFillTheMemory()
    {
        var limits = Limits.Default with { MaxRecordBytes = 64 * 1024 };

        Assert.That(() => Read(Encoding.UTF8.GetBytes($"{{\"dataset\":[{new string(' ', 1_000_000)}]}}"), limits, int.MaxValue, 128 * 1024), Throws.InstanceOf<JsonTooLargeException>());
    }

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("[]")]
    [TestCase("42")]
    [TestCase("null")]
    [TestCase("\"dataset\"")]
    [TestCase("{\"dataset\":[]}{\"dataset\":[]}")]
    [TestCase("{\"dataset\":[]} x")]
    [TestCase("{\"dataset\":[1,]}")]
    [TestCase("{\"dataset\":[1 2]}")]
    [TestCase("{\"dataset\":[1],}")]
    [TestCase("{\"dataset\":[/* none */]}")]
    [TestCase("{\"dataset\":[]}\0")]
    [TestCase("{'dataset':[]}")]
    [TestCase("{\"dataset\":[NaN]}")]
    [TestCase("<html><body>Mantenimiento</body></html>")]
    public void NoJsonObject_IsRefused(string document) =>
        Assert.That(() => Read(Encoding.UTF8.GetBytes(document), Limits.Default, int.MaxValue, 128), Throws.InstanceOf<JsonException>());

    [Test]
    public void ByteOrderMark_IsPassedOver([Values(1, 2, 3, 100)] int chunk)
    {
        var parts = Read([.. Encoding.UTF8.Preamble, .. "{\"dataset\":[1]}"u8], Limits.Default, chunk, 128);

        Assert.That(parts.Select(Spelling), Is.EqualTo(new[] { "begin", "0 1" }));
    }

    /// <summary>A record deeper than records may be is handed out whole, to be turned away by itself; only the absurd ends the gather.</summary>
    [TestCase(100, true)]
    [TestCase(2000, false)]
    public void DeepNesting_EndsTheGatherOnlyWhenAbsurd(int depth, bool handedOut)
    {
        var deep = Encoding.UTF8.GetBytes($"{{\"dataset\":[{new string('[', depth)}{new string(']', depth)}]}}");

        if (handedOut) Assert.That(Read(deep, Limits.Default, int.MaxValue, 128), Has.Count.EqualTo(2));
        else Assert.That(() => Read(deep, Limits.Default, int.MaxValue, 128), Throws.InstanceOf<JsonException>());
    }

    private static Gen<string> Value(int depth) => depth == 0
        ? Scalar
        : Gen.OneOf(Scalar, Scalar,
            Gen.Select(Value(depth - 1).Array[0, 4], Blank, (items, blank) => $"[{blank}{string.Join("," + blank, items)}]"),
            Gen.Select(Members(depth - 1), Blank, (members, blank) => $"{{{blank}{string.Join("," + blank, members)}}}"));

    private static Gen<string[]> Members(int depth) =>
        Gen.Select(Gen.OneOf("title", "a", "", "ñ", "\\u0041", "publisher", "data set"), Blank, Value(depth), (name, blank, value) => $"\"{name}\"{blank}:{blank}{value}").Array[0, 4];

    private static List<JsonPart> Read(byte[] document, Limits limits, int chunk, int buffer)
    {
        var parts = new List<JsonPart>();
        var stream = new JsonListStream(new ChunkStream(document, chunk), "dataset", limits, buffer);
        while (stream.NextAsync(CancellationToken.None).GetAwaiter().GetResult() is { } part) parts.Add(part);
        return parts;
    }

    /// <summary>The same by way of a reader that has the whole document in memory.</summary>
    private static List<string> Whole(string document)
    {
        using var json = JsonDocument.Parse(document);
        if (json.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException();
        var spellings = new List<string>();
        var index = 0;
        foreach (var member in json.RootElement.EnumerateObject())
        {
            if (member.Name != "dataset" || member.Value.ValueKind != JsonValueKind.Array)
            {
                spellings.Add($"{member.Name}: {member.Value.GetRawText()}");
                continue;
            }
            spellings.Add("begin");
            foreach (var item in member.Value.EnumerateArray()) spellings.Add($"{index++} {item.GetRawText()}");
        }
        return spellings;
    }

    private static string Spelling(JsonPart part) => part switch
    {
        JsonPart.ListBegin => "begin",
        JsonPart.Member member => $"{member.Name}: {Encoding.UTF8.GetString(member.Value)}",
        JsonPart.Item item => $"{item.Index} {Encoding.UTF8.GetString(item.Value)}",
        JsonPart.OversizedItem oversized => $"{oversized.Index} too large",
        _ => throw new InvalidOperationException(),
    };
}
