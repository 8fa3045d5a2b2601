namespace Catalog.Tests.Core.Tabular.Mishaps;

public sealed class MishapTests
{
    /// <summary>Files that are read otherwise than somebody who knows the table would, each with what speaks for our reading.</summary>
    private static readonly string[] Known =
    [
        // Five rows of three cells, then five of eleven numbers: most of the file is the second table.
        "other-table/small-plain-wide-blank",
        // One quote in the whole file pairs up with none.
        "separator-missing/small-plain-1-1-after",
    ];

    /// <summary>
    /// What comes back of each file is all that was in it. Of the mishaps in rows every fourth is tried, which is every
    /// kind, table, style, row and column, though not all of them together.
    /// </summary>
    [TestCase(nameof(RowMishaps), 799)]
    [TestCase(nameof(FileMishaps), 1021)]
    [TestCase(nameof(LayoutMishaps), 1047)]
    public void FileWithAMishap_GivesBackItsTable(string where, int files)
    {
        var mishaps = where switch
        {
            nameof(RowMishaps) => RowMishaps.All().Where((_, i) => i % 4 == 0).ToList(),
            nameof(FileMishaps) => FileMishaps.All().ToList(),
            _ => LayoutMishaps.All().ToList(),
        };
        var wrong = mishaps.AsParallel().AsOrdered().Select(m => (m.Name, Score: MishapScore.Of(m))).Where(m => m.Score.Sum < 4 && !Known.Contains(m.Name)).Select(m => $"{m.Name}: {m.Score}").ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong, Is.Empty);
            Assert.That(mishaps, Has.Count.EqualTo(files));
        }
    }

    [Test]
    public void Score_TellsALostCellFromALostRow()
    {
        var table = BaseTable.Small;
        var whole = Mishap.Whole("", table, FileStyle.Plain, "", FileStyle.Plain.Text(FileStyle.Plain.Lines(table)));
        var otherCell = whole with { Rows = [[["1", "uno", "10.6"]], .. whole.Rows.Skip(1)] };
        var otherRow = whole with { Rows = [.. whole.Rows, [["5", "cinco", "0"]]] };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(MishapScore.Of(whole), Is.EqualTo(new MishapScore(true, 1, 1, 1)));
            Assert.That(MishapScore.Of(otherCell), Is.EqualTo(new MishapScore(true, 1, 0.75, 11 / 12.0)));
            Assert.That(MishapScore.Of(otherRow), Is.EqualTo(new MishapScore(true, 1, 8 / 9.0, 24 / 27.0)));
            Assert.That(MishapScore.Of(whole with { Header = [] }).Header, Is.Zero);
            Assert.That(MishapScore.Of(whole with { File = "%PDF-1.7\n"u8.ToArray() }).Sum, Is.Zero);
        }
    }
}
