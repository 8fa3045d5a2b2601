using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Core.Formats;

/// <summary>
/// No harvested value, however odd, makes an output invalid or fails it: datasets made of what people and programs
/// really write in the wrong places, through every output, and read back.
/// </summary>
public sealed class AnyDatasetTests
{
    private static readonly Gen<string> Odd = Gen.OneOf(
        Gen.OneOf(
            "", " ", "\0", "a\u0001b", "\ud800", "x\udc00y", "\ufffe\uffff", "😀", "a\r\nb\tc", "\u2028\u2029\u0085", "\u202e", "\\u0041\\", "\"\"\"", "'''", "]]>", "<!--", "&amp;<b>",
            "</script>", "@prefix a: <b> .", "http://e.example/a b", "http://e.example/{x}|\\^`\"<>", "http://e.example/%zz%", "http://[::1", "http://", "//e.example", "urn:", "mailto:",
            "javascript:alert(1)", "data:,x", "http://e.example/ñandú?q=ü#é", "HTTP://E.EXAMPLE:99999/", "ftp://e.example/x y", "a:b", "_:b0", "dct:title", "@id", "@context", "es-AR-x-toolongsubtag", "english (US)", "x",
            "2020-02-30", "ayer", "9999-12-31T23:59:60Z", "R/P1M", "P0.5Y", "NaN", "1e999", "image/png; charset=\"", "CC-BY-4.0", "xml", "1a", "-", "ns1:x"),
        Gen.String[Gen.Char['\0', '\uffff'], 0, 30],
        Gen.Int[1, 3].Select(n => new string('ñ', n * 5_000)));

    private static readonly Gen<Text> Texts = Gen.Select(Odd, Odd).Array[0, 3].Select(said => new Text { Values = said.Select(s => new LangString(s.Item1, s.Item2)).ToValueList() });

    private static readonly Gen<double> Numbers = Gen.OneOf(Gen.Double, Gen.OneOf(double.NaN, double.PositiveInfinity, -0.0, 1e-300, 1e300, 181));

    private static readonly Gen<DcatDate?> Dates = Gen.OneOf("1", "0001", "9999-12", "2020-02-29", "2021-06-01T10:00", "2021-06-01T10:00:00.123456789-03:00", "no")
        .Select(text => DcatDate.TryParse(text, out var date) ? date : (DcatDate?)null);

    private static readonly Gen<Location> Places = Gen.Select(Texts, Odd, Odd, Numbers.Array[0, 5], Numbers.Array[0, 3]).Select(
        (label, code, uri, box, point) => new Location { Label = label, Code = code, Uri = uri, BoundingBox = box.ToValueList(), Centroid = point.ToValueList() });

    private static readonly Gen<Agent> Agents = Gen.Select(Texts, Odd, Odd, Odd).Select((name, email, uri, type) => new Agent { Name = name, Email = email, Uri = uri, Homepage = uri, Type = type });

    private static readonly Gen<Distribution> Distributions = Gen.Select(Odd.Array[14], Texts, Texts, Dates, Gen.Long, Numbers).Select(
        (odd, title, rights, date, size, number) => new Distribution
        {
            Id = DeterministicId.OfDistribution(Guid.Empty, odd[0]), Identifier = odd[0], Title = title, Description = rights, Rights = rights, AccessUrl = odd[1], DownloadUrl = odd[2], Format = odd[3],
            MediaType = odd[4], FileName = odd[5], License = odd[6], Issued = date, Modified = date, ByteSize = size, Languages = [odd[7]], ConformsTo = [odd[8], odd[1]], Status = odd[9], Availability = odd[9],
            Checksum = new Checksum(odd[10], odd[11]), CompressFormat = odd[12], PackageFormat = odd[12], TemporalResolution = odd[13], SpatialResolutionInMeters = number, Type = odd[13],
            Fields = [new Field { Name = odd[5], Type = odd[3], Description = title, Extras = [new(odd[7], odd[8])] }], Extras = [new(odd[9], odd[10]), new(odd[0], JsonSerializer.Serialize(odd[11]))],
        });

