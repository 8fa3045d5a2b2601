using System.Globalization;
using System.Text.RegularExpressions;

namespace Catalog.Tests.Support;

/// <summary>
/// What docs/conformance.md claims: for each suite a line <c>`suite`: 313 of 313 tests pass.</c>, and below it, up to
/// the next heading, a row <c>| `test` | reason |</c> for each that does not.
/// </summary>
public static partial class ConformanceDocument
{
    /// <summary>Fails unless the document says of the suite exactly what its run gave.</summary>
    public static void AssertSays(string suite, int total, IReadOnlyCollection<string> failed)
    {
        var text = File.ReadAllText(Path.Combine(Fixtures.RepositoryRoot, "docs", "conformance.md"));
        var claim = Claim().Matches(text).SingleOrDefault(m => m.Groups["suite"].Value == suite);
        Assert.That(claim, Is.Not.Null, $"docs/conformance.md has no line of the suite {suite}");
        var end = text.IndexOf("\n#", claim!.Index, StringComparison.Ordinal);
        var exceptions = Exception().Matches(end < 0 ? text[claim.Index..] : text[claim.Index..end]).Select(m => m.Groups["test"].Value);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Number(claim.Groups["total"].Value), Is.EqualTo(total), $"tests of {suite}");
            Assert.That(Number(claim.Groups["passed"].Value), Is.EqualTo(total - failed.Count), $"passed tests of {suite}");
            Assert.That(exceptions, Is.EquivalentTo(failed), $"exceptions of {suite}");
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^`(?<suite>[\w-]+)`: (?<passed>[\d,]+) of (?<total>[\d,]+) tests pass", RegexOptions.Multiline)]
    private static partial Regex Claim();

    [GeneratedRegex(@"^\| `(?<test>[^`]+)` \| \S.* \|$", RegexOptions.Multiline)]
    private static partial Regex Exception();
}
