using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Catalog.Tests.Web;

/// <summary>The page of a table: what plain links and forms do, without a script.</summary>
public sealed partial class TablePageTests
{
    private TableCity _city = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _city = await TableCity.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _city.DisposeAsync();

    [Test]
    public async Task Page_ShowsTheFirstRowsAndTheirNumber()
    {
        var page = await _city.Host.PageAsync(_city.Page);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("120 filas"));
            Assert.That(Cells(page, 0).First(), Is.EqualTo("OB-002"));
            Assert.That(Cells(page, 0), Has.Count.EqualTo(50));
        }
    }

    [Test]
    public async Task NextRows_LeadToTheEndAndEachRowComesOnce()
    {
        var seen = new List<string>();
        for (var address = _city.Page; ;)
        {
            var page = await _city.Host.PageAsync(address);
            seen.AddRange(Cells(page, 0));
            var next = Next().Match(page);
            if (!next.Success) break;
            address = _city.Page + WebUtility.HtmlDecode(next.Groups["href"].Value);
        }
        Assert.That(seen, Is.EqualTo(Enumerable.Range(2, 120).Select(n => FormattableString.Invariant($"OB-{n:000}"))));
    }

    [Test]
    public async Task HeaderLink_SortsAndThenTheOtherWayRound()
    {
        var down = await _city.Host.PageAsync(_city.Page + "?sort=monto.desc");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Cells(down, 0).First(), Is.EqualTo("OB-007"));
            Assert.That(down, Does.Contain("aria-sort=\"descending\""));
            Assert.That(down, Does.Contain("?sort=monto#table"));
        }
    }

    [TestCase("?fc=etapa&fo=eq&fv=En+obra", "etapa.eq.En obra", "etapa es igual a En obra", 40)]
    [TestCase("?fc=monto&fo=ge&fv=100000", "monto.ge.100000", "monto es al menos 100000", 23)]
    [TestCase("?fc=nombre&fo=contains&fv=obra+11", "nombre.contains.obra 11", "nombre contiene obra 11", 11)]
    [TestCase("?fc=etapa&fo=isnull", "etapa.isnull", "etapa está vacía", 0)]
    public async Task Form_MakesAFilterOfTheApi(string form, string filter, string chip, int rows)
    {
        using var redirect = await _city.Host.GetAsync(_city.Page + form);
        Assert.That(redirect.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var query = redirect.Headers.Location!.ToString().Split('?')[1];
        Assert.That(Uri.UnescapeDataString(query), Is.EqualTo("filter=" + filter));
        var page = await _city.Host.PageAsync($"{_city.Page}?{query}");
        using var answer = JsonDocument.Parse(await _city.Host.PageAsync($"{_city.Api}?{query}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain(chip));
            Assert.That(answer.RootElement.GetProperty("total").GetInt32(), Is.EqualTo(rows));
            Assert.That(Cells(page, 0), Has.Count.EqualTo(Math.Min(rows, 50)));
        }
    }

    [Test]
    public async Task FilterThatCannotBe_IsSaidOnThePage()
    {
        var page = await _city.Host.PageAsync(_city.Page + "?filter=monto.eq.mucho");
        Assert.That(page, Does.Contain("No se pudo responder").And.Contains("role=\"alert\""));
    }

    [Test]
    public async Task Columns_AreSummedUp()
    {
        var page = await _city.Host.PageAsync(_city.Page + "?view=columns");
        Assert.That(page, Does.Contain("En licitación").And.Contains("fecha").And.Contains("<meter").And.Contains("Distribución de 2.000,5 a 999.999,5"));
    }

    [TestCase("?view=chart&x=etapa", "etapa", "bar", 3, 40)]
    [TestCase("?view=chart&x=etapa&filter=etapa.eq.En%20obra", "etapa", "bar", 1, 40)]
    [TestCase("?view=chart&x=inicio", "inicio", "line", 12, 10)]
    public async Task Chart_HasItsNumbersAsDataAndAsTable(string query, string across, string kind, int points, int first)
    {
        var page = await _city.Host.PageAsync(_city.Page + query);
        using var data = JsonDocument.Parse(ChartData().Match(page).Groups["json"].Value);
        var values = data.RootElement.GetProperty("series")[0].GetProperty("values");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.RootElement.GetProperty("kind").GetString(), Is.EqualTo(kind));
            Assert.That(values.GetArrayLength(), Is.EqualTo(points));
            Assert.That(values[0].GetDouble(), Is.EqualTo(first));
            Assert.That(page, Does.Contain(across).And.Contains("cantidad de filas"));
            Assert.That(Rows().Count(page), Is.GreaterThanOrEqualTo(points));
        }
    }

    [Test]
    public async Task Map_HasThePlaceOfEveryRow()
    {
        var page = await _city.Host.PageAsync(_city.Page + "?view=map");
        using var data = JsonDocument.Parse(ChartData().Match(page).Groups["json"].Value);
        Assert.That(data.RootElement.GetProperty("points").GetArrayLength(), Is.EqualTo(120));
    }

    [Test]
    public async Task Code_AsksForTheRowsOnThePage()
    {
        var page = WebUtility.HtmlDecode(await _city.Host.PageAsync(_city.Page + "?view=code&filter=etapa.eq.Finalizada"));
        Assert.That(page, Does.Contain($"pd.read_csv('http://localhost:5080{_city.Api}.csv?filter=etapa.eq.Finalizada')"));
    }

    [Test]
    public async Task Versions_AreComparedRowByRow()
    {
        var page = await _city.Host.PageAsync(_city.Page + "/versions");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("codigo, que no se repite"));
            Assert.That(page, Does.Contain("<del>7.000,5</del>").And.Contains("<ins>999.999,5</ins>"));
            Assert.That(page, Does.Contain("OB-001").And.Contains("OB-121"));
            Assert.That(page, Does.Not.Contain("OB-050"));
        }
    }

    [Test]
    public async Task DatasetPage_SumsUpWhatChanged() =>
        Assert.That(await _city.Host.PageAsync(_city.Page.Split("/resource")[0]), Does.Contain("1 fila agregada, 1 quitada, 1 cambiada").And.Contains($"{_city.Page}/versions"));

    [Test]
    public async Task Report_SaysContractAndDrift()
    {
        var page = await _city.Host.PageAsync(_city.Page + "?view=report");
        var csv = await _city.Host.PageAsync(_city.Api + "/report.csv");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("Nadie declaró las columnas").And.Contains("UTF-8"));
            Assert.That(csv, Does.StartWith("kind,code,severity,place,count,value,mensaje,message\r\n"));
        }
    }

    [Test]
    public async Task Diff_IsJsonWithEveryCount()
    {
        using var diff = JsonDocument.Parse(await _city.Host.PageAsync(_city.Api + "/diff?from=1&to=2"));
        var root = diff.RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((root.GetProperty("added").GetInt32(), root.GetProperty("removed").GetInt32(), root.GetProperty("changed").GetInt32(), root.GetProperty("unchanged").GetInt32()), Is.EqualTo((1, 1, 1, 118)));
            Assert.That(root.GetProperty("rows").GetArrayLength(), Is.EqualTo(3));
            Assert.That(root.GetProperty("changedCells").GetProperty("monto").GetInt32(), Is.EqualTo(1));
            Assert.That(root.GetProperty("key").GetProperty("source").GetString(), Is.EqualTo("inferred"));
        }
    }

    [Test]
    public async Task Diff_IsCsvOfCellsTheSameTwice()
    {
        using var first = await _city.Host.GetAsync(_city.Api + "/diff.csv?from=1&to=2");
        using var second = await _city.Host.GetAsync(_city.Api + "/diff.csv?from=1&to=2");
        var text = await first.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("changed,7,6,monto,7000.5,999999.5"));
            Assert.That(await second.Content.ReadAsStringAsync(), Is.EqualTo(text));
            Assert.That(first.Content.Headers.ContentDisposition!.FileName, Does.Contain("diff-1-2.csv"));
        }
    }

    [TestCase("/diff?from=1&to=9", 404, "no-table")]
    [TestCase("/diff?from=x", 400, "parameter-value")]
    [TestCase("/diff?desde=1", 400, "unknown-parameter")]
    public async Task Diff_SaysWhatIsWrong(string path, int status, string code)
    {
        using var answer = await _city.Host.GetAsync(_city.Api + path);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.That(((int)answer.StatusCode, problem.RootElement.GetProperty("code").GetString()), Is.EqualTo((status, code)));
    }

    /// <summary>The texts of one column of the page's table of rows.</summary>
    private static List<string> Cells(string page, int column)
    {
        var body = Body().Match(page).Groups["rows"].Value;
        return [.. Row().Matches(body).Select(row => WebUtility.HtmlDecode(Cell().Matches(row.Value)[column].Groups["text"].Value))];
    }

    [GeneratedRegex("<a href=\"(?<href>[^\"#]*)#table\" rel=\"next nofollow\"")]
    private static partial Regex Next();

    [GeneratedRegex("class=\"explorer\"(?:(?!</section>).)*?<tbody>(?<rows>.*?)</tbody>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<td[^>]*>(?<text>.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<script type=\"application/json\">(?<json>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex ChartData();

    [GeneratedRegex("<tr><th scope=\"row\"")]
    private static partial Regex Rows();
}
