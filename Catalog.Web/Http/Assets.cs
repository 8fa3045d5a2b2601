using System.Security.Cryptography;

namespace Catalog.Web.Http;

/// <summary>
/// The stylesheet and the icon, carried in the program: it runs from any folder, and an address with the hash of the
/// content may be cached for ever.
/// </summary>
internal static class Assets
{
    private static readonly Asset Css = Asset.Load("catalog.css", "text/css; charset=utf-8");
    private static readonly Asset Icon = Asset.Load("icon.svg", "image/svg+xml");

    /// <summary>Below the catalog's root, without the first slash.</summary>
    public static string Stylesheet => Css.Path[1..];

    /// <summary>Below the catalog's root, without the first slash.</summary>
    public static string Favicon => Icon.Path[1..];

    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        Map(app, Css.Path, Css);
        Map(app, Icon.Path, Icon);
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
