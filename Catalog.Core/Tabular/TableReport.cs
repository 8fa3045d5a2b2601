using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular;

/// <summary>What was found out about a table, why, and what was done to it. Everything a reader may doubt is said here.</summary>
public sealed record TableReport
{
    /// <summary>The kind of the file or member: "csv", "xlsx", "jsonl".</summary>
    public required string Format { get; init; }

    /// <summary>From 0 to 1: how far the best reading stands above the next one.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Why the file is read as it is: one entry a decision.</summary>
    public IReadOnlyList<TableEvidence> Evidence { get; init; } = [];

    /// <summary>What was mended, and what is odd and stayed as it is: one entry a kind, with its exact count.</summary>
    public IReadOnlyList<TableRepair> Repairs { get; init; } = [];

    public long Rows { get; init; }

    public int Columns { get; init; }

    /// <summary>Columns at the end that the header does not know: they hold what rows had too much.</summary>
    public int ExtraColumns { get; init; }

    /// <summary>The lines before the header that belong to no table, cut.</summary>
    public IReadOnlyList<string> Preamble { get; init; } = [];

    /// <summary>The lines after the last row that belong to no table, cut.</summary>
    public IReadOnlyList<string> Footer { get; init; } = [];

    /// <summary>The cells of the header as the file has them, rows joined, before names were made unique; empty without a header.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];
}

/// <summary>One decision and what speaks for it.</summary>
/// <param name="Code">One of <see cref="TableEvidenceCodes"/>.</param>
public sealed record TableEvidence(string Code, Text Message);

/// <summary>One kind of oddity in a table.</summary>
public sealed record TableRepair
{
    /// <summary>One of <see cref="TableRepairCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>How many rows or cells, all counted.</summary>
    public required long Count { get; init; }

    public required Text Message { get; init; }

    /// <summary>The first of them, as many as <see cref="Limits.MaxRepairExamples"/>.</summary>
    public IReadOnlyList<RepairExample> Examples { get; init; } = [];
}

/// <summary>One place that was mended.</summary>
/// <param name="Row">Counted from 1 without the header; 0 for the header and what stands before it.</param>
/// <param name="Line">Of the file, counted from 1; 0 where that means nothing.</param>
/// <param name="Text">What stood there, cut.</param>
public sealed record RepairExample(long Row, long Line, string Text);
