using System.Globalization;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Exports;
using Catalog.Core.Tabular.Rows;
using Catalog.Web.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Catalog.Web.Api;

/// <summary>The rows of tables: pages of JSON, whole exports, and what the columns are. See docs/row-api.md.</summary>
internal static class TablesApi
{
    /// <summary>Seconds after which to ask again when there was no turn. 5: half of the longest query.</summary>
    private const int RetryAfter = 5;

    public static void AddTables(this IServiceCollection services, string dataFolder, Limits limits)
    {
        services.AddSingleton<TableVersions>();
        services.AddSingleton(_ => new TableFiles(dataFolder));
        services.AddSingleton(provider => new QueryPool(provider.GetRequiredService<TableFiles>().Folder, limits));
        services.AddSingleton<TableQueries>();
        services.AddSingleton(provider => new TableExports(provider.GetRequiredService<TableFiles>().Folder, provider.GetRequiredService<TableQueries>(), limits));
        services.AddSingleton<TablesInService>();
    }

    public static void MapTables(this IEndpointRouteBuilder app)
    {
        Map(app, "/api/tables/{id:guid}", RowsAsync);
        Map(app, "/api/tables/{id:guid}.{extension:alpha}", RowsAsync);
        Map(app, "/api/tables/{id:guid}/schema", SchemaAsync);
        Map(app, "/api/tables/{id:guid}/profile", ProfileAsync);
        Map(app, "/api/tables/{id:guid}/report", ReportAsync);
        Map(app, "/api/tables/{id:guid}/report.csv", ReportAsCsvAsync);
        Map(app, "/api/tables/{id:guid}/versions", VersionsAsync);
    }

