using Catalog.Core.Tabular.Rows;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Tabular.Rows;

/// <summary>What queries put off to disk, and what is left of it when they are killed.</summary>
public sealed class ScratchFolderTests
{
    [Test]
    public void FolderOfADeadProcess_IsRemoved_ThatOfALivingOneStays()
    {
        using var temp = new TempFolder();
        // A killed process leaves its lock, which nobody holds any more, or not even that.
        temp.Write("dead/spill.tmp", "x");
        temp.Write("dead.lock", "");
        temp.Write("older/spill.tmp", "x");
        using var living = ScratchFolder.Open(temp.Path);
        File.WriteAllText(Path.Combine(living.Path, "spill.tmp"), "x");
        using (var another = ScratchFolder.Open(temp.Path))
            Assert.That(Directory.EnumerateFileSystemEntries(temp.Path), Is.EquivalentTo(new[] { living.Path, living.Path + ".lock", another.Path, another.Path + ".lock" }));
        Assert.That(File.Exists(Path.Combine(living.Path, "spill.tmp")), Is.True);
    }

    [Test]
    public void FolderOfADisposedPool_IsGone()
    {
        using var temp = new TempFolder();
        using (var pool = new QueryPool(temp.Path, Catalog.Core.Limits.Default))
            Assert.That(Directory.EnumerateDirectories(temp.Combine("temp")).Count(), Is.EqualTo(1));
        Assert.That(Directory.EnumerateFileSystemEntries(temp.Combine("temp")), Is.Empty);
    }
}
