using Deque.AxeCore.Commons;
using OpenQA.Selenium;
using OpenQA.Selenium.Support.UI;

namespace Catalog.Tests.Web;

/// <summary>What only a real browser can tell: accessibility as computed, the keyboard, the layout.</summary>
public sealed class BrowserTests
{
    private static readonly string[] Pages =
    [
        "/", "/dataset", "/dataset?q=serie&groups=salud&res_format=CSV", "/dataset?q=xyzzy", "/dataset/presupuesto-ejecutado-2026", "/dataset/hospitales-publicos",
        "/dataset/conjunto-retirado", "/dataset/script-alert-titulo-script-ataque", "/organization", "/organization/salud", "/group", "/group/salud",
        "/harvest", "/harvest/ciudad?all=1", "/harvest/run/2", "/harvest/ciudad/record?id=hostil", "/dataset/presupuesto", "/status/500",
    ];

    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    [TestCase("es", false)]
    [TestCase("es", true)]
    [TestCase("en", false)]
    [TestCase("en", true)]
    public void EveryPage_IsAccessible(string language, bool dark)
    {
        using var browser = Browser.Open(language);
        browser.See(1280, 900, dark);
        using (Assert.EnterMultipleScope())
        {
            foreach (var page in Pages)
            {
                Go(browser, page);
                OpenAllDetails(browser);
                Assert.That(Violations(browser), Is.Empty, $"{page} {language} {(dark ? "dark" : "light")}");
            }
        }
    }

    [TestCase(320)]
    [TestCase(390)]
    [TestCase(1280)]
    public void EveryPage_FitsItsWindow(int width)
    {
        using var browser = Browser.Open();
        browser.See(width, 800, dark: false);
        using (Assert.EnterMultipleScope())
        {
            foreach (var page in Pages)
            {
                Go(browser, page);
                OpenAllDetails(browser);
                Assert.That(browser.Web.ExecuteScript("return document.documentElement.scrollWidth"), Is.LessThanOrEqualTo((long)width), page);
            }
        }
    }

    [Test]
    public void Browser_RefusesNothingOfOurOwn()
    {
        using var browser = Browser.Open();
        foreach (var page in Pages) Go(browser, page);
        var refused = browser.Web.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message).Where(message => !message.Contains("status of", StringComparison.Ordinal));
        Assert.That(refused, Is.Empty);
    }

    [Test]
    public void Keyboard_IsEnough()
    {
        using var browser = Browser.Open();
        Go(browser, "/");
        Press(browser, Keys.Tab);
        Assert.That(browser.Web.SwitchTo().ActiveElement().GetAttribute("class"), Is.EqualTo("skip"));
        Press(browser, Keys.Enter);
        TabTo(browser, "input[type=search]");
        Press(browser, "presupuesto" + Keys.Enter);
        Wait(browser, web => web.Url.Contains("/dataset?q=presupuesto", StringComparison.Ordinal));
        TabTo(browser, "a[href='/dataset/presupuesto-ejecutado-2026']");
        Press(browser, Keys.Enter);
        Wait(browser, web => web.Url.EndsWith("/dataset/presupuesto-ejecutado-2026", StringComparison.Ordinal));
        TabTo(browser, "a[href*='?preview=']");
        Press(browser, Keys.Enter);
        Wait(browser, web => web.Url.EndsWith("#preview", StringComparison.Ordinal));
        TabTo(browser, "[role=region]");
        Assert.That(browser.Web.SwitchTo().ActiveElement().Text, Does.Contain("jurisdicción"));
        Go(browser, "/dataset/presupuesto-ejecutado-2026");
        TabTo(browser, "a[download]");
        Press(browser, Keys.Enter);
        var file = Path.Combine(browser.Downloads, "presupuesto.csv");
        Wait(browser, _ => File.Exists(file) && new FileInfo(file).Length > 0);
        Assert.That(File.ReadAllBytes(file), Is.EqualTo(Portal.Seed.BudgetBytes));
    }

    private static void Go(Browser browser, string path) => browser.Web.Navigate().GoToUrl(new Uri(Portal.Host.Address, path));

    private static void OpenAllDetails(Browser browser) => browser.Web.ExecuteScript("document.querySelectorAll('details').forEach(d => d.open = true)");

    private static void Press(Browser browser, string keys) => browser.Web.SwitchTo().ActiveElement().SendKeys(keys);

    private static void Wait(Browser browser, Func<IWebDriver, bool> until) => new WebDriverWait(browser.Web, TimeSpan.FromSeconds(15)).Until(until);

    /// <summary>Presses Tab until the element has the focus, as a reader without a mouse does.</summary>
    private static void TabTo(Browser browser, string selector)
    {
        for (var presses = 0; presses < 100; presses++)
        {
            Press(browser, Keys.Tab);
            if (browser.Web.ExecuteScript("return document.activeElement.matches(arguments[0])", selector) is true) return;
        }
        Assert.Fail($"Tab never reached {selector}");
    }

    private static List<string> Violations(Browser browser)
    {
        browser.Web.ExecuteScript(AxeScript);
        var found = (IReadOnlyCollection<object>)browser.Web.ExecuteAsyncScript("""
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
              r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120) + ' | ' + n.any.concat(n.all, n.none).map(c => c.message).join('; ')).slice(0, 3).join(' ### '))),
              e => done(['axe failed: ' + e]));
            """)!;
        return [.. found.Select(v => (string)v)];
    }
}
