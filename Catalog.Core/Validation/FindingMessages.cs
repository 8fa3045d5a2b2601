using Catalog.Core.Dcat;

namespace Catalog.Core.Validation;

/// <summary>Makes findings with their wording in the two languages of the catalog.</summary>
public static class FindingMessages
{
    /// <summary>Longest value shown in a finding, in characters; a report quotes, it does not copy.</summary>
    public const int MaxShownValue = 300;

    public static Finding Make(string code, Severity severity, string pointer, string? value, string spanish, string english, string hintSpanish = "", string hintEnglish = "") =>
        new()
        {
            Code = code,
            Severity = severity,
            Pointer = pointer,
            Value = Shown(value),
            Message = Text.Of(new LangString("es", spanish), new LangString("en", english)),
            Hint = hintSpanish.Length == 0 ? Text.Empty : Text.Of(new LangString("es", hintSpanish), new LangString("en", hintEnglish)),
        };

    private static string? Shown(string? value) =>
        value is null || value.Length <= MaxShownValue ? value : string.Concat(value.AsSpan(0, MaxShownValue), "…");
}
