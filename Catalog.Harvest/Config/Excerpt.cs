namespace Catalog.Harvest.Config;

/// <summary>A stranger's text, fit to stand in one line of a message.</summary>
internal static class Excerpt
{
    /// <summary>Characters quoted. 80: one line of a terminal.</summary>
    private const int MaxLength = 80;

    public static string Of(string text)
    {
        var cut = text.Length > MaxLength ? text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)] + "..." : text;
        return cut.Any(char.IsControl) ? string.Concat(cut.Select(c => char.IsControl(c) ? ' ' : c)) : cut;
    }
}
