using System.Globalization;
using System.Text;

namespace Catalog.Core.Search;

/// <summary>
/// What is done to every text before it is cut into words, the same for what is indexed and for what is typed.
/// The tokenizer alone would keep "bicicletas.csv", "fecha_inicio" and "d'Or" as one word each, which nobody types.
/// </summary>
internal static class SearchText
{
    /// <summary>
    /// Longest term indexed whole (an id, a facet value, a sort key), in characters. 500: as long as a query may be,
    /// so a longer one could not be asked for; and Lucene refuses a term over 32,766 bytes.
    /// </summary>
    public const int MaxTermLength = 500;

    /// <summary>Letters, digits and their accents stay; everything else is a blank, except a point or comma inside a number.</summary>
    public static string Normalise(string text) => string.Create(text.Length, text, static (result, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            if (char.IsSurrogate(source[i]))
            {
                // A lone surrogate is no letter: it becomes a blank here, where Normalize would throw.
                var pair = char.IsSurrogatePair(source, i) && Rune.IsLetterOrDigit(new Rune(source[i], source[i + 1]));
                result[i] = pair ? source[i] : ' ';
                if (pair) result[i + 1] = source[++i];
            }
            else
            {
                result[i] = IsPartOfWord(source[i]) || IsInsideNumber(source, i) ? source[i] : ' ';
            }
        }
    }).Normalize(NormalizationForm.FormC);

    /// <summary>How ids, slugs and identifiers are compared: without regard to case, never cut into words.</summary>
    public static string Key(string text) => Cut(text.Trim()).ToLowerInvariant();

    /// <summary>A facet value as published, without blanks at its ends; null when there is nothing to show.</summary>
    public static string? FacetValue(string? text) => string.IsNullOrWhiteSpace(text) ? null : Cut(text.Trim());

    /// <summary>
    /// The key by which titles are sorted: folded and lower case as the Spanish alphabet goes, so accents do not count
    /// and ñ follows every other n ("~" sorts behind "z").
    /// </summary>
    public static string TitleOrder(string title)
    {
        var key = new StringBuilder(title.Length);
        foreach (var c in Normalise(Cut(title)).ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (c == '\u0303' && key.Length > 0 && key[^1] == 'n') key.Append('~');
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            else if (c != ' ' || (key.Length > 0 && key[^1] != ' ')) key.Append(c);
        }
        return key.ToString();
    }

    private static bool IsPartOfWord(char c) => char.IsLetterOrDigit(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInsideNumber(string text, int i) =>
        text[i] is '.' or ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    private static string Cut(string text) => text.Length <= MaxTermLength
        ? text
        : text[..(char.IsHighSurrogate(text[MaxTermLength - 1]) ? MaxTermLength - 1 : MaxTermLength)];
}
