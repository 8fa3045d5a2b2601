namespace Catalog.Web.Api;

/// <summary>The codes of problems that are not about the query itself (<see cref="Core.Tabular.Rows.QueryErrorCodes"/>) nor its cost (<see cref="Core.Tabular.Rows.RefusalCodes"/>).</summary>
internal static class ApiCodes
{
    /// <summary>The distribution has no table, or none of that version or name.</summary>
    public const string NoTable = "no-table";

    /// <summary>The address has a parameter that there is not.</summary>
    public const string UnknownParameter = "unknown-parameter";

    /// <summary>The value is none that the parameter takes.</summary>
    public const string ParameterValue = "parameter-value";

    /// <summary>There is no such format.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>The answer has no place on the earth, so it cannot be GeoJSON.</summary>
    public const string NoPlace = "no-place";
}
