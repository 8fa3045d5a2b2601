using System.Text;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Storage;

public sealed class HarvestObjectsTests
{
    private TempCatalog _catalog = null!;

    [SetUp]
    public void Open() => _catalog = new TempCatalog();

    [TearDown]
    public void Close() => _catalog.Dispose();

    [TestCase("")]
    [TestCase("{ \"título\" : \"año\"\n}")]
    [TestCase("{\"a\": \"\\ud83d\"}")]
    public void RawRecord_ComesBackByteForByte(string raw)
    {
        var bytes = Encoding.UTF8.GetBytes(raw).Append((byte)0xF1).ToArray();
        Upsert(Record("a"), bytes);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_catalog.Objects.FindRaw("salud", "a"), Is.EqualTo(bytes));
            Assert.That(_catalog.Objects.FindRaw("salud", "b"), Is.Null);
        }
    }

    [Test]
    public void Record_ComesBackWithItsFindings()
    {
        var record = Record("a") with
        {
            Conforms = false, Worst = Severity.Error, FindingCount = 5,
            Findings = [FindingMessages.Make(FindingCodes.BadDate, Severity.Error, "/issued", "ayer", "es", "en", "pista", "hint"), FindingMessages.Make(FindingCodes.NoSector, Severity.Info, "", null, "es", "en")],
        };
        Upsert(record);
        var found = _catalog.Objects.OfDataset(record.DatasetId)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Findings, Is.EqualTo(record.Findings));
            Assert.That(found with { Findings = [] }, Is.EqualTo(record with { Findings = [] }));
            Assert.That(_catalog.Objects.FingerprintsOf("salud")["a"], Is.EqualTo(new ObjectFingerprint { Identifier = "a", Fingerprint = "f-a", State = "published", Title = "T a", Conforms = false, Errors = 1, Warnings = 0 }));
        }
    }

    [Test]
    public void List_ShowsTheGravestFirst()
    {
        Upsert(Record("c"));
        Upsert(Record("b") with { Worst = Severity.Warning, FindingCount = 1 });
        Upsert(Record("a") with { Worst = Severity.Fatal, FindingCount = 1, State = ObjectState.Rejected });
        Upsert(Record("z") with { State = ObjectState.Removed });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_catalog.Objects.List("salud", onlyWithFindings: false, 0, 10).Select(o => o.Identifier), Is.EqualTo(new[] { "a", "b", "c" }));
            Assert.That(_catalog.Objects.List("salud", onlyWithFindings: true, 1, 10).Select(o => o.Identifier), Is.EqualTo(new[] { "b" }));
            Assert.That(_catalog.Objects.CountsOf("salud"), Is.EqualTo(new ObjectCounts { Published = 2, Rejected = 1, Conforming = 3, WithFindings = 2 }));
            Assert.That(_catalog.Objects.CountsOf("otra"), Is.EqualTo(new ObjectCounts()));
        }
    }

    [Test]
    public void RemovedRecord_IsReadAnewWhenItComesBack()
    {
        Upsert(Record("a"));
        _catalog.Database.Write(session => HarvestObjects.MarkRemoved(session, "salud", "a", 2, SomeStored.Day));
        var gone = _catalog.Objects.FingerprintsOf("salud")["a"];
        _catalog.Database.Write(session => HarvestObjects.Forget(session, "salud", "a"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((gone.State, gone.Fingerprint), Is.EqualTo((ObjectState.Removed, "")));
            Assert.That(_catalog.Objects.FingerprintsOf("salud"), Is.Empty);
        }
    }

    private void Upsert(HarvestObject record, byte[]? raw = null) =>
        _catalog.Database.Write(session => HarvestObjects.Upsert(session, record, raw ?? "{}"u8.ToArray(), 1));

    private static HarvestObject Record(string identifier) => new()
    {
        SourceId = "salud", Identifier = identifier, DatasetId = DeterministicId.OfDataset("salud", identifier), State = ObjectState.Published, Title = "T " + identifier,
        Fingerprint = "f-" + identifier, Pointer = "/dataset/0", Conforms = true, FindingCount = 0, ChangedAt = SomeStored.Day,
    };
}
