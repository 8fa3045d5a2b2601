using System.Globalization;
using System.Text;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Tabular.Changes;
using Catalog.Core.Tabular.Exports;
using Catalog.Web.Http;
using Catalog.Web.Tables;
using CsvHelper;

namespace Catalog.Web.Api;

/// <summary>What two versions of a table differ in, as JSON by pages and as CSV whole. See docs/row-api.md.</summary>
internal static class DiffApi
{
    private static readonly string[] Known = ["from", "to", "table", "after", "limit", "format"];

    public static void MapDiffs(this IEndpointRouteBuilder app)
    {
        foreach (var pattern in new[] { "/api/tables/{id:guid}/diff", "/api/tables/{id:guid}/diff.{extension:regex(^(json|csv)$)}" })
            app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Guid id) => TablesApi.AnswerAsync(context, id, DiffAsync)).WithMetadata(new Streamed());
    }

    private static async Task DiffAsync(HttpContext context, Guid id)
    {
        var (services, query, ct) = (context.RequestServices, context.Request.Query, context.RequestAborted);
        foreach (var name in query.Keys)
            if (!Known.Contains(name)) throw TableRequest.Wrong(ApiCodes.UnknownParameter, name, query[name].ToString(), $"The parameters are {string.Join(", ", Known)}.");
        var comparisons = services.GetRequiredService<TableComparison>();
        var comparison = await comparisons.CompareAsync(id, One(query, "table"), Number(query, "from"), Number(query, "to"), ct);
        if (comparison is null) throw Missing(comparisons, id, One(query, "table"));
        var format = (string?)context.GetRouteValue("extension") ?? One(query, "format") ?? "json";
        // Versions do not change, so what was asked names the answer.
        var tag = EntityTag.OfBytes(Encoding.UTF8.GetBytes($"{comparison.Older.ParquetSha256}/{comparison.Newer.ParquetSha256}/{string.Join('/', comparison.Summary.Key.Columns)}/{format}/{query["after"]}/{query["limit"]}"));
        if (DocumentTag.IsHeld(context, tag)) return;
        if (format == "csv") await WriteCsvAsync(context, comparisons, comparison, ct);
        else if (format == "json") await WriteJsonAsync(context, comparisons, comparison, ct);
        else throw TableRequest.Wrong(ApiCodes.UnknownFormat, "format", format, "The formats are json and csv.");
    }

    private static async Task WriteJsonAsync(HttpContext context, TableComparison comparisons, Comparison comparison, CancellationToken ct)
    {
        var query = context.Request.Query;
        var limits = context.RequestServices.GetRequiredService<Limits>();
        var after = One(query, "after") is { } token ? DiffPlace.Read(token) ?? throw TableRequest.Wrong(ApiCodes.ParameterValue, "after", token, "Take it from the next of the page before.") : null;
        var limit = Number(query, "limit");
        if (limit > limits.MaxRowsPerPage) throw TableRequest.Wrong(ApiCodes.ParameterValue, "limit", $"{limit}", string.Create(CultureInfo.InvariantCulture, $"It is a number from 1 to {limits.MaxRowsPerPage}."));
        var page = await comparisons.PageAsync(comparison, after, limit, ct);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = RowJson.Options.Encoder })) Write(json, comparison, page);
        context.Response.ContentType = "application/json; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method)) context.Response.ContentLength = bytes.Length;
        else await context.Response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), ct);
    }

    private static void Write(Utf8JsonWriter json, Comparison comparison, DiffPage page)
    {
        var summary = comparison.Summary;
        json.WriteStartObject();
        json.WritePropertyName("from"u8);
        JsonSerializer.Serialize(json, TableLine.Of(comparison.Older), TableLine.Json);
        json.WritePropertyName("to"u8);
        JsonSerializer.Serialize(json, TableLine.Of(comparison.Newer), TableLine.Json);
        json.WriteStartObject("key"u8);
        json.WriteString("source"u8, JsonNamingPolicy.CamelCase.ConvertName(summary.Key.Source.ToString()));
        Names(json, "columns", summary.Key.Columns);
        json.WriteEndObject();
        Names(json, "columns", summary.Columns);
        Names(json, "addedColumns", summary.AddedColumns);
        Names(json, "removedColumns", summary.RemovedColumns);
        json.WriteNumber("added"u8, summary.Added);
        json.WriteNumber("removed"u8, summary.Removed);
        json.WriteNumber("changed"u8, summary.Changed);
        json.WriteNumber("unchanged"u8, summary.Unchanged);
        json.WriteStartObject("changedCells"u8);
        foreach (var (column, count) in summary.ChangedCells) json.WriteNumber(column, count);
        json.WriteEndObject();
        json.WriteStartArray("rows"u8);
        foreach (var row in page.Rows) Write(json, summary.Columns, row);
        json.WriteEndArray();
        json.WriteString("next"u8, page.Next?.ToString());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<string> columns, DiffRow row)
    {
        json.WriteStartObject();
        json.WriteString("change"u8, JsonNamingPolicy.CamelCase.ConvertName(row.Change.ToString()));
        if (row.OldRow is { } old) json.WriteNumber("oldRow"u8, old);
        if (row.NewRow is { } now) json.WriteNumber("newRow"u8, now);
        Values(json, "before", columns, row.Before);
        Values(json, "after", columns, row.After);
        if (row.Change == RowChange.Changed) Names(json, "differs", columns.Where((_, i) => row.Differs(i)));
        json.WriteEndObject();
    }

    private static void Values(Utf8JsonWriter json, string name, IReadOnlyList<string> columns, IReadOnlyList<string?> values)
    {
        if (values.Count == 0) return;
        json.WriteStartObject(name);
        for (var i = 0; i < values.Count; i++) json.WriteString(columns[i], values[i]);
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var one in names) json.WriteStringValue(one);
        json.WriteEndArray();
    }

    /// <summary>
    /// A line for each cell that differs, those of added and removed rows included: it can be filtered and counted in any
    /// program. Written to disk first, so that a fault never ends a download half-way.
    /// </summary>
    private static async Task WriteCsvAsync(HttpContext context, TableComparison comparisons, Comparison comparison, CancellationToken ct)
    {
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var columns = comparison.Summary.Columns;
        using (var csv = CsvWriter.Create(file, CsvWriterOptions.Default, leaveOpen: true))
        {
            foreach (var name in new[] { "change", "old_row", "new_row", "column", "before", "after" }) csv.WriteField(name);
            csv.EndRecord();
            await comparisons.ReadAllAsync(comparison, row => Write(csv, columns, row), ct);
            csv.Flush();
        }
        file.Position = 0;
        var response = context.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"diff-{comparison.Older.Number}-{comparison.Newer.Number}.csv\"");
        if (!HttpMethods.IsHead(context.Request.Method)) await file.CopyToAsync(response.Body, ct);
    }

    private static void Write(CsvWriter csv, IReadOnlyList<string> columns, DiffRow row)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var before = row.Before.Count > 0 ? row.Before[i] : null;
            var after = row.After.Count > 0 ? row.After[i] : null;
            if (before == after) continue;
            csv.WriteField(JsonNamingPolicy.CamelCase.ConvertName(row.Change.ToString()));
            csv.WriteField(row.OldRow?.ToString(CultureInfo.InvariantCulture) ?? "");
            csv.WriteField(row.NewRow?.ToString(CultureInfo.InvariantCulture) ?? "");
            csv.WriteField(columns[i]);
            csv.WriteField(before ?? "");
            csv.WriteField(after ?? "");
            csv.EndRecord();
        }
    }

    private static ApiProblemException Missing(TableComparison comparisons, Guid id, string? sheet)
    {
        var numbers = comparisons.Comparable(id, sheet).Select(v => v.Number.ToString(CultureInfo.InvariantCulture)).ToList();
        var detail = numbers.Count switch
        {
            0 => "The distribution has no table in service.",
            1 => $"Only version {numbers[0]} is in service as a table, so there is nothing to compare it with.",
            _ => $"The versions in service as a table are {string.Join(", ", numbers)}.",
        };
        return new ApiProblemException(new ApiProblem { Status = StatusCodes.Status404NotFound, Code = ApiCodes.NoTable, Detail = detail });
    }

    private static int? Number(IQueryCollection query, string name)
    {
        if (One(query, name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number
            : throw TableRequest.Wrong(ApiCodes.ParameterValue, name, text, "It is a number counted from 1.");
    }

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value] ? value : null;
}
