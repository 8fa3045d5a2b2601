using Catalog.Core;
using Catalog.Core.Search;
using Catalog.Tests.Support;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace Catalog.Tests.Core.Search;

/// <summary>What may be found in the folder of an index, and what may go on beside it.</summary>
public sealed class IndexFolderTests
{
    private readonly TempFolder _folder = new();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    private static void Damage(string folder, string pattern, Action<string> damage)
    {
        var files = Directory.GetFiles(folder, pattern);
        Assert.That(files, Is.Not.Empty, $"no {pattern} to damage");
        foreach (var file in files) damage(file);
    }

    private static void FlipByteInTheMiddle(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0xFF;
        File.WriteAllBytes(file, bytes);
    }

    private static void Halve(string file)
    {
        using var stream = File.Open(file, FileMode.Open);
        stream.SetLength(stream.Length / 2);
    }

    private static IEnumerable<TestCaseData<string, Action<string>>> Damages()
    {
        yield return new("segments_*", File.Delete) { TestName = "CommitDeleted" };
        yield return new("segments_*", Halve) { TestName = "CommitCutShort" };
        yield return new("segments_*", f => File.WriteAllText(f, "not an index")) { TestName = "CommitOverwritten" };
        yield return new("segments_*", f => File.WriteAllBytes(f, [])) { TestName = "CommitEmptied" };
        yield return new("_*.si", File.Delete) { TestName = "SegmentInfoDeleted" };
        yield return new("_*.cfs", File.Delete) { TestName = "SegmentDeleted" };
        yield return new("_*.cfs", Halve) { TestName = "SegmentCutShort" };
        yield return new("_*.cfs", FlipByteInTheMiddle) { TestName = "OneByteFlippedInASegment" };
    }

