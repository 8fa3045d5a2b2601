using Catalog.Tests.Support;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Catalog.Tests.Web;

/// <summary>A headless Chromium with a profile of its own. Where there is none the test is skipped with the reason.</summary>
public sealed class Browser : IDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Driver = "/usr/bin/chromedriver";

    private readonly TempFolder _profile = new();

    private Browser(string language)
    {
        var options = new ChromeOptions { BinaryLocation = Chromium };
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1280,900",
            $"--user-data-dir={_profile.Combine("profile")}", $"--accept-lang={language}");
        options.AddUserProfilePreference("intl.accept_languages", language);
        options.AddUserProfilePreference("download.default_directory", Downloads);
        options.AddUserProfilePreference("download.prompt_for_download", false);
        Directory.CreateDirectory(Downloads);
        Web = new ChromeDriver(ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver)), options, TimeSpan.FromSeconds(60));
        Web.Manage().Timeouts().PageLoad = TimeSpan.FromSeconds(30);
    }

    public ChromeDriver Web { get; }

    public string Downloads => _profile.Combine("downloads");

    public static Browser Open(string language = "es")
    {
        if (!File.Exists(Chromium) || !File.Exists(Driver)) Fixtures.Skip("Chromium and chromedriver are not installed; the HTTP tests cover the pages without them.");
        return new Browser(language);
    }

    /// <summary>As a phone of 390 px or a desktop sees it, by day or by night.</summary>
    public void See(int width, int height, bool dark)
    {
        Web.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new Dictionary<string, object?>
        {
            ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600,
        });
        Web.ExecuteCdpCommand("Emulation.setEmulatedMedia", new Dictionary<string, object?>
        {
            ["features"] = new object[] { new Dictionary<string, object?> { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" } },
        });
    }

    public void Dispose()
    {
        Web.Quit();
        Web.Dispose();
        _profile.Dispose();
    }
}
