using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Formats;
using Catalog.Core.Rdf;
using Catalog.Core.Storage;
using Catalog.Web.Http;

namespace Catalog.Web.Feeds;

/// <summary>
/// The catalog's history as a Linked Data Event Stream: /feed is the root of a search tree in time, its pages are
/// closed once they are full and never change again.
/// </summary>
internal static class EventStreamEndpoints
{
    /// <summary>How long the root and the page that grows may be kept. One minute: a harvest takes longer, and nobody waits for less.</summary>
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMinutes(1);

    private static readonly RdfSyntax[] Syntaxes = [RdfSyntax.TriG, RdfSyntax.JsonLd];

    public static void MapEventStream(this IEndpointRouteBuilder app)
    {
        const string extensions = "regex(^(trig|jsonld)$)";
        Map(app, "/feed", RootAsync);
        Map(app, $"/feed.{{extension:{extensions}}}", RootAsync);
        Map(app, "/feed/{version}/{node:regex(^\\d+-\\d+$)}", NodeAsync);
        Map(app, $"/feed/{{version}}/{{node:regex(^\\d+-\\d+$)}}.{{extension:{extensions}}}", NodeAsync);
    }

    /// <summary>One request: in which syntax, and what links end in so that they stay in it.</summary>
    private sealed record Asked(RdfSyntax Syntax, string Suffix, string Home, string Version)
    {
        public string Root => Home + Suffix;

        public string Node(EventNode node) => Page(node) + Suffix;

        /// <summary>Without an extension: what members are named by, in every syntax alike.</summary>
        public string Page(EventNode node) => $"{Home}/{Version}/{node.Name}";
    }

    private static async Task RootAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } asked) return;
        var services = context.RequestServices;
        var latest = services.GetRequiredService<ChangeLog>().Latest();
        AddLinks(context, asked, asked.Home);
        if (IsAnswered(context, asked, $"feed{asked.Suffix}|{asked.Version}", isClosed: false)) return;
        var tree = services.GetRequiredService<EventTree>();
        var sink = RdfWriters.OpenQuads(asked.Syntax, context.Response.Body, EventStreamWriter.Context);
        var writer = new EventStreamWriter(sink, services.GetRequiredService<DataCatalog>());
        writer.WriteStream(asked.Root, PollingInterval);
        writer.WriteNode(asked.Root, isClosed: false, tree.Children(tree.Roots(latest), latest, asked.Node));
        await sink.CompleteAsync(context.RequestAborted);
    }

    private static async Task NodeAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } asked) return;
        if ((string)context.GetRouteValue("version")! != asked.Version)
        {
            // The pages are others since the config or the program changed; followers begin again at the root.
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Redirect($"{context.Request.PathBase}/feed{asked.Suffix}");
            return;
        }
        var services = context.RequestServices;
        var tree = services.GetRequiredService<EventTree>();
        var latest = services.GetRequiredService<ChangeLog>().Latest();
        var name = (string)context.GetRouteValue("node")!;
        if (EventNode.Parse(name) is not { } node || tree.RangeOf(node).From > latest)
        {
            await new FeedProblem(StatusCodes.Status404NotFound, FeedProblemCodes.NoSuchNode) { Value = name }.WriteAsync(context);
            return;
        }
        var isClosed = tree.IsClosed(node, latest);
        AddLinks(context, asked, asked.Page(node));
        if (IsAnswered(context, asked, $"feed/{asked.Version}/{node.Name}{asked.Suffix}", isClosed)) return;
        var sink = RdfWriters.OpenQuads(asked.Syntax, context.Response.Body, EventStreamWriter.Context);
        var writer = new EventStreamWriter(sink, services.GetRequiredService<DataCatalog>());
        writer.WriteNode(asked.Node(node), isClosed, tree.Children(tree.ChildrenOf(node, latest), latest, asked.Node));
        if (node.Level == 0) await WriteEventsAsync(context, sink, writer, asked.Page(node), tree.RangeOf(node), latest);
        await sink.CompleteAsync(context.RequestAborted);
    }

    private static async Task WriteEventsAsync(HttpContext context, IQuadSink sink, EventStreamWriter writer, string page, (long From, long To) range, long latest)
    {
        var log = context.RequestServices.GetRequiredService<EventLog>();
        if (range.From == 1 && log.Spans([range]) is [{ } first]) writer.WriteCatalog(page, EventTree.CatalogPublished(first));
        foreach (var happened in log.Read(range.From, Math.Min(range.To, latest)))
        {
            writer.WriteEvent(page, happened);
            await sink.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task<Asked?> ReadAsync(HttpContext context)
    {
        var catalog = context.RequestServices.GetRequiredService<DataCatalog>();
        var home = new CatalogAddresses(catalog.Url).EventStream;
        var version = context.RequestServices.GetRequiredService<EventTree>().Version;
        if (context.GetRouteValue("extension") is string extension) return new Asked(RdfSyntaxes.OfExtension(extension)!.Value, "." + extension, home, version);
        context.Response.Headers.Append("Vary", "Accept");
        var offers = Syntaxes.Select(s => s.MediaType()).ToList();
        if (Accept.Choose(context.Request, [.. offers, "text/html"]) is { } chosen) return new Asked(chosen == offers[1] ? RdfSyntax.JsonLd : RdfSyntax.TriG, "", home, version);
        await new FeedProblem(StatusCodes.Status406NotAcceptable, FeedProblemCodes.NotAcceptable) { Parameter = "Accept", Value = context.Request.Headers.Accept, Known = offers }.WriteAsync(context);
        return null;
    }

    private static void AddLinks(HttpContext context, Asked asked, string document)
    {
        foreach (var syntax in Syntaxes)
            if (asked.Suffix.Length == 0 || syntax != asked.Syntax)
                context.Response.Headers.Append("Link", $"<{document}.{syntax.Extension()}>; rel=\"alternate\"; type=\"{syntax.MediaType()}\"");
    }

    private static bool IsAnswered(HttpContext context, Asked asked, string document, bool isClosed)
    {
        context.Response.ContentType = $"{asked.Syntax.MediaType()}; charset=utf-8";
        var tags = context.RequestServices.GetRequiredService<FeedTags>();
        var held = isClosed ? tags.IsHeldForGood(context, $"{document}|{asked.Syntax}") : tags.IsHeld(context, $"{document}|{asked.Syntax}");
        context.Response.Headers.CacheControl = isClosed
            ? "public, max-age=31536000, immutable"
            : string.Create(CultureInfo.InvariantCulture, $"public, max-age={(int)PollingInterval.TotalSeconds}");
        return held || HttpMethods.IsHead(context.Request.Method);
    }

    private static void Map(IEndpointRouteBuilder app, string pattern, RequestDelegate handler) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler).WithMetadata(new Streamed());
}
