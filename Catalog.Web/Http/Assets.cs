using System.Security.Cryptography;

namespace Catalog.Web.Http;

/// <summary>
/// The stylesheets, the icon and the scripts, carried in the program: it runs from any folder, and an address with the hash of the
/// content may be cached for ever.
/// </summary>
internal static class Assets
{
    private static readonly Asset Css = Asset.Load("catalog.css", "text/css; charset=utf-8");
    private static readonly Asset TableCss = Asset.Load("tables.css", "text/css; charset=utf-8");
    private static readonly Asset Portal = Asset.Load("portal.js", "text/javascript; charset=utf-8");
    private static readonly Asset ECharts = Asset.Load("echarts.js", "text/javascript; charset=utf-8");
    private static readonly Asset Icon = Asset.Load("icon.svg", "image/svg+xml");

    /// <summary>Below the catalog's root, without the first slash.</summary>
    public static string Stylesheet => Css.Path[1..];

    /// <summary>What pages of tables need beside it. Below the catalog's root, without the first slash.</summary>
    public static string TableStylesheet => TableCss.Path[1..];

    /// <summary>Below the catalog's root, without the first slash.</summary>
    public static string Favicon => Icon.Path[1..];

    /// <summary>Draws charts and copies code; only pages that have either load it. Below the catalog's root.</summary>
    public static string Script => Portal.Path[1..];

    /// <summary>Apache ECharts, which <see cref="Script"/> loads when a chart comes near the reader's eyes. Below the catalog's root.</summary>
    public static string ChartLibrary => ECharts.Path[1..];

    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        Map(app, Css.Path, Css);
        Map(app, Icon.Path, Icon);
        Map(app, TableCss.Path, TableCss);
        Map(app, Portal.Path, Portal);
        Map(app, ECharts.Path, ECharts);
        // Browsers ask for this address whatever the page says.
        Map(app, "/favicon.ico", Icon);
    }

    private static void Map(IEndpointRouteBuilder app, string path, Asset asset) =>
        app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = path == asset.Path ? "public, max-age=31536000, immutable" : "public, max-age=86400";
            return Results.Bytes(asset.Bytes, asset.MediaType);
        });

    private sealed record Asset(string Path, byte[] Bytes, string MediaType)
    {
        public static Asset Load(string name, string mediaType)
        {
            using var stream = typeof(Assets).Assembly.GetManifestResourceStream("assets/" + name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var dot = name.LastIndexOf('.');
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
            return new Asset($"/assets/{name[..dot]}.{hash}{name[dot..]}", bytes, mediaType);
        }
    }
}
