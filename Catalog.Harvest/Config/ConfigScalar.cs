namespace Catalog.Harvest.Config;

/// <summary>A string of the config.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Value">With its variables filled in: never in a message.</param>
/// <param name="Shown">As the file writes it, cut to a line: what a message quotes.</param>
/// <param name="Filled">Whether the two differ, so that nothing derived from the value may be shown either.</param>
internal sealed record ConfigScalar(YamlCursor At, string Value, string Shown, bool Filled)
{
    public void Error(string code, string message, string? hint = null) => At.Error(code, message, hint);

    /// <summary>An error whose hint was computed from the value, and is therefore kept back when that may be a secret.</summary>
    public void Error(string code, string message, Func<string?> hint) =>
        At.Error(code, message, Filled ? "its value comes from the environment" : hint());

    public override string ToString() => Shown;
}