    private static readonly Gen<PublishedDataset> Datasets = Gen.Select(
        Gen.Select(Odd.Array[20], Texts, Texts, Dates, Numbers), Distributions.Array[0, 3], Places.Array[0, 3], Agents.Array[0, 3]).Select((said, distributions, places, agents) =>
        {
            var (odd, title, text, date, number) = said;
            return new PublishedDataset
            {
                Slug = Slug.Of(odd[0]),
                PublisherId = number > 0 ? "salud" : null,
                PublisherName = text,
                Files = distributions.Take(1).ToDictionary(d => d.Id, _ => new StoredFile { Sha256 = new string('0', 64), Size = 1, MediaType = odd[18], FetchedAt = default, FileName = FileName(odd[19]) }),
                Dataset = new Dataset
                {
                    Id = DeterministicId.OfDataset("s", odd[0]), SourceId = odd[1], Identifier = odd[0], Title = title, Description = text, Publisher = agents.FirstOrDefault(), Creators = agents.ToValueList(),
                    ContactPoints = [new ContactPoint { Name = odd[2], Email = odd[3], Telephone = odd[4], Url = odd[5] }], Keywords = text.Values, Themes = [new Theme { Id = odd[6], Uri = odd[7], Label = title }],
                    SuperThemes = [odd[8], "HEAL"], Sectors = ["salud", odd[8]], Issued = date, Modified = date, AccrualPeriodicity = odd[9], Temporal = [new PeriodOfTime { Start = date }, new PeriodOfTime { End = date }],
                    TemporalResolution = odd[9], Spatial = places.ToValueList(), SpatialResolutionInMeters = number, Languages = [odd[10]], License = odd[11], AccessRights = odd[12], Rights = text, LandingPage = odd[13],
                    ConformsTo = [odd[14], odd[13]], Documentation = [odd[15], odd[5]], Sources = [odd[16]], Provenance = text, RelatedResources = [odd[16]], IsReferencedBy = [odd[7]], Type = odd[17], Version = odd[18],
                    VersionNotes = title, InSeries = [odd[17]], ApplicableLegislation = [odd[5]], OtherIdentifiers = [odd[19]], Extras = [new(odd[2], odd[3]), new(odd[4], JsonSerializer.Serialize(odd[6]))],
                    Distributions = distributions.ToValueList(),
                },
            };
        });

    /// <summary>As a harvest stores it: 200 characters at most.</summary>
    private static string FileName(string odd) => odd.Length > 200 ? odd[..200] : odd;

    [Test]
    public async Task AnyDataset_IsTheSameGraphInEverySyntaxAndEveryProfile() =>
        await Datasets.SampleAsync(async dataset =>
        {
            foreach (var profile in CatalogProfile.All)
            {
                var expected = RdfGraphs.OfNQuads(await TextAsync(RdfSyntax.NTriples, profile, dataset));
                foreach (var syntax in new[] { RdfSyntax.NTriples, RdfSyntax.Turtle, RdfSyntax.RdfXml, RdfSyntax.JsonLd, RdfSyntax.TriG })
                    RdfGraphs.AssertSame(Read(await TextAsync(syntax, profile, dataset), syntax), expected, $"{profile.Name} as {syntax}");
                // Parsers that share nothing with the program's own.
                Assert.That(() => XDocument.Parse(TextAsync(RdfSyntax.RdfXml, profile, dataset).GetAwaiter().GetResult()), Throws.Nothing);
                using var json = JsonDocument.Parse(await TextAsync(RdfSyntax.JsonLd, profile, dataset));
            }
            return true;
        }, iter: 40, threads: 1);

    [Test]
    public async Task AnyDataset_IsJsonThatParses() =>
        await Datasets.SampleAsync(async dataset =>
        {
            foreach (var profile in Enum.GetValues<DataJsonProfile>())
            {
                using var data = JsonDocument.Parse(await Documents.DataJson(SomePublished.Catalog, profile, dataset));
                Assert.That(data.RootElement.GetProperty("dataset").GetArrayLength(), Is.EqualTo(1));
            }
            using var page = JsonDocument.Parse(SchemaOrg.Dataset(dataset, SomePublished.Catalog, "es"));
            Assert.That(page.RootElement.GetProperty("@type").GetString(), Is.EqualTo("Dataset"));
            return true;
        }, iter: 60, threads: 1);

    private static async Task<string> TextAsync(RdfSyntax syntax, CatalogProfile profile, PublishedDataset dataset)
    {
        using var stream = new MemoryStream();
        var sink = RdfWriters.Open(syntax, stream, profile.Context);
        var mapping = profile.Open(sink, SomePublished.Catalog);
        mapping.WriteCatalog();
        mapping.WriteDataset(dataset);
        await sink.CompleteAsync(CancellationToken.None);
        return Documents.Strict(stream);
    }

    private static List<Quad> Read(string text, RdfSyntax syntax)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var quads = new List<Quad>();
        var result = RdfReader.Read(stream, syntax, new RdfReadOptions(), quads.Add, CancellationToken.None);
        Assert.That(result.Failure?.ToString(), Is.Null, syntax.ToString());
        return quads;
    }
}
