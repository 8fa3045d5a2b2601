using System.Text.Json;
using Catalog.Core.Dcat;
using CsCheck;

namespace Catalog.Tests.Core.Dcat;

public sealed class ValueListTests
{
    [Test]
    public void EqualItemsInTheSameOrder_AreEqual()
    {
        ValueList<string> one = ["a", "b"];
        var same = new List<string> { "a", "b" }.ToValueList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one == same, Is.True);
            Assert.That(one.GetHashCode(), Is.EqualTo(same.GetHashCode()));
            Assert.That(one != new[] { "b", "a" }.ToValueList(), Is.True);
            Assert.That(one.Equals((object?)null), Is.False);
            Assert.That(one == null, Is.False);
        }
    }

    [Test]
    public void RecordsThatHoldOne_AreEqualByItsItems() =>
        Assert.That(new Holder(["x"], Text.Of("es", "hola")), Is.EqualTo(new Holder(new[] { "x" }.ToValueList(), Text.Of("es", "hola"))));

    [Test]
    public void ChangeOfTheArrayItWasMadeFrom_DoesNotReachIt()
    {
        var items = new[] { "a" };
        var list = items.ToValueList();
        items[0] = "b";
        Assert.That(list[0], Is.EqualTo("a"));
    }

    [Test]
    public void Add_LeavesTheListAsItWas()
    {
        ValueList<int> list = [1];
        var longer = list.Add(2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(list, Has.Count.EqualTo(1));
            Assert.That(longer.ToString(), Is.EqualTo("[1, 2]"));
        }
    }

    [TestCase("null")]
    [TestCase("[]")]
    public void NothingInJson_IsTheEmptyList(string json) =>
        Assert.That(JsonSerializer.Deserialize<ValueList<string>>(json), Is.EqualTo(ValueList<string>.Empty));

    [Test]
    public void AnyList_ComesBackFromJson() =>
        Gen.Int.List.Sample(items =>
        {
            var list = items.ToValueList();
            return JsonSerializer.Deserialize<ValueList<int>>(JsonSerializer.Serialize(list)) == list;
        });

    private sealed record Holder(ValueList<string> Items, Text Text);
}
