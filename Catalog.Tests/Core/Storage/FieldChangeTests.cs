using Catalog.Core.Storage;

namespace Catalog.Tests.Core.Storage;

public sealed class FieldChangeTests
{
    [TestCase("""{"a":"x"}""", """{"a":"x"}""", "")]
    [TestCase("""{"a":"x","b":1}""", """{"b":1,"a":"x"}""", "", Description = "order of members means nothing")]
    [TestCase("""{"a":"x"}""", """{"a":"y"}""", "a: x -> y")]
    [TestCase("""{}""", """{"a":"y"}""", "a: ? -> y")]
    [TestCase("""{"a":"x"}""", """{}""", "a: x -> ?")]
    [TestCase("""{"a":1}""", """{"a":true}""", "a: 1 -> true")]
    [TestCase("""{"p":{"n":"x","m":1}}""", """{"p":{"n":"y","m":1}}""", "p.n: x -> y")]
    [TestCase("""{"k":["a","b"]}""", """{"k":["a","c"]}""", "k: a; b -> a; c")]
    [TestCase("""{"title":[{"es":"uno"}]}""", """{"title":[{"es":"dos"},{"":"two"}]}""", "title: uno (es) -> dos (es); two")]
    [TestCase("""{"d":[{"id":"1","u":"x"},{"id":"2","u":"y"}]}""", """{"d":[{"id":"2","u":"z"},{"id":"1","u":"x"}]}""", "d.2.u: y -> z")]
    [TestCase("""{"d":[{"id":"1"},{"id":"2"}]}""", """{"d":[{"id":"2"},{"id":"1"}]}""", "d: 1, 2 -> 2, 1", Description = "only the order")]
    [TestCase("""{"d":[{"id":"1","u":"x"}]}""", """{"d":[{"id":"1","u":"x"},{"id":"2","u":"y"}]}""", """d.2: ? -> {"id":"2","u":"y"}""")]
    [TestCase("""{"f":[{"name":"n","t":"a"}]}""", """{"f":[{"name":"n","t":"b"}]}""", "f.n.t: a -> b")]
    [TestCase("""{"d":[{"id":"1","u":"x"},{"id":"1","u":"y"}]}""", """{"d":[{"id":"1","u":"x"}]}""", """d: [{"id":"1","u":"x"},{"id":"1","u":"y"}] -> [{"id":"1","u":"x"}]""", Description = "ids that clash name nothing")]
    public void DifferenceOfTwoDocuments_IsSaidMemberByMember(string before, string after, string expected) =>
        Assert.That(string.Join(" | ", FieldChange.Between(before, after).Select(c => $"{c.Field}: {c.Before ?? "?"} -> {c.After ?? "?"}")), Is.EqualTo(expected));

    [Test]
    public void LongValue_IsShownInPart()
    {
        var change = FieldChange.Between($$"""{"a":"{{new string('x', 5000)}}"}""", """{"a":"y"}""").Single();
        Assert.That(change.Before, Has.Length.EqualTo(301).And.EndsWith("…"));
    }
}
