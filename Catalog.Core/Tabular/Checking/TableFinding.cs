using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Checking;

/// <summary>Something that a check has to say about one place of a table.</summary>
public sealed record TableFinding
{
    /// <summary>One of <see cref="TableFindingCodes"/>.</summary>
    public required string Code { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>The column as the schema or the file names it; empty for the whole table.</summary>
    public string Column { get; init; } = "";

    /// <summary>Counted from 1 without the header; 0 where no row is meant.</summary>
    public long Row { get; init; }

    /// <summary>Of the file, counted from 1; 0 where that means nothing.</summary>
    public long Line { get; init; }

    /// <summary>The byte at which the row begins, counted from 0; -1 where that means nothing.</summary>
    public long Offset { get; init; } = -1;

    /// <summary>The offending value, cut to a readable length; null when something is missing.</summary>
    public string? Value { get; init; }

    public required Text Message { get; init; }

    public Text Hint { get; init; } = Text.Empty;
}

/// <summary>How often a rule was broken in a column, counted exactly.</summary>
public readonly record struct RuleCount(string Code, Severity Severity, string Column, long Count);
