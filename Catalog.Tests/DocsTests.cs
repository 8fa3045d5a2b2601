using System.Reflection;
using System.Text.RegularExpressions;
using Catalog.Core.Storage;
using Catalog.Core.Tabular;
using Catalog.Core.Validation;
using Catalog.Harvest;
using Catalog.Harvest.Fetch;
using Catalog.Harvest.Sources;
using Catalog.Tests.Support;
using Catalog.Web.Feeds;

namespace Catalog.Tests;

/// <summary>Every code that is stored and shown stands in docs/findings.md, and nothing stands there that is no code.</summary>
public sealed partial class DocsTests
{
    private static readonly (string Chapter, Type Codes)[] Chapters =
    [
        ("Findings", typeof(FindingCodes)),
        ("Table findings", typeof(TableFindingCodes)),
        ("Gather codes", typeof(GatherCodes)),
        ("Hold codes", typeof(HoldCodes)),
        ("Fetch codes", typeof(FetchCodes)),
        ("Run status", typeof(RunStatus)),
        ("Record states", typeof(ObjectState)),
        ("Table repairs", typeof(TableRepairCodes)),
        ("Table failures", typeof(TableFailureCodes)),
        ("Table evidence", typeof(TableEvidenceCodes)),
    ];

    [TestCaseSource(nameof(Chapters))]
    public void Chapter_HasARowForEachCodeAndNoOther((string Chapter, Type Codes) chapter)
    {
        var codes = chapter.Codes.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToList();
        var rows = RowsOf(chapter.Chapter);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(r => r[0].Trim('`')), Is.EquivalentTo(codes));
            Assert.That(codes, Is.Unique);
            Assert.That(codes, Has.All.Matches("^[a-z]+(-[a-z]+)*$"));
            Assert.That(rows.SelectMany(r => r).Where(cell => cell.Length == 0), Is.Empty, "empty cells");
        }
    }

    [Test]
    public void SeverityOfEachFinding_IsOneThatThereIs()
    {
        var severities = Enum.GetNames<Severity>().Select(name => name.ToLowerInvariant()).ToList();
        Assert.That(RowsOf("Findings").Concat(RowsOf("Table findings")).SelectMany(row => row[1].Split([", ", " or "], StringSplitOptions.TrimEntries)), Is.All.AnyOf(severities.ToArray<object>()));
    }

    /// <summary>A code nobody can give is documentation of nothing.</summary>
    [Test]
    public void EveryCode_IsGivenSomewhere()
    {
        var sources = string.Concat(new[] { "Catalog.Core", "Catalog.Harvest" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Fixtures.RepositoryRoot, project), "*.cs", SearchOption.AllDirectories)).Select(File.ReadAllText));
        var never = from chapter in Chapters
                    where chapter.Codes != typeof(RunStatus) && chapter.Codes != typeof(ObjectState)
                    from field in chapter.Codes.GetFields(BindingFlags.Public | BindingFlags.Static)
                    where field.IsLiteral && !sources.Contains($"{chapter.Codes.Name}.{field.Name}", StringComparison.Ordinal)
                    select $"{chapter.Codes.Name}.{field.Name}";
        Assert.That(never, Is.Empty);
    }

    [Test]
    public void EveryProblemOfAFeed_IsInItsDocumentation()
    {
        var codes = typeof(FeedProblemCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
        var text = File.ReadAllText(Path.Combine(Fixtures.RepositoryRoot, "docs", "feeds.md"));
        var chapter = text[text.IndexOf("## Problems\n", StringComparison.Ordinal)..];
        Assert.That(chapter.Split('\n').Where(line => CodeRow().IsMatch(line)).Select(line => line.Split('`')[1]), Is.EquivalentTo(codes));
    }

    private static List<string[]> RowsOf(string chapter)
    {
        var text = File.ReadAllText(Path.Combine(Fixtures.RepositoryRoot, "docs", "findings.md"));
        var start = text.IndexOf($"## {chapter}\n", StringComparison.Ordinal);
        Assert.That(start, Is.GreaterThanOrEqualTo(0), $"docs/findings.md has no chapter '{chapter}'");
        var end = text.IndexOf("\n## ", start + 3, StringComparison.Ordinal);
        var body = end < 0 ? text[start..] : text[start..end];
        return [.. body.Split('\n').Where(line => CodeRow().IsMatch(line)).Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))];
    }

    [GeneratedRegex(@"^\| `[^`]+` \|")]
    private static partial Regex CodeRow();
}
