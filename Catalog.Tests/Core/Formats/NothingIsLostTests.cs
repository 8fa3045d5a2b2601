using System.Text.Json;
using System.Text.Json.Nodes;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Storage;
using CsCheck;

namespace Catalog.Tests.Core.Formats;

/// <summary>
/// Whatever a record holds, in whatever shape, each value is in the dataset or among the extras. Values are marked with
/// words of their own, so that they are recognised wherever they end up.
/// </summary>
public sealed class NothingIsLostTests
{
    private static readonly string[] DatasetMembers =
    [
        "title", "description", "publisher", "contactPoint", "keyword", "theme", "superTheme", "issued", "modified", "accrualPeriodicity", "temporal", "spatial",
        "language", "license", "rights", "accessLevel", "landingPage", "conformsTo", "references", "source", "isPartOf", "version", "novedad", "bureauCode",
    ];

    private static readonly string[] DistributionMembers =
    [
        "identifier", "title", "description", "accessURL", "downloadURL", "format", "mediaType", "fileName", "byteSize", "license", "rights", "issued", "modified",
        "conformsTo", "describedBy", "type", "field", "checksum", "novedad",
    ];

    private static readonly string[] InnerMembers = ["name", "mbox", "fn", "hasEmail", "hasTelephone", "homepage", "title", "type", "description", "id", "units", "es", "otro", "@value"];

    private static readonly Gen<string> Marked = Gen.Int[100_000, 999_999].Select(n => $"marca{n}");

    private static readonly Gen<JsonNode?> Leaf = Gen.Frequency(
        (6, Marked.Select(mark => (JsonNode?)mark)),
        (1, Marked.Select(mark => (JsonNode?)("http://e.example/" + mark))),
        (1, Marked.Select(mark => (JsonNode?)(mark + "@e.example"))),
        (1, Marked.Select(mark => (JsonNode?)("mailto:" + mark))),
        (1, Marked.Select(mark => (JsonNode?)("2019/" + mark))),
        (1, Gen.Const((JsonNode?)null)),
        (1, Gen.Const((JsonNode?)"")));

    private static readonly Gen<JsonNode?> Value = Gen.Recursive<JsonNode?>((depth, inner) => depth > 2
        ? Leaf
        : Gen.Frequency(
            (4, Leaf),
            (1, inner.Array[0, 3].Select(items => (JsonNode?)new JsonArray(Copies(items)))),
            (1, Gen.Select(OneOf(InnerMembers), inner).Array[0, 3].Select(Object))));

    private static readonly Gen<JsonNode?> Distribution = Gen.Select(OneOf(DistributionMembers), Value).Array[0, 8].Select(Object);

    private static readonly Gen<JsonNode?> Record =
        Gen.Select(Gen.Select(OneOf(DatasetMembers), Value).Array[0, 12].Select(Object), Distribution.Array[0, 3], Value, (dataset, list, odd) =>
        {
            var record = (JsonObject)dataset!;
            // What makes it publishable at all; without it there would be no dataset to look into.
            record["identifier"] = "ds";
            if (!Says(record, "title")) record["title"] = "Título";
            record["distribution"] = new JsonArray([.. Copies(list), odd?.DeepClone(), new JsonObject { ["accessURL"] = "http://e.example/", ["description"] = "d" }]);
            return (JsonNode?)record;
        });

    [Test]
    public void EveryValueOfARecord_IsInTheDatasetOrAmongTheExtras() => Record.Sample(record =>
    {
        var read = Records.DataJsonOf(record!.ToJsonString());
        if (read.Dataset is null) return false;
        var kept = DatasetJson.Write(read.Dataset);
        return Marks(record).All(mark => kept.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }, iter: 3000, print: record => record!.ToJsonString());

    [Test]
    public void SameRecordReadTwice_GivesEqualDatasets_AlsoThroughTheStore() => Record.Sample(record =>
    {
        var one = Records.DataJsonOf(record!.ToJsonString()).Dataset!;
        var other = Records.DataJsonOf(record.ToJsonString()).Dataset!;
        var stored = DatasetJson.Read(DatasetJson.Write(one));
        return one == other && one == stored && DatasetJson.Write(stored) == DatasetJson.Write(other);
    }, iter: 1000, print: record => record!.ToJsonString());

    private static Gen<string> OneOf(string[] names) => Gen.Int[0, names.Length - 1].Select(index => names[index]);

    private static bool Says(JsonObject record, string member) =>
        record[member] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length > 0;

    private static IEnumerable<string> Marks(JsonNode node) =>
        System.Text.RegularExpressions.Regex.Matches(node.ToJsonString(), "marca[0-9]{6}").Select(match => match.Value);

    private static JsonNode? Object((string Member, JsonNode? Value)[] members)
    {
        var made = new JsonObject();
        foreach (var (member, value) in members) made[member] = value?.DeepClone();
        return made;
    }

    private static JsonNode?[] Copies(JsonNode?[] items) => [.. items.Select(item => item?.DeepClone())];
}
