namespace Catalog.Core.Storage;

/// <summary>What has become of the tables of a distribution: of its newest file, and what is in service.</summary>
public sealed record TableStanding
{
    public required Guid DistributionId { get; init; }

    /// <summary>The number of the newest file version.</summary>
    public required int Newest { get; init; }

    /// <summary>Whether the newest file was read; false while it is still to be.</summary>
    public bool IsRead { get; init; }

    /// <summary>Why the newest file gives no table; null when it does.</summary>
    public string? Code { get; init; }

    /// <summary>Whether a table of the newest file is kept back by the source's policy.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Why it is: the code of the first finding that holds it.</summary>
    public string? HeldFor { get; init; }

    /// <summary>The number of the file version whose tables are in service; null when none are.</summary>
    public int? InService { get; init; }

    /// <summary>Tables in service: sheets, members of an archive.</summary>
    public int Tables { get; init; }

    /// <summary>Of the first table in service, as the columns are.</summary>
    public long RowCount { get; init; }

    public int ColumnCount { get; init; }

    /// <summary>What is in service is of an older file than the newest one.</summary>
    public bool IsBehind => InService is { } number && number < Newest;
}