    private static void Map(IEndpointRouteBuilder app, string pattern, Func<HttpContext, Guid, Task> handler) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Guid id) => AnswerAsync(context, id, handler)).WithMetadata(new Streamed());

    /// <summary>The edge: whatever is wrong with a request becomes a problem document.</summary>
    public static async Task AnswerAsync(HttpContext context, Guid id, Func<HttpContext, Guid, Task> handler)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.AccessControlExposeHeaders = "ETag, Link, Content-Length, Content-Range, Content-Disposition, Repr-Digest, Retry-After, X-Row-Count";
        context.Response.Headers.CacheControl = "no-cache";
        try
        {
            await handler(context, id);
        }
        catch (ApiProblemException e)
        {
            await e.Problem.WriteAsync(context);
        }
        catch (QueryRefusedException e)
        {
            var busy = e.Code == RefusalCodes.Busy;
            await new ApiProblem
            {
                Status = busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity,
                Code = e.Code,
                Detail = e.Message,
                RetryAfter = busy ? RetryAfter : null,
            }.WriteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; what the query held is free already.
        }
    }

    private static async Task RowsAsync(HttpContext context, Guid id)
    {
        var services = context.RequestServices;
        var limits = services.GetRequiredService<Limits>();
        var asked = TableRequest.Read(context.Request, (string?)context.GetRouteValue("extension"), services.GetRequiredService<DataCatalog>(), limits);
        var (version, table, _) = services.GetRequiredService<TablesInService>().Find(id, asked.Version, asked.AsOf, asked.Table);
        var (query, error) = QueryReader.Read(asked.Query, table.Columns, limits);
        if (error is not null)
            throw new ApiProblemException(new ApiProblem { Status = StatusCodes.Status400BadRequest, Code = error.Code, Detail = error.Hint, Parameter = error.Parameter, Position = error.Position, Value = error.Value });
        context.Response.Headers.Append("Vary", "Accept");
        context.Response.Headers.Append(HeaderNames.Link, $"<{context.Request.PathBase}/api/tables/{id:D}/schema?version={version.Number}&table={version.Ordinal}>; rel=\"describedby\"");
        if (asked.Format is null) await PageAsync(context, asked, version, table, query!);
        else await ExportAsync(context, asked, asked.Format, version, table, query!);
    }

    private static async Task PageAsync(HttpContext context, TableRequest asked, TableVersion version, StoredTable table, RowQuery query)
    {
        var limits = context.RequestServices.GetRequiredService<Limits>();
        if (asked.After is not null && !TableQueries.Belongs(asked.After, table, query))
            throw TableRequest.Wrong(QueryErrorCodes.Cursor, "after", context.Request.Query["after"].ToString(), "It belongs to another query or version; leave it out to begin at the first page.");
        using var page = new RowPage(TableLine.Of(version), limits);
        var end = await context.RequestServices.GetRequiredService<TableQueries>().PageAsync(table, query, asked.After, asked.Limit ?? limits.RowsPerPage, page, context.RequestAborted);
        var next = end.Next is null ? null : NextAddress(context.Request, end.Next.Write());
        var bytes = page.End(end, next);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers["X-Row-Count"] = end.Total.ToString(CultureInfo.InvariantCulture);
        if (next is not null) context.Response.Headers.Append(HeaderNames.Link, $"<{next}>; rel=\"next\"");
        await SendAsync(context, bytes);
    }

    private static string NextAddress(HttpRequest request, string after) =>
        QueryHelpers.AddQueryString(
            $"{request.PathBase}{request.Path}", request.Query.Where(pair => pair.Key != "after").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))).Append(KeyValuePair.Create("after", (string?)after)));

    private static async Task ExportAsync(HttpContext context, TableRequest asked, ExportFormat format, TableVersion version, StoredTable table, RowQuery query)
    {
        var services = context.RequestServices;
        if (format == ExportFormat.GeoJson) RequirePlace(table, query);
        var export = await services.GetRequiredService<TableExports>().GetAsync(table, query, format, asked.Limit, context.RequestAborted);
        FileStream file;
        try
        {
            file = new FileStream(export.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);
        }
        catch (FileNotFoundException)
        {
            throw new QueryRefusedException(RefusalCodes.Busy, "The export made room for others just now. Ask again.");
        }
        var headers = context.Response.Headers;
        headers["X-Row-Count"] = export.Rows.ToString(CultureInfo.InvariantCulture);
        // RFC 9530 §3: of the whole, whatever range is asked for.
        headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(export.Sha256))}:";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var stem = services.GetRequiredService<TablesInService>().StemOf(version.DistributionId, version.Number);
        var part = query.IsAll && asked.Limit is null ? "" : $"-{TableExports.NameOf(table, query, format, asked.Limit)[..8]}";
        var sheet = version.Ordinal == 1 ? "" : $"-{version.Ordinal}";
        await Results.File(file, format.ContentType, $"{stem}{sheet}{part}.{format.Name}", version.FetchedAt, new EntityTagHeaderValue($"\"{export.Sha256}\""), enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static void RequirePlace(StoredTable table, RowQuery query)
    {
        var place = TablePlace.Of(table.Columns);
        if (place is null || query.IsGrouped)
            throw new ApiProblemException(new ApiProblem { Status = StatusCodes.Status406NotAcceptable, Code = ApiCodes.NoPlace, Detail = "The answer has no place: neither a point, nor columns of latitude and longitude in degrees, nor a geometry." });
        if (query.Select.Count > 0 && place.Columns.Any(name => query.Select.All(column => column.Name != name)))
            throw TableRequest.Wrong(ApiCodes.NoPlace, "select", "", $"GeoJSON needs {string.Join(" and ", place.Columns)} among the columns selected.");
    }

    private static Task SchemaAsync(HttpContext context, Guid id)
    {
        var (version, table, siblings) = Described(context, id);
        return SendAsync(context, json =>
        {
            json.WriteStartArray("tables"u8);
            foreach (var sibling in siblings) JsonSerializer.Serialize(json, TableLine.Of(sibling), TableLine.Json);
            json.WriteEndArray();
            json.WriteStartArray("columns"u8);
            foreach (var column in table.Columns)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, column.Name);
                json.WriteString("type"u8, column.Type.NameOf());
                json.WriteString("role"u8, JsonNamingPolicy.CamelCase.ConvertName(column.Role.ToString()));
                if (column.Source >= 0) json.WriteNumber("field"u8, column.Source);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Raw(json, "schema", version.Schema);
            Raw(json, "dialect", version.Dialect);
            Raw(json, "report", version.Report);
        }, version);
    }

    private static Task ProfileAsync(HttpContext context, Guid id)
    {
        var (version, _, _) = Described(context, id);
        return SendAsync(context, json => Raw(json, "columns", version.Profile), version);
    }

    private static Task ReportAsync(HttpContext context, Guid id)
    {
        var (version, _, _) = Described(context, id);
        return SendAsync(context, json => Raw(json, "report", version.Report), version);
    }

    private static Task ReportAsCsvAsync(HttpContext context, Guid id)
    {
        var (version, _, _) = Described(context, id);
        context.Response.ContentType = "text/csv; charset=utf-8; header=present";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"report-{version.Number.ToString(CultureInfo.InvariantCulture)}.csv\"";
        return SendAsync(context, ReportCsv.Of(version));
    }

    private static Task VersionsAsync(HttpContext context, Guid id)
    {
        var all = context.RequestServices.GetRequiredService<TablesInService>().All(id);
        return SendAsync(context, json =>
        {
            json.WriteStartArray("versions"u8);
            foreach (var version in all) JsonSerializer.Serialize(json, TableLine.Of(version), TableLine.Json);
            json.WriteEndArray();
        }, null);
    }

    private static (TableVersion Version, StoredTable Table, IReadOnlyList<TableVersion> Siblings) Described(HttpContext context, Guid id)
    {
        var services = context.RequestServices;
        var asked = TableRequest.Read(context.Request, null, services.GetRequiredService<DataCatalog>(), services.GetRequiredService<Limits>());
        return services.GetRequiredService<TablesInService>().Find(id, asked.Version, asked.AsOf, asked.Table);
    }

    private static void Raw(Utf8JsonWriter json, string name, string? document)
    {
        json.WritePropertyName(name);
        if (document is null) json.WriteNullValue();
        else json.WriteRawValue(document);
    }

    private static Task SendAsync(HttpContext context, Action<Utf8JsonWriter> write, TableVersion? version)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = RowJson.Options.Encoder }))
        {
            json.WriteStartObject();
            if (version is not null)
            {
                json.WritePropertyName("table"u8);
                JsonSerializer.Serialize(json, TableLine.Of(version), TableLine.Json);
            }
            write(json);
            json.WriteEndObject();
        }
        context.Response.ContentType = "application/json; charset=utf-8";
        return SendAsync(context, bytes.ToArray());
    }

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        if (DocumentTag.IsHeld(context, EntityTag.OfBytes(bytes.Span))) return;
        if (HttpMethods.IsHead(context.Request.Method)) context.Response.ContentLength = bytes.Length;
        else await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
