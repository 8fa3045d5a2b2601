namespace Catalog.Harvest.Config;

/// <summary>Something wrong, or doubtful, at one place of the config.</summary>
/// <param name="Code">One of <see cref="ConfigErrorCodes"/>.</param>
/// <param name="File">The file as the caller named it, so that a terminal can open it.</param>
/// <param name="Line">From 1; 1 when the file as a whole is meant.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Message">What is wrong. Values are quoted as the file writes them, never as the environment fills them.</param>
/// <param name="Hint">What to write instead, when that can be told.</param>
public sealed record ConfigError(string Code, string File, int Line, int Column, string Message, string? Hint)
{
    public override string ToString() =>
        FormattableString.Invariant($"{File}:{Line}:{Column}: {Code}: {Message}") + (Hint is null ? "" : "; " + Hint);
}

/// <summary>What a config file came to: the config, or every error that stands between it and being one.</summary>
public sealed record ConfigResult
{
    /// <summary>Null when there is any error.</summary>
    public HarvestConfig? Config { get; init; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ConfigError> Errors { get; init; } = [];

    /// <summary>What runs but is hardly meant, in the order of the file.</summary>
    public IReadOnlyList<ConfigError> Warnings { get; init; } = [];
}
