using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>Fallbacks for text that a standard makes mandatory and a source left blank.</summary>
internal static class TextFallback
{
    /// <summary>False for text whose every wording is blank, which is as good as none.</summary>
    public static bool SaysSomething(this Text text) => text.Values.Any(v => !string.IsNullOrWhiteSpace(v.Value));

    public static Text Or(this Text text, Text fallback) => text.SaysSomething() ? text : fallback;
}
