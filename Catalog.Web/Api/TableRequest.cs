using System.Globalization;
using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Exports;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Web.Api;

/// <summary>What the address of a request for rows says, before it is held against a table.</summary>
internal sealed record TableRequest
{
    private static readonly string[] Known = ["select", "filter", "q", "group", "aggregate", "sort", "limit", "after", "version", "asOf", "table", "format", "dialect"];

    public required QueryText Query { get; init; }

    public int? Limit { get; init; }

    public PageCursor? After { get; init; }

    public int? Version { get; init; }

    public DateTimeOffset? AsOf { get; init; }

    /// <summary>A table's name or number within the file; null for the first.</summary>
    public string? Table { get; init; }

    /// <summary>Null for a page.</summary>
    public ExportFormat? Format { get; init; }

    public static TableRequest Read(HttpRequest request, string? extension, DataCatalog catalog, Limits limits)
    {
        foreach (var name in request.Query.Keys)
            if (!Known.Contains(name)) throw Wrong(ApiCodes.UnknownParameter, name, request.Query[name].ToString(), $"The parameters are {string.Join(", ", Known)}.");
        foreach (var (name, values) in request.Query)
            if (values.Count > 1 && name != "filter") throw Wrong(ApiCodes.ParameterValue, name, values.ToString(), "It may be given once; only filter may be given several times, and all of them must hold.");
        var after = One(request, "after") is { } token ? PageCursor.Read(token) ?? throw Wrong(QueryErrorCodes.Cursor, "after", token, "Take it from the next of the page before.") : null;
        var version = VersionOf(One(request, "version"));
        var asOf = AsOfWhen(One(request, "asOf"), catalog);
        if (version is not null && asOf is not null) throw Wrong(QueryErrorCodes.Conflict, "asOf", One(request, "asOf")!, "Give version or asOf, not both.");
        var format = FormatOf(request, extension);
        if (after is not null && format is not null) throw Wrong(QueryErrorCodes.Conflict, "after", One(request, "after")!, $"Pages are JSON; {format.Name} is complete without turning pages.");
        return new TableRequest
        {
            Query = new QueryText
            {
                Select = One(request, "select"),
                Filters = [.. request.Query["filter"].OfType<string>().Where(filter => filter.Length > 0)],
                Words = One(request, "q"),
                Group = One(request, "group"),
                Aggregate = One(request, "aggregate"),
                Sort = One(request, "sort"),
            },
            Limit = LimitOf(One(request, "limit"), format is null ? limits.MaxRowsPerPage : int.MaxValue),
            After = after,
            // Turning pages stays in the version where it began.
            Version = version ?? (asOf is null ? after?.Version : null),
            AsOf = asOf,
            Table = One(request, "table"),
            Format = format,
        };
    }

    public static ApiProblemException Wrong(string code, string parameter, string value, string detail, int status = StatusCodes.Status400BadRequest) =>
        new(new ApiProblem { Status = status, Code = code, Detail = detail, Parameter = parameter, Value = Excerpt(value) });

    private static string Excerpt(string value) => value.Length <= 100 ? value : value[..100] + "…";

    private static string? One(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } value] ? value : null;

    private static int? LimitOf(string? text, int most)
    {
        if (text is null) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most ? limit
            : throw Wrong(ApiCodes.ParameterValue, "limit", text, string.Create(CultureInfo.InvariantCulture, $"It is a number from 1 to {most}."));
    }

    private static int? VersionOf(string? text)
    {
        if (text is null) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= 1 ? version
            : throw Wrong(ApiCodes.ParameterValue, "version", text, "It is the number of a version, counted from 1.");
    }

    /// <summary>A day means its end where the catalog is.</summary>
    private static DateTimeOffset? AsOfWhen(string? text, DataCatalog catalog)
    {
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            var midnight = day.AddDays(1).ToDateTime(default);
            return new DateTimeOffset(midnight, TimeZoneInfo.FindSystemTimeZoneById(catalog.TimeZone).GetUtcOffset(midnight)).AddSeconds(-1);
        }
        return DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
            : throw Wrong(ApiCodes.ParameterValue, "asOf", text, "It is a date such as 2026-05-04, or a moment such as 2026-05-04T17:30:00Z.");
    }

    /// <summary>The end of the path wins, then the parameter, then what the client accepts; without any of them it is a page of JSON.</summary>
    private static ExportFormat? FormatOf(HttpRequest request, string? extension)
    {
        var dialect = One(request, "dialect");
        var format = extension is not null ? Named(extension, "path") : One(request, "format") is { } name ? Named(name, "format") : Accepted(request);
        if (dialect is null) return format == ExportFormat.Json ? null : format;
        if (format?.Name != "csv" || dialect != ExportFormat.ExcelCsv.Dialect)
            throw Wrong(ApiCodes.ParameterValue, "dialect", dialect, $"The only dialect is {ExportFormat.ExcelCsv.Dialect}, of csv.");
        return ExportFormat.ExcelCsv;
    }

    private static ExportFormat Named(string name, string parameter) =>
        ExportFormat.Find(name) ?? throw Wrong(ApiCodes.UnknownFormat, parameter, name, $"The formats are {string.Join(", ", ExportFormat.All.Select(format => format.Name))}.");

    private static ExportFormat? Accepted(HttpRequest request)
    {
        foreach (var accepted in request.GetTypedHeaders().Accept.OrderByDescending(media => media.Quality ?? 1))
        {
            if (accepted.Quality == 0) continue;
            if (accepted.MatchesAllTypes || accepted.MatchesMediaType("text/html") || accepted.MatchesMediaType("application/json")) return null;
            if (ExportFormat.All.FirstOrDefault(format => accepted.MatchesMediaType(format.MediaType)) is { } format) return format;
        }
        return null;
    }
}
