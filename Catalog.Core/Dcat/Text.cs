using System.Text.Json.Serialization;

namespace Catalog.Core.Dcat;

/// <summary>One wording with its language (BCP 47, lower case; empty when the source did not say).</summary>
public readonly record struct LangString(string Lang, string Value);

/// <summary>Language-tagged text: the same thing said in one or more languages, in the order the source gave.</summary>
public sealed record Text
{
    public static readonly Text Empty = new() { Values = [] };

    public required ValueList<LangString> Values { get; init; }

    [JsonIgnore]
    public bool IsEmpty => Values.Count == 0;

    public static Text Of(string lang, string value) => new() { Values = [new(lang, value)] };

    public static Text Of(params ReadOnlySpan<LangString> values) => new() { Values = ValueList.Of(values) };

    /// <summary>Null, empty and blank are the same as nothing said.</summary>
    public static Text Maybe(string lang, string? value) => string.IsNullOrWhiteSpace(value) ? Empty : Of(lang, value);

    /// <summary>
    /// The wording for a reader of <paramref name="lang"/>: that language, else one without a language, else the first.
    /// A reader always gets something when anything was said.
    /// </summary>
    public string In(string lang)
    {
        string? untagged = null;
        foreach (var (tag, value) in Values)
        {
            if (tag.Equals(lang, StringComparison.OrdinalIgnoreCase)) return value;
            if (tag.StartsWith(lang, StringComparison.OrdinalIgnoreCase) && tag.Length > lang.Length && tag[lang.Length] == '-') return value;
            if (tag.Length == 0) untagged ??= value;
        }
        return untagged ?? (Values.Count > 0 ? Values[0].Value : "");
    }

    public override string ToString() => Values.Count > 0 ? Values[0].Value : "";
}
