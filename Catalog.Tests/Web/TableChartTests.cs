using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Catalog.Core.Tabular.Rows;
using Catalog.Web.Tables;

namespace Catalog.Tests.Web;

/// <summary>Charts: what a reader can choose, and that what is left out is said and reckoned.</summary>
public sealed partial class TableChartTests
{
    private FormatCity _city = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _city = await FormatCity.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _city.DisposeAsync();

    /// <summary>Destination 1 has twelve payments, destination 2 eleven … destination 12 one; a payment of it n × 1000 + its own number + ½.</summary>
    [TestCase("count", 12)]
    [TestCase("sum", 78_018)]
    [TestCase("avg", 6_501.5)]
    [TestCase("median", 6_501.5)]
    [TestCase("min", 1_001.5)]
    [TestCase("max", 12_001.5)]
    public async Task TopValues_AndTheOthersReckonedFromTheirRows(string function, double first)
    {
        var data = await _city.DrawingAsync("Pagos", $"?view=chart&x=destino&fn={function}&of=monto&top=5");
        var values = data.GetProperty("series")[0].GetProperty("values");
        var names = data.GetProperty("x").EnumerateArray().Select(x => x.GetString()!).ToList();
        var shown = names.Index().Where(n => n.Item.StartsWith("Destino", StringComparison.Ordinal)).ToDictionary(n => n.Item, n => values[n.Index].GetDouble());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Has.Count.EqualTo(6));
            Assert.That(names[^1], Is.EqualTo("otros 7 valores"));
            if (function != "min") Assert.That(shown["Destino 01"], Is.EqualTo(first).Within(0.001));
            Assert.That(shown.Values, Is.Ordered.Descending);
            Assert.That(values[5].GetDouble(), Is.EqualTo(Others(function, shown.Keys)).Within(0.001));
        }
    }

    [Test]
    public async Task Months_WithoutRowsAreZerosAndRowsWithoutADateAreSaid()
    {
        var page = await _city.Host.PageAsync(_city.TableOf("Pagos") + "?view=chart&x=fecha&by=month");
        var data = await _city.DrawingAsync("Pagos", "?view=chart&x=fecha&by=month");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.GetProperty("kind").GetString(), Is.EqualTo("line"));
            Assert.That(data.GetProperty("x").EnumerateArray().Select(x => x.GetString()), Is.EqualTo(new[] { "2024-01", "2024-02", "2024-03", "2024-04" }));
            Assert.That(data.GetProperty("series")[0].GetProperty("values").EnumerateArray().Select(v => v.GetInt32()), Is.EqualTo(new[] { 49, 0, 0, 28 }));
            Assert.That(page, Does.Contain("Sin fecha: 1."));
        }
    }

    [TestCase("?view=chart&x=fecha&by=year", "line", "2024")]
    [TestCase("?view=chart&x=fecha&by=quarter&as=bar", "bar", "2024-Q1")]
    [TestCase("?view=chart&x=destino&as=line", "line", "Destino 01")]
    [TestCase("?view=chart&x=urgente", "bar", "no")]
    [TestCase("?view=chart&x=nada&fn=nada&of=nada&by=nada&as=nada&top=nada", "bar", "Destino 01")]
    public async Task Form_IsAsAskedOrAsFits(string query, string kind, string first)
    {
        var data = await _city.DrawingAsync("Pagos", query);
        Assert.That((data.GetProperty("kind").GetString(), data.GetProperty("x")[0].GetString()), Is.EqualTo((kind, first)));
    }

    [TestCase("?view=chart&x=destino&fn=sum&of=monto&top=5&filter=urgente.eq.true", 12)]
    [TestCase("?view=chart&x=fecha&by=month&fn=avg&of=monto", 3)]
    [TestCase("?view=chart&x=fecha&by=year", 2)]
    public async Task Numbers_AreThereByTheApi(string query, int groups)
    {
        var page = await _city.Host.PageAsync(_city.TableOf("Pagos") + query);
        var address = WebUtility.HtmlDecode(Numbers().Match(page).Groups["href"].Value);
        using var answer = await _city.Host.GetAsync(address);
        var lines = (await answer.Content.ReadAsStringAsync()).TrimEnd().Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), lines[0]);
            Assert.That(lines, Has.Length.EqualTo(groups + 1).Or.Length.EqualTo(groups));
            Assert.That(page, Does.Contain("<th scope=\"row\""), "and as a table");
        }
    }

    private static IEnumerable<object[]> Times() =>
    [
        [DatePart.Year, new[] { "2019", "2021" }, new[] { "2019", "2020", "2021" }],
        [DatePart.Quarter, new[] { "2019-Q4", "2020-Q2" }, new[] { "2019-Q4", "2020-Q1", "2020-Q2" }],
        [DatePart.Month, new[] { "2019-11", "2020-02" }, new[] { "2019-11", "2019-12", "2020-01", "2020-02" }],
        [DatePart.Day, new[] { "2020-02-28", "2020-03-01" }, new[] { "2020-02-28", "2020-02-29", "2020-03-01" }],
        [DatePart.Day, new[] { "-0044-03-15", "2020-03-01" }, new[] { "-0044-03-15", "2020-03-01" }],
        [DatePart.Day, new[] { "1900-01-01", "2020-03-01" }, new[] { "1900-01-01", "2020-03-01" }],
        [DatePart.Year, Array.Empty<string>(), Array.Empty<string>()],
    ];

    [TestCaseSource(nameof(Times))]
    public void Gaps_AreFilledWhereThatIsNotTooMuch(DatePart part, string[] names, string[] expected) =>
        Assert.That(Timeline.Fill([.. names.Select(n => new ChartPoint(n, 1))], part, 0, most: 400).Select(p => p.Name), Is.EqualTo(expected));

    /// <summary>The same from the rows that the file was made of.</summary>
    private static double Others(string function, IEnumerable<string> shown)
    {
        var values = (from destination in Enumerable.Range(1, 12)
                      where !shown.Contains(FormattableString.Invariant($"Destino {destination:00}"))
                      from payment in Enumerable.Range(1, 13 - destination)
                      select payment * 1000 + destination + 0.5).Order().ToList();
        return function switch
        {
            "sum" => values.Sum(),
            "avg" => values.Average(),
            "median" => (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2,
            "min" => values[0],
            "max" => values[^1],
            _ => values.Count,
        };
    }

    [GeneratedRegex("href=\"(?<href>[^\"]+)\"[^>]*>Estos números")]
    private static partial Regex Numbers();
}
