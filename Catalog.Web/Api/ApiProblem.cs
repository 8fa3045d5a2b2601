using Microsoft.AspNetCore.Mvc;

namespace Catalog.Web.Api;

/// <summary>
/// What is wrong with a request (RFC 9457): besides the standard members a stable code, the parameter and the place in
/// it, the value that stands there, and a hint at what would be right.
/// </summary>
internal sealed record ApiProblem
{
    public required int Status { get; init; }

    public required string Code { get; init; }

    public required string Detail { get; init; }

    /// <summary>The parameter of the address; null when it is about the whole.</summary>
    public string? Parameter { get; init; }

    /// <summary>The character of the parameter's value, counted from 0.</summary>
    public int? Position { get; init; }

    public string? Value { get; init; }

    /// <summary>Seconds after which to ask again.</summary>
    public int? RetryAfter { get; init; }

    public async Task WriteAsync(HttpContext context)
    {
        var problem = new ProblemDetails { Status = Status, Title = TitleOf(Status), Detail = Detail };
        problem.Extensions["code"] = Code;
        if (Parameter is not null) problem.Extensions["parameter"] = Parameter;
        if (Position is not null) problem.Extensions["position"] = Position;
        if (Value is not null) problem.Extensions["value"] = Value;
        var response = context.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await response.WriteAsJsonAsync(problem, JsonOptions, "application/problem+json", context.RequestAborted);
    }

    private static readonly System.Text.Json.JsonSerializerOptions JsonOptions = new(System.Text.Json.JsonSerializerDefaults.Web);

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is no such table.",
        StatusCodes.Status406NotAcceptable => "The table cannot be had in that format.",
        StatusCodes.Status422UnprocessableEntity => "The query is right, but too expensive.",
        StatusCodes.Status503ServiceUnavailable => "Too many queries at the moment.",
        _ => "The query cannot be understood.",
    };
}

/// <summary>Ends a request with a problem; caught where the request is answered.</summary>
internal sealed class ApiProblemException(ApiProblem problem) : Exception(problem.Detail)
{
    public ApiProblem Problem { get; } = problem;
}
