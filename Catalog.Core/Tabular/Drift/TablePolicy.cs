namespace Catalog.Core.Tabular.Drift;

/// <summary>What happens to a new version of a table that breaks its schema or drifts from the last one.</summary>
public sealed record TablePolicy
{
    public static readonly TablePolicy Default = new();

    public OnBadTable OnBadTable { get; init; } = OnBadTable.Publish;

    public OnPersonalData OnPersonalData { get; init; } = OnPersonalData.Report;

    /// <summary>The share of rows that a version may lose, in percent. 10: what a third-party loader of declarations refuses at.</summary>
    public double MaxRowLoss { get; init; } = 10;

    /// <summary>By how many points of a hundred the empty cells of a column may rise. 10.</summary>
    public double MaxNullRise { get; init; } = 10;
}

/// <summary>Whether a bad version is shown.</summary>
public enum OnBadTable
{
    /// <summary>With its report.</summary>
    Publish,

    /// <summary>Not until an officer approves; the last good version stays in service.</summary>
    Hold,
}

/// <summary>Whether a version with data of persons is shown.</summary>
public enum OnPersonalData
{
    Report,
    Hold,
}
