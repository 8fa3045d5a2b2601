using System.Text;
using Catalog.Core.Validation;
using Catalog.Tests.Core.Formats;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Validation;

/// <summary>One row for each rule of a profile: what is written in place of what is right, and the finding.</summary>
public sealed class ProfileSchemaTests
{
    private const string Argentine = """
        {
          "identifier": "ds", "title": "t", "description": "d", "publisher": { "name": "p" }, "superTheme": ["HEAL"], "accrualPeriodicity": "R/P1M", "issued": "2020-01-02",
          "distribution": [{ "identifier": "r", "title": "t", "accessURL": "https://e.example/", "downloadURL": "https://e.example/a.csv", "issued": "2020-01-02" }]
        }
        """;

    private const string Federal = """
        {
          "identifier": "ds", "title": "t", "description": "d", "keyword": ["k"], "modified": "2020-01-02", "publisher": { "name": "p" },
          "contactPoint": { "fn": "c", "hasEmail": "mailto:a@e.example" }, "accessLevel": "public"
        }
        """;

    private static readonly TestCaseData[] Rules =
    [
        .. Absent(Argentine, "identifier", "title", "description", "publisher", "superTheme", "distribution", "accrualPeriodicity", "issued"),
        Row(Argentine, "\"title\": \"\"", FindingCodes.EmptyValue, "/title", ""),
        Row(Argentine, "\"title\": null", FindingCodes.WrongType, "/title", "null"),
        Row(Argentine, "\"title\": 5", FindingCodes.WrongType, "/title", "5"),
        Row(Argentine, $"\"title\": \"{new string('x', 101)}\"", FindingCodes.TooLong, "/title", new string('x', 101)),
        Row(Argentine, "\"description\": \"\"", FindingCodes.EmptyValue, "/description", ""),
        Row(Argentine, "\"publisher\": \"p\"", FindingCodes.WrongType, "/publisher", "p"),
        Row(Argentine, "\"publisher\": {}", FindingCodes.RequiredProperty, "/publisher/name", null),
        Row(Argentine, "\"publisher\": { \"name\": \"\" }", FindingCodes.EmptyValue, "/publisher/name", ""),
        Row(Argentine, "\"publisher\": { \"name\": \"p\", \"mbox\": \"no\" }", FindingCodes.BadEmail, "/publisher/mbox", "no"),
        Row(Argentine, "\"contactPoint\": { \"hasEmail\": \"a@e.example, b@e.example\" }", FindingCodes.BadEmail, "/contactPoint/hasEmail", "a@e.example, b@e.example"),
        Row(Argentine, "\"contactPoint\": { \"fn\": [] }", FindingCodes.WrongType, "/contactPoint/fn", "[]"),
        Row(Argentine, "\"superTheme\": []", FindingCodes.EmptyValue, "/superTheme", "[]"),
        Row(Argentine, "\"superTheme\": [\"HEAL\", \"SALUD\"]", FindingCodes.NotInList, "/superTheme/1", "SALUD", member: "superTheme"),
        Row(Argentine, "\"superTheme\": \"HEAL\"", FindingCodes.WrongType, "/superTheme", "HEAL"),
        Row(Argentine, "\"theme\": \"salud\"", FindingCodes.WrongType, "/theme", "salud"),
        Row(Argentine, "\"theme\": [\"\"]", FindingCodes.EmptyValue, "/theme/0", "", member: "theme"),
        Row(Argentine, "\"keyword\": [\"a\", \"b\", \"c;d\"]", FindingCodes.PatternMismatch, "/keyword/2", "c;d", member: "keyword"),
        Row(Argentine, "\"accrualPeriodicity\": \"mensual\"", FindingCodes.PatternMismatch, "/accrualPeriodicity", "mensual"),
        Row(Argentine, "\"issued\": \"2020\"", FindingCodes.BadDate, "/issued", "2020"),
        Row(Argentine, "\"issued\": \"02/01/2020\"", FindingCodes.BadDate, "/issued", "02/01/2020"),
        Row(Argentine, "\"modified\": \"2020-13-01\"", FindingCodes.BadDate, "/modified", "2020-13-01"),
        Row(Argentine, "\"temporal\": \"2020\"", FindingCodes.BadDate, "/temporal", "2020"),
        Row(Argentine, "\"temporal\": \"2020-01-01/ayer\"", FindingCodes.BadDate, "/temporal", "2020-01-01/ayer"),
        Row(Argentine, "\"spatial\": 5", FindingCodes.WrongType, "/spatial", "5"),
        Row(Argentine, "\"language\": [5]", FindingCodes.WrongType, "/language/0", "5", member: "language"),
        Row(Argentine, "\"landingPage\": \"e.example\"", FindingCodes.BadUrl, "/landingPage", "e.example"),
        Row(Argentine, "\"landingPage\": \"http://e.example/a b\"", FindingCodes.BadUrl, "/landingPage", "http://e.example/a b"),
        Row(Argentine, "\"license\": {}", FindingCodes.WrongType, "/license", "{}"),
        Row(Argentine, "\"distribution\": {}", FindingCodes.WrongType, "/distribution", "{}"),
        .. InDistribution("\"identifier\": \"\"", FindingCodes.EmptyValue, "identifier", ""),
        .. InDistribution("\"title\": null", FindingCodes.WrongType, "title", "null"),
        .. InDistribution("\"accessURL\": \"\"", FindingCodes.BadUrl, "accessURL", ""),
        .. InDistribution("\"downloadURL\": \"no\"", FindingCodes.BadUrl, "downloadURL", "no"),
        .. InDistribution("\"issued\": \"no\"", FindingCodes.BadDate, "issued", "no"),
        .. InDistribution("\"modified\": \"no\"", FindingCodes.BadDate, "modified", "no"),
        .. InDistribution("\"format\": 1", FindingCodes.WrongType, "format", "1"),
        .. InDistribution("\"byteSize\": \"12\"", FindingCodes.WrongType, "byteSize", "12"),
        .. InDistribution("\"byteSize\": 1.5", FindingCodes.WrongType, "byteSize", "1.5"),
        .. InDistribution("\"field\": 5", FindingCodes.WrongType, "field", "5"),
        .. InDistribution($"\"field\": [{{}}, {{ \"title\": \"{new string('x', 61)}\" }}]", FindingCodes.TooLong, "field/1/title", new string('x', 61), "title"),
        .. InDistribution("\"field\": [{ \"type\": [] }]", FindingCodes.WrongType, "field/0/type", "[]", "type"),
        .. Absent(Federal, "identifier", "title", "description", "keyword", "modified", "publisher", "contactPoint", "accessLevel"),
        Row(Federal, "\"keyword\": []", FindingCodes.EmptyValue, "/keyword", "[]"),
        Row(Federal, "\"keyword\": \"k\"", FindingCodes.WrongType, "/keyword", "k"),
        Row(Federal, "\"publisher\": { }", FindingCodes.RequiredProperty, "/publisher/name", null),
        Row(Federal, "\"contactPoint\": { \"fn\": \"c\" }", FindingCodes.RequiredProperty, "/contactPoint/hasEmail", null),
        Row(Federal, "\"contactPoint\": { \"fn\": \"c\", \"hasEmail\": \"a@e.example\" }", FindingCodes.PatternMismatch, "/contactPoint/hasEmail", "a@e.example"),
        Row(Federal, "\"accessLevel\": \"abierto\"", FindingCodes.NotInList, "/accessLevel", "abierto"),
        Row(Federal, "\"accrualPeriodicity\": \"mensual\"", FindingCodes.PatternMismatch, "/accrualPeriodicity", "mensual"),
        Row(Federal, "\"issued\": \"ayer\"", FindingCodes.BadDate, "/issued", "ayer"),
        Row(Federal, "\"license\": \"CC-BY-4.0\"", FindingCodes.BadUrl, "/license", "CC-BY-4.0"),
        Row(Federal, "\"landingPage\": \"no\"", FindingCodes.BadUrl, "/landingPage", "no"),
        Row(Federal, "\"temporal\": \"2020\"", FindingCodes.PatternMismatch, "/temporal", "2020"),
        Row(Federal, "\"theme\": [\"\"]", FindingCodes.EmptyValue, "/theme/0", "", member: "theme"),
        Row(Federal, "\"distribution\": [{ \"accessURL\": \"no\" }]", FindingCodes.BadUrl, "/distribution/0/accessURL", "no"),
        Row(Federal, "\"distribution\": [{ \"accessURL\": \"https://e.example/\", \"mediaType\": \"csv\" }]", FindingCodes.PatternMismatch, "/distribution/0/mediaType", "csv"),
    ];

