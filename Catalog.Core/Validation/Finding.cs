using Catalog.Core.Dcat;

namespace Catalog.Core.Validation;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing to mend.</summary>
    Info,

    /// <summary>Should be mended; the record is published.</summary>
    Warning,

    /// <summary>Breaks the profile that the source claims; published or held as the source's policy says.</summary>
    Error,

    /// <summary>The record cannot be published at all: it cannot be named, described or linked.</summary>
    Fatal,
}

/// <summary>Something that validation has to say about one place of one record.</summary>
public sealed record Finding
{
    /// <summary>A stable code of <see cref="FindingCodes"/>; it is stored, shown, documented and counted by this spelling.</summary>
    public required string Code { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Where in the record as the source wrote it: a JSON Pointer (RFC 6901); "" is the whole record.</summary>
    public required string Pointer { get; init; }

    /// <summary>The offending value, cut to a readable length; null when something is missing.</summary>
    public string? Value { get; init; }

    /// <summary>What is wrong, in Spanish and English.</summary>
    public required Text Message { get; init; }

    /// <summary>What to do about it, in Spanish and English; empty when the message says it.</summary>
    public Text Hint { get; init; } = Text.Empty;
}
