namespace Catalog.Tests.Core.Tabular;

public sealed class PollutionTests
{
    /// <summary>
    /// Of each kind of uncleanness every file must give back exactly what a reader of it would write down. The kinds and
    /// the number of files stand here, so that a generator that makes nothing is noticed.
    /// </summary>
    [TestCase("clean", 2)]
    [TestCase("line-end", 4)]
    [TestCase("no-last-line-end", 2)]
    [TestCase("two-last-line-ends", 2)]
    [TestCase("header-only", 2)]
    [TestCase("one-row", 2)]
    [TestCase("mixed-line-ends", 2)]
    [TestCase("blank-lines", 2)]
    [TestCase("empty", 2)]
    [TestCase("delimiter", 25)]
    [TestCase("quote-sign", 6)]
    [TestCase("escape-sign", 12)]
    [TestCase("no-quotes", 3)]
    [TestCase("no-header", 2)]
    [TestCase("header-rows", 4)]
    [TestCase("empty-columns", 2)]
    [TestCase("preamble", 12)]
    [TestCase("comments", 3)]
    [TestCase("footer", 3)]
    [TestCase("other-table", 12)]
    [TestCase("encoding", 18)]
    [TestCase("header-cell-too-few", 18)]
    [TestCase("header-cell-too-many", 16)]
    [TestCase("cell-too-many", 72)]
    [TestCase("cell-too-few", 72)]
    [TestCase("separator-missing", 24)]
    [TestCase("stray-quote", 264)]
    [TestCase("unclosed-quote", 41)]
    [TestCase("foreign-row", 105)]
    public void UncleanFile_GivesBackItsTable(string kind, int files)
    {
        var pollutions = Pollutions.All().Where(p => p.Class == kind).ToList();
        var wrong = pollutions.Select(p => (p.Name, Score: PollutionScore.Of(p))).Where(p => !p.Score.IsPerfect).Select(p => $"{p.Name}: {p.Score}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong, Is.Empty);
            Assert.That(pollutions, Has.Count.EqualTo(files));
        }
    }

    [Test]
    public void EveryKind_IsTested()
    {
        var tested = typeof(PollutionTests).GetMethod(nameof(UncleanFile_GivesBackItsTable))!.GetCustomAttributes(typeof(TestCaseAttribute), false).Cast<TestCaseAttribute>().Select(c => c.Arguments[0]);
        Assert.That(tested, Is.EquivalentTo(Pollutions.All().Select(p => p.Class).Distinct()));
    }
}
