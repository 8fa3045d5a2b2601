using Catalog.Harvest.Config;

namespace Catalog.Tests.Harvest.Config;

public sealed class DidYouMeanTests
{
    [TestCase("", "", 0)]
    [TestCase("abc", "", 3)]
    [TestCase("abc", "abc", 0)]
    [TestCase("abc", "abd", 1)]
    [TestCase("abc", "acb", 1)]
    [TestCase("kitten", "sitting", 3)]
    public void Distance_CountsEditsAndSwapsInBothDirections(string a, string b, int distance)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(DidYouMean.Distance(a, b), Is.EqualTo(distance));
            Assert.That(DidYouMean.Distance(b, a), Is.EqualTo(distance));
        }
    }

    [TestCase("publishr", "publisher")]
    [TestCase("TITLE", "title")]
    [TestCase("ulr", "url")]
    [TestCase("xyz", null)]
    [TestCase("", null)]
    public void Nearest_IsWithinAThirdOfTheWord(string word, string? expected) =>
        Assert.That(DidYouMean.Nearest(word, ["title", "publisher", "url"]), Is.EqualTo(expected));
}
