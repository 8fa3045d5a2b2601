using System.IO.Compression;
using System.Text.Json;
using Catalog.Core.Validation;
using Deque.AxeCore.Commons;
using OpenQA.Selenium;
using OpenQA.Selenium.Support.UI;

namespace Catalog.Tests.Web;

/// <summary>A journalist at a table: filters, sorts, charts, compares two versions, and takes the whole sector home.</summary>
public sealed class TableBrowserTests
{
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    private TableCity _city = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _city = await TableCity.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _city.DisposeAsync();

    [Test]
    public void Table_IsFilteredSortedChartedComparedAndTakenHome()
    {
        using var browser = Browser.Open();
        var web = browser.Web;
        Go(browser, _city.Page);

        web.FindElement(By.CssSelector("select[name=fc] option[value=etapa]")).Click();
        web.FindElement(By.CssSelector("select[name=fo] option[value=eq]")).Click();
        web.FindElement(By.Name("fv")).SendKeys("Finalizada" + Keys.Enter);
        Wait(browser, w => w.PageSource.Contains("40 de 120 filas", StringComparison.Ordinal));
        Assert.That(Column(browser, 3).Distinct(), Is.EqualTo(new[] { "Finalizada" }));

        web.FindElement(By.LinkText("monto")).Click();
        Wait(browser, w => w.Url.Contains("sort=monto", StringComparison.Ordinal));
        web.FindElement(By.PartialLinkText("monto")).Click();
        Wait(browser, w => w.Url.Contains("sort=monto.desc", StringComparison.Ordinal));
        Assert.That(Column(browser, 1)[0], Is.EqualTo("OB-007"));

        web.FindElement(By.LinkText("Gráfico")).Click();
        Wait(browser, w => w.FindElements(By.CssSelector("figure[data-drawn=true] canvas")).Count > 0);
        Assert.That(Drawn(browser), Is.True, "something is drawn on the chart");

        Go(browser, _city.Page);
        web.FindElement(By.LinkText("Comparar versiones")).SendKeys(Keys.Enter);
        Wait(browser, w => w.Url.EndsWith("/versions", StringComparison.Ordinal));
        Assert.That(web.FindElements(By.CssSelector("del")).Select(e => e.Text), Does.Contain("7.000,5"));

        Go(browser, "/group/economia");
        web.FindElement(By.CssSelector(".package a")).Click();
        var file = Path.Combine(browser.Downloads, "economia.zip");
        Wait(browser, _ => File.Exists(file));
        using var zip = ZipFile.OpenRead(file);
        using var descriptor = new MemoryStream();
        using (var stream = zip.GetEntry("datapackage.json")!.Open()) stream.CopyTo(descriptor);
        using var package = JsonDocument.Parse(descriptor.ToArray());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ProfileSchema.DataPackage.Value.Validate(descriptor.ToArray()), Is.Empty);
            Assert.That(package.RootElement.GetProperty("resources").EnumerateArray().Select(r => r.GetProperty("path").GetString()), Does.Contain("obras/obras.csv"));
        }
    }

    [TestCase("es", false, 1280)]
    [TestCase("en", true, 390)]
    public void EveryView_IsAccessibleFitsAndIsRefusedNothing(string language, bool dark, int width)
    {
        using var browser = Browser.Open(language);
        browser.See(width, 900, dark);
        using (Assert.EnterMultipleScope())
        {
            foreach (var view in new[] { "", "?view=columns", "?view=chart&x=etapa", "?view=map", "?view=code", "?view=report", "?view=map&color=etapa&size=monto", "?view=chart&x=inicio&by=month&fn=sum&of=monto", "/versions?report=2", "?filter=monto.gt.5000&sort=monto.desc", "?filter=nada.eq.1", "/versions" })
            {
                Go(browser, _city.Page + view);
                if (view.Contains("chart", StringComparison.Ordinal) || view.Contains("map", StringComparison.Ordinal))
                    Wait(browser, w => w.FindElements(By.CssSelector("figure[data-drawn=true] canvas")).Count > 0);
                browser.Web.ExecuteScript("document.querySelectorAll('details').forEach(d => d.open = true)");
                Assert.That(Violations(browser), Is.Empty, $"{view} {language}");
                Assert.That(browser.Web.ExecuteScript("return document.documentElement.scrollWidth"), Is.LessThanOrEqualTo((long)width), view);
            }
        }
        Assert.That(browser.Web.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message), Is.Empty);
    }

    [Test]
    public void Map_HasDegreesOfTheirTrueProportionIsZoomedByButtonsAndSavedAsAPicture()
    {
        using var browser = Browser.Open();
        Go(browser, _city.Page + "?view=map&color=etapa&size=monto");
        Wait(browser, w => w.FindElements(By.CssSelector("figure[data-drawn=true] canvas")).Count > 0);
        var (east, north) = Degree(browser);
        Assert.That(east / north, Is.EqualTo(Math.Cos(34.56 * Math.PI / 180)).Within(0.01));
        browser.Web.FindElement(By.XPath("//button[.='Acercar']")).SendKeys(Keys.Enter);
        Assert.That(Degree(browser).North / north, Is.EqualTo(2).Within(0.01));
        browser.Web.FindElement(By.XPath("//button[.='Todo el mapa']")).SendKeys(Keys.Enter);
        Assert.That(Degree(browser).North / north, Is.EqualTo(1).Within(0.01));
        browser.Web.FindElement(By.XPath("//button[starts-with(., 'Guardar imagen')]")).SendKeys(Keys.Enter);
        Wait(browser, _ => Directory.GetFiles(browser.Downloads, "*.png").Length == 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.ReadAllBytes(Directory.GetFiles(browser.Downloads, "*.png")[0])[..4], Is.EqualTo(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }));
            Assert.That(browser.Web.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message), Is.Empty);
        }
    }

    /// <summary>Points of the screen that a degree is wide and high.</summary>
    private static (double East, double North) Degree(Browser browser)
    {
        var pixels = ((IReadOnlyCollection<object>)browser.Web.ExecuteScript("""
            const at = place => echarts.getInstanceByDom(document.querySelector('.canvas')).convertToPixel({ gridIndex: 0 }, place);
            const [x, y] = [at([-59, -34.5]), at([-58, -35.5])];
            return [y[0] - x[0], y[1] - x[1]];
            """)!).Select(p => Convert.ToDouble(p, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return (pixels[0], pixels[1]);
    }

    private void Go(Browser browser, string path) => browser.Web.Navigate().GoToUrl(new Uri(_city.Host.Address, path));

    private static void Wait(Browser browser, Func<IWebDriver, bool> until) => new WebDriverWait(browser.Web, TimeSpan.FromSeconds(30)).Until(until);

    private static List<string> Column(Browser browser, int number) =>
        [.. browser.Web.FindElements(By.CssSelector($".explorer tbody tr td:nth-child({number})")).Select(cell => cell.Text)];

    /// <summary>Whether any point of the canvas has a colour.</summary>
    private static bool Drawn(Browser browser) => browser.Web.ExecuteScript("""
        const canvas = document.querySelector('figure canvas');
        return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(value => value > 0);
        """) is true;

    private static List<string> Violations(Browser browser)
    {
        browser.Web.ExecuteScript(AxeScript);
        var found = (IReadOnlyCollection<object>)browser.Web.ExecuteAsyncScript("""
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
              r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(' ### '))),
              e => done(['axe failed: ' + e]));
            """)!;
        return [.. found.Select(v => (string)v)];
    }
}