    [TestCaseSource(nameof(Rules))]
    public void BrokenRule_IsOneFindingAtItsPlace(string json, string code, string pointer, string? value, string member)
    {
        var schema = json.Contains("accessLevel", StringComparison.Ordinal) || json.Contains("mailto:", StringComparison.Ordinal) ? ProfileSchema.DcatUsDataset : ProfileSchema.ArgentinaDataset;
        var findings = schema.Value.Validate(Encoding.UTF8.GetBytes(json));
        Assert.That(findings.Select(f => (f.Code, f.Pointer, f.Value, f.Severity)), Is.EqualTo(new[] { (code, pointer, value, Severity.Error) }));
        var message = findings[0].Message;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(message.Values.Select(m => m.Lang), Is.EqualTo(new[] { "es", "en" }));
            Assert.That(message.In("es"), Does.Contain($"«{member}»"));
            Assert.That(message.In("en"), Does.Contain($"'{member}'"));
        }
    }

    [Test]
    public void RecordsThatAreRight_HaveNoFindings()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ProfileSchema.ArgentinaDataset.Value.Validate(Encoding.UTF8.GetBytes(Argentine)), Is.Empty);
            Assert.That(ProfileSchema.DcatUsDataset.Value.Validate(Encoding.UTF8.GetBytes(Federal)), Is.Empty);
        }
    }

    /// <summary>What real portals write and the profile's reference accepts.</summary>
    [TestCase("\"modified\": \"\"")]
    [TestCase("\"modified\": null")]
    [TestCase("\"issued\": \"2020-01-02T10:00:00\"")]
    [TestCase("\"issued\": \"2020-01-02T10:00:00-03:00\"")]
    [TestCase("\"temporal\": \"2020-01-01/2020-12-31\"")]
    [TestCase("\"superTheme\": [\"heal\"]")]
    [TestCase("\"accrualPeriodicity\": \"eventual\"")]
    [TestCase("\"spatial\": [\"02\"]")]
    [TestCase("\"publisher\": { \"name\": \"p\", \"mbox\": \"\" }")]
    [TestCase("\"keyword\": [\"niñez\", \"obra pública\", \"a.b_c-d 2\"]")]
    public void WhatTheArgentineProfileAllows_HasNoFindings(string members) =>
        Assert.That(ProfileSchema.ArgentinaDataset.Value.Validate(Encoding.UTF8.GetBytes(Records.Merge(Argentine, members))), Is.Empty);

    [Test]
    public void SchemaOfAnOfficer_SpeaksWithOneCode_AlsoOfMembersWithDotsAndSlashes()
    {
        using var folder = new TempFolder();
        var path = folder.Write("policy.schema.json", """
            {
              "$schema": "http://json-schema.org/draft-04/schema#", "type": "object", "required": ["x.y"],
              "properties": {
                "a.b": { "type": "object", "properties": { "c/d": { "type": "array", "items": { "type": "object", "properties": { "e[0]": { "type": "integer" } } } } } },
                "~f": { "type": "string", "maxLength": 2 }
              }
            }
            """);
        var findings = ProfileSchema.FromFile(path).Validate("""{ "a.b": { "c/d": [{}, { "e[0]": "no" }] }, "a": { "b": 1 }, "~f": "largo" }"""u8);
        Assert.That(findings.Select(f => (f.Code, f.Pointer, f.Value)), Is.EquivalentTo(new (string, string, string?)[]
        {
            (FindingCodes.PolicySchema, "/x.y", null),
            (FindingCodes.PolicySchema, "/a.b/c~1d/1/e[0]", "no"),
            (FindingCodes.PolicySchema, "/~0f", "largo"),
        }));
    }

    [TestCase("{ \"type\": ", Description = "breaks off")]
    [TestCase("no JSON")]
    [TestCase(null, Description = "no file")]
    public void SchemaThatCannotBeRead_IsSaidToBeSo(string? text)
    {
        using var folder = new TempFolder();
        var path = text is null ? folder.Combine("policy.schema.json") : folder.Write("policy.schema.json", text);
        Assert.That(() => ProfileSchema.FromFile(path), Throws.InstanceOf<SchemaUnreadableException>().With.Message.Contains("policy.schema.json"));
    }

    [Test]
    public void LongValue_IsQuotedInPart()
    {
        var findings = ProfileSchema.ArgentinaDataset.Value.Validate(Encoding.UTF8.GetBytes(Records.Merge(Argentine, $"\"issued\": \"{new string('x', 1000)}\"")));
        Assert.That(findings.Single().Value, Has.Length.EqualTo(FindingMessages.MaxShownValue + 1));
    }

    [TestCase("", "a", "/a")]
    [TestCase("/x", "a/b~c", "/x/a~1b~0c")]
    [TestCase("/x", "", "/x/")]
    public void Pointer_EscapesMemberNames(string pointer, string member, string expected) => Assert.That(JsonPointer.Append(pointer, member), Is.EqualTo(expected));

    private static TestCaseData Row(string record, string members, string code, string pointer, string? value, string? member = null) =>
        new TestCaseData(Records.Merge(record, members), code, pointer, value is { Length: > 300 } ? value[..300] + "…" : value, member ?? pointer[(pointer.LastIndexOf('/') + 1)..])
            .SetArgDisplayNames(record == Argentine ? "ar" : "us", members.Length > 80 ? members[..80] : members);

    private static IEnumerable<TestCaseData> InDistribution(string members, string code, string pointer, string value, string? member = null)
    {
        const string right = """{ "identifier": "r", "title": "t", "accessURL": "https://e.example/", "downloadURL": "https://e.example/a.csv", "issued": "2020-01-02" }""";
        yield return Row(Argentine, $"\"distribution\": [{right}, {Records.Merge(right, members)}]", code, "/distribution/1/" + pointer, value, member).SetArgDisplayNames("ar distribution", members.Length > 80 ? members[..80] : members);
    }

    private static IEnumerable<TestCaseData> Absent(string record, params string[] members) => members.Select(member =>
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(record)!.AsObject();
        node.Remove(member);
        return new TestCaseData(node.ToJsonString(), FindingCodes.RequiredProperty, "/" + member, null, member).SetArgDisplayNames(record == Argentine ? "ar" : "us", "without " + member);
    });
}