    [TestCaseSource(nameof(Damages))]
    public void DamagedIndex_IsReplacedByAnEmptyOne(string pattern, Action<string> damage)
    {
        Entries.Index(_folder.Path, Entries.Of("Arbolado"), Entries.Of("Veredas")).Dispose();
        Damage(_folder.Path, pattern, damage);
        using var index = SearchIndex.Open(_folder.Path, Limits.Default);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((index.Cursor, index.Search(new SearchQuery()).Total), Is.EqualTo((0L, 0)));
            Assert.That(index.ResetReason, Is.Not.Null.And.Not.Empty);
        }
        index.Apply([Entries.Of("Arbolado")], [], 7);
        Assert.That((index.Cursor, index.Search(new SearchQuery { Text = "arbolado" }).Total), Is.EqualTo((7L, 1)));
    }

    [Test]
    public void IndexOfAnotherVersion_IsReplacedByAnEmptyOne()
    {
        using (var directory = FSDirectory.Open(_folder.Path))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())))
        {
            writer.AddDocument([]);
            writer.SetCommitData(new Dictionary<string, string> { ["schema"] = "of another version", ["cursor"] = "9", ["identity"] = "x" });
            writer.Commit();
        }
        using var index = SearchIndex.Open(_folder.Path, Limits.Default);
        Assert.That((index.Cursor, index.Search(new SearchQuery()).Total), Is.EqualTo((0L, 0)));
    }

    [Test]
    public void ProcessThatDiedWithoutClosing_LeavesItsLastCommit()
    {
        using var dead = Entries.Index(_folder.Path, Entries.Of("Arbolado"));
        dead.Apply([Entries.Of("Veredas")], [], 2);
        // The files as they lie there while the first is still open are what a killed process leaves, lock file included.
        using var copy = new TempFolder();
        foreach (var file in Directory.GetFiles(_folder.Path).Where(f => Path.GetFileName(f) != "write.lock"))
            File.Copy(file, copy.Combine(Path.GetFileName(file)));
        File.WriteAllText(copy.Combine("write.lock"), "");
        using var index = SearchIndex.Open(copy.Path, Limits.Default);
        Assert.That((index.Cursor, index.Search(new SearchQuery()).Total, index.ResetReason), Is.EqualTo((2L, 2, (string?)null)));
    }

    [Test]
    public void ProcessThatDiedInTheMiddleOfABatch_LeavesTheBatchBefore()
    {
        using var dying = Entries.Index(_folder.Path, Entries.Of("Arbolado"));
        using var copy = new TempFolder();
        IEnumerable<SearchEntry> Batch()
        {
            for (var i = 0; i < 300; i++) yield return Entries.Of("Veredas " + i);
            foreach (var file in Directory.GetFiles(_folder.Path).Where(f => Path.GetFileName(f) != "write.lock"))
                File.Copy(file, copy.Combine(Path.GetFileName(file)));
        }
        dying.Apply(Batch(), [Entries.Of("Arbolado").Dataset.Id], 2);
        using var index = SearchIndex.Open(copy.Path, Limits.Default);
        Assert.That((index.Cursor, index.Search(new SearchQuery()).Total), Is.EqualTo((1L, 1)));
    }

    [Test]
    public void LivingWriter_KeepsOthersFromWriting()
    {
        using var first = Entries.Index(_folder.Path, Entries.Of("Arbolado"));
        Assert.That(() => SearchIndex.Open(_folder.Path, Limits.Default),
            Throws.InstanceOf<SearchIndexLockedException>().With.Property("Folder").EqualTo(_folder.Path));
        first.Apply([Entries.Of("Veredas")], [], 2);
        Assert.That(first.Search(new SearchQuery()).Total, Is.EqualTo(2), "the refused one must not have touched anything");
    }

    [Test]
    public void LockHeldByAnotherProcess_IsRefusedAndNothingIsLost()
    {
        Entries.Index(_folder.Path, Entries.Of("Arbolado")).Dispose();
        // What another process does: holds the lock file open for itself alone.
        using (File.Open(_folder.Combine("write.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            Assert.That(() => SearchIndex.Open(_folder.Path, Limits.Default), Throws.InstanceOf<SearchIndexLockedException>());
        using var index = SearchIndex.Open(_folder.Path, Limits.Default);
        Assert.That(index.Cursor, Is.EqualTo(1));
    }

    [Test]
    public void Reader_FollowsTheWritersCommits()
    {
        using var writer = Entries.Index(_folder.Path, Entries.Of("Arbolado"));
        using var reader = SearchIndex.OpenForReading(_folder.Path, Limits.Default);
        Assert.That((reader.Cursor, reader.Search(new SearchQuery()).Total), Is.EqualTo((1L, 1)));
        writer.Apply([Entries.Of("Veredas")], [], 2);
        Assert.That((reader.Search(new SearchQuery()).Total, reader.Cursor), Is.EqualTo((2, 2L)));
        writer.Clear();
        Assert.That((reader.Search(new SearchQuery()).Total, reader.Cursor), Is.EqualTo((0, 0L)));
    }

    [Test]
    public void ReaderBeforeAnyIndex_FindsNothingUntilThereIsOne()
    {
        using var reader = SearchIndex.OpenForReading(_folder.Combine("not yet"), Limits.Default);
        Assert.That((reader.Cursor, reader.Search(new SearchQuery { Text = "x" }).Total), Is.EqualTo((0L, 0)));
        using var writer = Entries.Index(_folder.Combine("not yet"), Entries.Of("Arbolado"));
        Assert.That((reader.Cursor, reader.Search(new SearchQuery()).Total), Is.EqualTo((1L, 1)));
    }

    [Test]
    public void ReaderOfAnIndexThatIsRecreated_SeesTheNewOneAlone()
    {
        var old = Entries.Of("Arbolado");
        Entries.Index(_folder.Path, old).Dispose();
        using var reader = SearchIndex.OpenForReading(_folder.Path, Limits.Default);
        Assert.That(reader.Search(new SearchQuery()).Ids, Is.EqualTo([old.Dataset.Id]));
        Damage(_folder.Path, "segments_*", File.Delete);
        // The new index has the old one's segment names and as many commits.
        var renewed = Entries.Of("Veredas");
        using var writer = Entries.Index(_folder.Path, renewed);
        Assert.That(reader.Search(new SearchQuery()).Ids, Is.EqualTo([renewed.Dataset.Id]));
    }

    [Test]
    public void Reader_RefusesToWrite()
    {
        using var reader = SearchIndex.OpenForReading(_folder.Path, Limits.Default);
        Assert.That(() => reader.Apply([], [], 1), Throws.InvalidOperationException);
    }
}
