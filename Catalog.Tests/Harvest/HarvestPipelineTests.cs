using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Harvest;
using Catalog.Harvest.Config;
using Catalog.Harvest.Sources;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest;

public sealed class HarvestPipelineTests
{
    private TempCatalog _catalog = null!;

    [SetUp]
    public void Open() => _catalog = new TempCatalog();

    [TearDown]
    public void Close() => _catalog.Dispose();

    [Test]
    public async Task UnchangedSource_WritesNothingButItsRun()
    {
        var source = Given(Some.DataJson(5));
        await _catalog.HarvestAsync(source);
        var before = _catalog.Changes.Latest();

        var run = await _catalog.HarvestAsync(source);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Added, run.Changed, run.Removed, run.Unchanged), Is.EqualTo((0, 0, 0, 5)));
            Assert.That(_catalog.Changes.Latest(), Is.EqualTo(before));
            Assert.That(_catalog.Datasets.StreamAll().Select(d => d.Revision), Is.All.EqualTo(1));
        }
    }

    [Test]
    public async Task ShuffledMembers_AreNoChange()
    {
        var source = Given(Some.DataJson(1));
        await _catalog.HarvestAsync(source);
        var shuffled = File.ReadAllText(source.Url!).Replace("\"identifier\": \"ds-0\", \"title\": \"Conjunto 0\",", "\"title\": \"Conjunto 0\",   \"identifier\": \"ds-0\",", StringComparison.Ordinal);
        Assert.That(shuffled, Is.Not.EqualTo(File.ReadAllText(source.Url!)));
        File.WriteAllText(source.Url!, shuffled);

        var run = await _catalog.HarvestAsync(source);

        Assert.That((run.Changed, run.Unchanged), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task ChangedTitle_BecomesARevisionWithTheFieldNamed()
    {
        var source = Given(Some.DataJson(3));
        await _catalog.HarvestAsync(source);
        Rewrite(source, "\"title\": \"Conjunto 1\"", "\"title\": \"Conjunto uno\"");

        var run = await _catalog.HarvestAsync(source);

        var item = _catalog.Runs.Items(run.Id, 0, 10).Single();
        var fields = DatasetJson.ReadFields(item.Fields);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Added, run.Changed, run.Unchanged), Is.EqualTo((0, 1, 2)));
            Assert.That(fields, Is.EqualTo(new[] { new FieldChange("title", "Conjunto 1 (es)", "Conjunto uno (es)") }));
            Assert.That(_catalog.Datasets.FindBySlug("conjunto-1")!.Dataset.Title.In("es"), Is.EqualTo("Conjunto uno"), "the address stays");
            Assert.That(_catalog.Datasets.Revisions(item.DatasetId), Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task HalfTheDatasetsGone_IsHeldWithTheReason_AndNothingIsRemoved()
    {
        var source = Given(Some.DataJson(20));
        await _catalog.HarvestAsync(source);
        File.WriteAllText(source.Url!, Some.DataJson(10));

        var run = await _catalog.HarvestAsync(source);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Code, run.Held, run.Removed), Is.EqualTo((RunStatus.Held, HoldCodes.TooManyRemovals, 10, 0)));
            Assert.That(run.Message, Does.Contain("10 of 20"));
            Assert.That(_catalog.Datasets.Count(), Is.EqualTo(20));
        }
    }

    [Test]
    public async Task ApprovedRun_RemovesWhatWasHeld_AndLeavesTombstones()
    {
        var source = Given(Some.DataJson(20));
        await _catalog.HarvestAsync(source);
        File.WriteAllText(source.Url!, Some.DataJson(10));
        var held = await _catalog.HarvestAsync(source);

        var run = await _catalog.HarvestAsync(source, approve: held.Id);

        var gone = _catalog.Datasets.FindBySlug("conjunto-15")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Removed), Is.EqualTo((RunStatus.Done, 10)));
            Assert.That(_catalog.Datasets.Count(), Is.EqualTo(10));
            Assert.That(gone.Published, Is.False);
            Assert.That(gone.Dataset.Title.In("es"), Is.EqualTo("Conjunto 15"), "the last copy stays");
        }
    }

    [Test]
    public async Task ApprovalOfFewerRemovals_DoesNotCoverMore()
    {
        var source = Given(Some.DataJson(20));
        await _catalog.HarvestAsync(source);
        File.WriteAllText(source.Url!, Some.DataJson(10));
        var held = await _catalog.HarvestAsync(source);
        File.WriteAllText(source.Url!, Some.DataJson(5));

        var run = await _catalog.HarvestAsync(source, approve: held.Id);

        Assert.That((run.Status, run.Held, _catalog.Datasets.Count()), Is.EqualTo((RunStatus.Held, 15, 20)));
    }

    [Test]
    public async Task RestOfAHeldPlan_IsApplied()
    {
        var source = Given(Some.DataJson(20));
        await _catalog.HarvestAsync(source);
        File.WriteAllText(source.Url!, Some.DataJson(10, from: 15));

        var run = await _catalog.HarvestAsync(source);

        Assert.That((run.Status, run.Added, run.Held, _catalog.Datasets.Count()), Is.EqualTo((RunStatus.Held, 5, 15, 25)));
    }

    [Test]
    public async Task EmptyList_IsHeldHoweverFewDatasetsThereAre()
    {
        var source = Given(Some.DataJson(1));
        await _catalog.HarvestAsync(source);
        File.WriteAllText(source.Url!, Some.DataJson(0));

        var run = await _catalog.HarvestAsync(source);

        Assert.That((run.Status, run.Code, _catalog.Datasets.Count()), Is.EqualTo((RunStatus.Held, HoldCodes.EmptySource, 1)));
    }

    [TestCase(1, 0)]
    [TestCase(2, 2)]
    public async Task OneOrTenPercent_MayGoWithoutAsking(int gone, int held)
    {
        var source = Given(Some.DataJson(10));
        await _catalog.HarvestAsync(source);
        File.WriteAllText(source.Url!, Some.DataJson(10 - gone));

        var run = await _catalog.HarvestAsync(source);

        Assert.That(run.Held, Is.EqualTo(held));
    }

    [Test]
    public async Task TruncatedFile_FailsAndChangesNothing([Values(0.3, 0.5, 0.9, 0.99)] double share)
    {
        var source = Given(Some.DataJson(20));
        await _catalog.HarvestAsync(source);
        var text = File.ReadAllText(source.Url!);
        File.WriteAllText(source.Url!, text[..(int)(text.Length * share)]);

        var run = await _catalog.HarvestAsync(source);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Code), Is.EqualTo((RunStatus.Failed, GatherCodes.MalformedJson)));
            Assert.That((_catalog.Datasets.Count(), _catalog.Changes.Latest()), Is.EqualTo((20, 20L)));
        }
    }

    [Test]
    public async Task MissingFile_FailsAndChangesNothing()
    {
        var source = Given(Some.DataJson(2));
        await _catalog.HarvestAsync(source);
        File.Delete(source.Url!);

        var run = await _catalog.HarvestAsync(source);

        Assert.That((run.Status, run.Code, _catalog.Datasets.Count()), Is.EqualTo((RunStatus.Failed, GatherCodes.SourceMissing, 2)));
    }

    [Test]
    public async Task OneBadRecord_NeverStopsTheOthers()
    {
        var source = Given($$"""
            { "title": "t", "description": "d", "publisher": { "name": "p" }, "superThemeTaxonomy": "http://x.example/t", "dataset": [
              {{Some.Dataset(1)}}, 42, null, { "identifier": "nada" }, {{Some.Dataset(2)}} ] }
            """);

        var run = await _catalog.HarvestAsync(source);

        var rejected = _catalog.Objects.List(source.Id, onlyWithFindings: true, 0, 10).Where(o => o.State == ObjectState.Rejected).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Added, run.Rejected), Is.EqualTo((2, 3)));
            Assert.That(rejected.SelectMany(o => o.Findings).Select(f => f.Code), Does.Contain(FindingCodes.NotAnObject).And.Contain(FindingCodes.NoTitle).And.Contain(FindingCodes.NoLink));
        }
    }

    /// <summary>Things that make JSON readers throw, each in one record between two good ones.</summary>
    [TestCase("\"rights\": \"half \\ud800 a character\",", 3)]
    [TestCase("\"rights\": \"\\udc00\\ud800\",", 3)]
    [TestCase("\"rights\": \"nul \\u0000 in text\",", 3)]
    [TestCase("\"byteSize\": 1e999,", 3)]
    [TestCase("\"spatial\": [1e999, 2],", 3)]
    [TestCase("\"spatial\": {\"type\": \"Point\", \"coordinates\": [1, 2]},", 3)]
    [TestCase("\"theme\": [[], {}, 7, null, \"x\"], \"keyword\": {\"a\": 1},", 3)]
    [TestCase("\"issued\": {\"@value\": \"2020\"}, \"publisher\": [1],", 3)]
    [TestCase("\"title\": {\"es\": \"hola\", \"\": \"x\", \"en\": 5},", 2)]
    [TestCase("\"deep\": @DEEP@,", 2)]
    public async Task HostileRecord_StopsNobody(string member, int published)
    {
        var deep = new string('[', 200) + new string(']', 200);
        var source = Given(Some.DataJson(3, more: n => n == 1 ? member.Replace("@DEEP@", deep, StringComparison.Ordinal) : ""));

        var run = await _catalog.HarvestAsync(source);
        var again = await _catalog.HarvestAsync(source);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Status, run.Added, run.Rejected), Is.EqualTo((RunStatus.Done, published, 3 - published)), run.Message);
            Assert.That((again.Unchanged, again.Changed), Is.EqualTo((published, 0)));
        }
    }

    [Test]
    public async Task RecordThatBreaks_KeepsItsLastGoodRevisionPublic()
    {
        var source = Given(Some.DataJson(1));
        await _catalog.HarvestAsync(source);
        Rewrite(source, "\"title\": \"Conjunto 0\",", "\"title\": \"\",");

        var run = await _catalog.HarvestAsync(source);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Rejected, run.Removed), Is.EqualTo((1, 0)));
            Assert.That(_catalog.Datasets.FindBySlug("conjunto-0")!.Published, Is.True);
            Assert.That(_catalog.Objects.List(source.Id, true, 0, 10).Single().State, Is.EqualTo(ObjectState.Rejected));
        }
        var again = await _catalog.HarvestAsync(source);
        Assert.That((again.Rejected, again.Unchanged), Is.EqualTo((1, 0)), "still turned away, and still said");
    }

    [Test]
    public async Task SecondRecordOfAnIdentifier_IsRejected_TheFirstCounts()
    {
        var source = Given($$"""
            { "title": "t", "description": "d", "publisher": { "name": "p" }, "superThemeTaxonomy": "http://x.example/t", "dataset": [
              {{Some.Dataset(1)}}, {{Some.Dataset(1).Replace("Conjunto 1", "Otro", StringComparison.Ordinal)}} ] }
            """);

        var run = await _catalog.HarvestAsync(source);
        var again = await _catalog.HarvestAsync(source);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Added, run.Rejected), Is.EqualTo((1, 1)));
            Assert.That(_catalog.Datasets.StreamAll().Single().Dataset.Title.In("es"), Is.EqualTo("Conjunto 1"));
            Assert.That((again.Added, again.Changed, again.Removed, again.Unchanged, again.Rejected), Is.EqualTo((0, 0, 0, 1, 1)));
        }
    }

    [Test]
    public async Task PolicyHold_KeepsInvalidRecordsBackUntilApproved()
    {
        var source = Given(Some.DataJson(2, more: n => n == 1 ? "\"temporal\": \"ayer\"," : "")) with { Policy = new HarvestPolicy { OnInvalid = OnInvalid.Hold } };

        var held = await _catalog.HarvestAsync(source);
        var again = await _catalog.HarvestAsync(source);
        var approved = await _catalog.HarvestAsync(source, approve: again.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((held.Status, held.Code, held.Added, held.Held), Is.EqualTo((RunStatus.Held, HoldCodes.InvalidRecords, 1, 1)));
            Assert.That((again.Status, again.Held, again.Unchanged), Is.EqualTo((RunStatus.Held, 1, 1)));
            Assert.That((approved.Status, approved.Added, _catalog.Datasets.Count()), Is.EqualTo((RunStatus.Done, 1, 2)));
        }
    }

    [Test]
    public async Task DatasetThatComesBack_IsRestoredAtItsOldAddress()
    {
        var source = Given(Some.DataJson(3));
        await _catalog.HarvestAsync(source);
        File.WriteAllText(source.Url!, Some.DataJson(2));
        await _catalog.HarvestAsync(source);
        File.WriteAllText(source.Url!, Some.DataJson(3));

        var run = await _catalog.HarvestAsync(source);

        var back = _catalog.Datasets.FindBySlug("conjunto-2")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Changed, Is.EqualTo(1));
            Assert.That((back.Published, back.Revision), Is.EqualTo((true, 3)));
            Assert.That(_catalog.Datasets.Revisions(back.Id).Select(r => r.Kind), Is.EqualTo(new[] { "restored", "removed", "added" }));
        }
    }

    [Test]
    public async Task EqualTitles_GetDifferentAddresses_TheSameInEveryFolder()
    {
        var source = Given(Some.DataJson(2).Replace("Conjunto 1", "Conjunto 0", StringComparison.Ordinal));
        await _catalog.HarvestAsync(source);
        using var other = new TempCatalog();
        await other.HarvestAsync(source);

        var slugs = _catalog.Datasets.StreamAll().Select(d => (d.Id, d.Slug)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(slugs.Select(s => s.Slug), Is.Unique);
            Assert.That(slugs.Select(s => s.Slug), Has.One.EqualTo("conjunto-0"));
            Assert.That(other.Datasets.StreamAll().Select(d => (d.Id, d.Slug)), Is.EqualTo(slugs));
        }
    }

    [Test]
    public async Task OversizedRecord_IsPassedOver_AndNothingIsRemovedForIt()
    {
        using var small = new TempCatalog(Catalog.Core.Limits.Default with { MaxRecordBytes = 4096 });
        var path = small.Write("data.json", Some.DataJson(3));
        var source = Some.DataJsonSource(path);
        await small.HarvestAsync(source);
        File.WriteAllText(path, Some.DataJson(3, more: n => n == 1 ? $"\"rights\": \"{new string('x', 10_000)}\"," : ""));

        var run = await small.HarvestAsync(source);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Gathered, run.Code, run.Held), Is.EqualTo((2, HoldCodes.IncompleteGather, 1)));
            Assert.That(small.Datasets.Count(), Is.EqualTo(3));
            Assert.That(DatasetJson.ReadFindings(run.CatalogFindings).Select(f => (f.Code, f.Pointer)), Is.EqualTo(new[] { (FindingCodes.RecordTooLarge, "/dataset/1") }));
        }
    }

    [Test]
    public async Task RunningRowOfADeadProcess_IsMarkedInterrupted()
    {
        var source = Given(Some.DataJson(1));
        var dead = _catalog.Runs.Begin(source.Id, "test", _catalog.Time.GetUtcNow());

        await _catalog.HarvestAsync(source);

        Assert.That(_catalog.Runs.Find(dead)!.Status, Is.EqualTo(RunStatus.Interrupted));
    }

    [Test]
    public async Task DiskThatFailsUnderTheFiles_StillCountsWhatWasApplied()
    {
        _catalog.Write("files/0.csv", "a,b\n1,2\n");
        var source = Given(Some.DataJson(1)) with { Mirrors = [new Mirror("https://datos.example/", _catalog.Combine("files"))] };
        Directory.Delete(_catalog.Combine("data", "files", "incoming"));

        var broken = await _catalog.HarvestAsync(source, files: true);
        Directory.CreateDirectory(_catalog.Combine("data", "files", "incoming"));
        var next = await _catalog.HarvestAsync(source, files: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((broken.Status, broken.Code, broken.Added), Is.EqualTo((RunStatus.Failed, GatherCodes.InternalError, 1)));
            Assert.That((next.Status, next.Unchanged, next.FilesStored), Is.EqualTo((RunStatus.Done, 1, 1)));
        }
    }

    [Test]
    public async Task Plan_ShowsTheChangesAndWritesNothing()
    {
        var source = Given(Some.DataJson(4));
        await _catalog.HarvestAsync(source);
        File.WriteAllText(source.Url!, Some.DataJson(4, from: 1).Replace("Conjunto 2", "Conjunto dos", StringComparison.Ordinal));
        var before = _catalog.Changes.Latest();

        var (plan, _) = await _catalog.Pipeline(_catalog.ConfigOf(source)).PlanAsync(source, _ => { }, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan!.Items.Select(i => (i.Action, i.Identifier)), Is.EquivalentTo(new[] { (PlanAction.Add, "ds-4"), (PlanAction.Change, "ds-2"), (PlanAction.Remove, "ds-0") }));
            Assert.That(plan.Items.Single(i => i.Action == PlanAction.Change).Fields.Select(f => f.Field), Is.EquivalentTo(new[] { "title", "description" }).Or.EquivalentTo(new[] { "title" }));
            Assert.That(_catalog.Changes.Latest(), Is.EqualTo(before));
        }
    }

    private HarvestSource Given(string dataJson) => Some.DataJsonSource(_catalog.Write("data.json", dataJson));

    private static void Rewrite(HarvestSource source, string from, string to)
    {
        var text = File.ReadAllText(source.Url!);
        Assert.That(text, Does.Contain(from));
        File.WriteAllText(source.Url!, text.Replace(from, to, StringComparison.Ordinal));
    }
}
