using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Tests.Core.Validation;

public sealed class DatasetRulesTests
{
    private static readonly TestCaseData[] Rules =
    [
        Row("modified before issued", One() with { Issued = DcatDate.Parse("2020-05-01"), Modified = DcatDate.Parse("2020-04-30") }, FindingCodes.DatesOutOfOrder, "/modified"),
        Row("modified on the day of issue, an earlier hour", One() with { Issued = DcatDate.Parse("2020-05-01T12:00:00"), Modified = DcatDate.Parse("2020-05-01T11:00:00") }),
        Row("modified in the year of issue", One() with { Issued = DcatDate.Parse("2020-05-01"), Modified = DcatDate.Parse("2020") }),
        Row("period that ends before it begins", One() with { Temporal = [Period("2020-01-01", "2019-12-31")] }, FindingCodes.PeriodOutOfOrder, "/temporal"),
        Row("period that ends with the year it begins in", One() with { Temporal = [Period("2019-06-01", "2019")] }),
        Row("period that ends with the month it begins in", One() with { Temporal = [Period("2019-06-15", "2019-06")] }),
        Row("period of one day", One() with { Temporal = [Period("2019-06-15", "2019-06-15")] }),
        Row("period open at one end", One() with { Temporal = [Period("2019-06-15", null)] }),
        Row("the same download twice", With(Csv(1), Csv(1) with { Identifier = "otro" }), FindingCodes.RepeatedDownloadUrl, "/distribution/1/downloadURL"),
        Row("the same identifier twice", With(Csv(1), Csv(2) with { Identifier = "r1" }), FindingCodes.RepeatedDistributionIdentifier, "/distribution/1/identifier"),
        Row("no identifiers at all", With(Csv(1) with { Identifier = null }, Csv(2) with { Identifier = null })),
        Row("numeric identifier", With(Csv(1) with { Identifier = "123" }), FindingCodes.NumericDistributionIdentifier, "/distribution/0/identifier"),
        Row("no address", With(Csv(1) with { DownloadUrl = null }), FindingCodes.DistributionWithoutUrl, "/distribution/0"),
        Row("only a page", With(Csv(1) with { DownloadUrl = null, AccessUrl = "https://e.example/" })),
        Row("format against the address", With(Csv(1) with { Format = "XLSX" }), FindingCodes.FormatMismatch, "/distribution/0/downloadURL"),
        Row("format against the file name", With(Csv(1) with { FileName = "a.pdf" }), FindingCodes.FormatMismatch, "/distribution/0/fileName"),
        Row("a container says nothing of what is in it", With(Csv(1) with { DownloadUrl = "https://e.example/a.zip" })),
        Row("GeoJSON in a .json", With(Csv(1) with { Format = "GEOJSON", DownloadUrl = "https://e.example/a.json" })),
        Row("an extension nobody knows", With(Csv(1) with { DownloadUrl = "https://e.example/a.xyz" })),
    ];

    [TestCaseSource(nameof(Rules))]
    public void Rule_FindsWhatBreaksItAndNothingElse(Dataset dataset, (string Code, string Pointer)[] expected)
    {
        var findings = DatasetRules.Check(dataset, RecordMembers.DataJson).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings.Select(f => (f.Code, f.Pointer)), Is.EqualTo(expected));
            Assert.That(findings.Select(f => f.Severity), Is.All.EqualTo(Severity.Warning));
            Assert.That(findings.SelectMany(f => new[] { f.Message.In("es"), f.Message.In("en"), f.Hint.In("es"), f.Hint.In("en") }), Is.All.Not.Empty);
        }
    }

    /// <summary>A finding points at what the officer wrote, once, whatever the kind of record calls it.</summary>
    [Test]
    public void Pointers_UseTheWordsOfTheKindOfRecord()
    {
        var dataset = With(Csv(1) with { Format = "XLSX", FileName = "1.csv", Identifier = "7" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DatasetRules.Check(dataset, RecordMembers.DataPackage).Select(f => f.Pointer), Is.EqualTo(new[] { "/resources/0/name", "/resources/0/path" }));
            Assert.That(DatasetRules.Check(dataset, RecordMembers.Inline).Select(f => f.Pointer), Is.EqualTo(new[] { "/files/0/identifier", "/files/0/url" }));
        }
    }

    private static TestCaseData Row(string name, Dataset dataset, string? code = null, string pointer = "") =>
        new TestCaseData(dataset, code is null ? Array.Empty<(string, string)>() : [(code, pointer)]).SetArgDisplayNames(name);

    private static Dataset With(params Distribution[] distributions) => One() with { Distributions = distributions.ToValueList() };

    private static Dataset One() => new() { Id = Guid.Empty, SourceId = "s", Identifier = "d", Title = Text.Of("es", "t") };

    private static Distribution Csv(int n) => new() { Id = DeterministicId.OfDistribution(Guid.Empty, $"{n}"), Identifier = $"r{n}", DownloadUrl = $"https://e.example/{n}.csv", Format = "CSV" };

    private static PeriodOfTime Period(string start, string? end) => new() { Start = DcatDate.Parse(start), End = end is null ? null : DcatDate.Parse(end) };
}
