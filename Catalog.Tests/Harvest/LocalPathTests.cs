using Catalog.Harvest;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest;

public sealed class LocalPathTests
{
    private TempFolder _temp = null!;
    private string _folder = null!;

    [SetUp]
    public void Create()
    {
        _temp = new TempFolder();
        _temp.Write("source/a.csv", "a");
        _temp.Write("source/sub/b.csv", "b");
        _temp.Write("secret.csv", "secret");
        _temp.Write("source-other/c.csv", "c");
        _folder = _temp.Combine("source");
    }

    [TearDown]
    public void Delete() => _temp.Dispose();

    [TestCase("", "a.csv", "a.csv")]
    [TestCase("sub", "b.csv", "sub/b.csv")]
    [TestCase("sub", "./b.csv", "sub/b.csv")]
    [TestCase("sub", "../a.csv", "a.csv")]
    [TestCase("", "sub\\b.csv", "sub/b.csv")]
    [TestCase("", "../secret.csv", null)]
    [TestCase("sub", "../../secret.csv", null)]
    [TestCase("sub", "x/../../../secret.csv", null)]
    [TestCase("", "/etc/hosts", null)]
    [TestCase("", "\\\\server\\share", null)]
    [TestCase("", "C:\\a.csv", null)]
    [TestCase("", "file:///etc/hosts", null)]
    [TestCase("", "a\0.csv", null)]
    [TestCase("", "", null)]
    [TestCase("", ".", null)]
    [TestCase("", "sub/..", null)]
    public void Join_StaysInTheFolder(string basePath, string path, string? joined) => Assert.That(LocalPath.Join(basePath, path), Is.EqualTo(joined));

    [TestCase("a.csv", true)]
    [TestCase("sub/b.csv", true)]
    [TestCase("sub/../a.csv", true)]
    [TestCase("missing.csv", true)]
    [TestCase("missing/deeper/x.csv", true)]
    [TestCase("../secret.csv", false)]
    [TestCase("../source-other/c.csv", false)]
    [TestCase("sub/../../secret.csv", false)]
    [TestCase("/etc/hosts", false)]
    [TestCase("a\0.csv", false)]
    [TestCase(".", false)]
    public void Resolve_FindsOnlyWhatLiesInTheFolder(string relative, bool found) => Assert.That(LocalPath.Resolve(_folder, relative), found ? Is.Not.Null : Is.Null);

    [Test]
    public void NameLongerThanAnyFile_IsNoReasonToFail() => Assert.That(() => LocalPath.Resolve(_folder, new string('x', 5000)), Throws.Nothing);

    [Test]
    public void LinkOutOfTheFolder_IsRefused()
    {
        File.CreateSymbolicLink(_temp.Combine("source", "link.csv"), _temp.Combine("secret.csv"));
        File.CreateSymbolicLink(_temp.Combine("source", "relative.csv"), Path.Combine("..", "secret.csv"));
        File.CreateSymbolicLink(_temp.Combine("source", "twice.csv"), "link.csv");

        Assert.That(new[] { "link.csv", "relative.csv", "twice.csv" }.Select(name => LocalPath.Resolve(_folder, name)), Is.All.Null);
    }

    [Test]
    public void FolderThatIsALinkOut_IsRefused()
    {
        Directory.CreateSymbolicLink(_temp.Combine("source", "out"), _temp.Path);

        Assert.That(LocalPath.Resolve(_folder, "out/secret.csv"), Is.Null);
    }

    [Test]
    public void LinkWithinTheFolder_LeadsToItsFile()
    {
        File.CreateSymbolicLink(_temp.Combine("source", "latest.csv"), Path.Combine("sub", "b.csv"));
        Directory.CreateSymbolicLink(_temp.Combine("source", "now"), _temp.Combine("source", "sub"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.ReadAllText(LocalPath.Resolve(_folder, "latest.csv")!), Is.EqualTo("b"));
            Assert.That(File.ReadAllText(LocalPath.Resolve(_folder, "now/b.csv")!), Is.EqualTo("b"));
        }
    }

    [Test]
    public void FolderReachedThroughALink_IsItself()
    {
        Directory.CreateSymbolicLink(_temp.Combine("shortcut"), _folder);
        File.CreateSymbolicLink(_temp.Combine("source", "absolute.csv"), _temp.Combine("source", "a.csv"));

        Assert.That(File.ReadAllText(LocalPath.Resolve(_temp.Combine("shortcut"), "absolute.csv")!), Is.EqualTo("a"));
    }

    [Test]
    public void LinksInACircle_AreRefused()
    {
        File.CreateSymbolicLink(_temp.Combine("source", "one"), "two");
        File.CreateSymbolicLink(_temp.Combine("source", "two"), "one");

        Assert.That(LocalPath.Resolve(_folder, "one"), Is.Null);
    }
}
