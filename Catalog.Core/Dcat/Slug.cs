using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Catalog.Core.Dcat;

/// <summary>The readable name in an address, within what CKAN allows: 2 to 100 characters of a-z, 0-9, - and _.</summary>
public static class Slug
{
    /// <summary>Longest slug, in characters. 100: CKAN's limit for a package name, which its clients check.</summary>
    public const int MaxLength = 100;

    /// <summary>Characters of the hash that keeps two equal titles apart. 6 hex digits: 1 in 16 million for a second clash.</summary>
    private const int HashLength = 6;

    public static string Of(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var rune in WholeCharacters(title).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            var lower = Rune.ToLowerInvariant(rune);
            if (lower.IsAscii && Rune.IsLetterOrDigit(lower)) slug.Append((char)lower.Value);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var text = slug.ToString().Trim('-');
        if (text.Length > MaxLength) text = CutAtWord(text, MaxLength);
        return text.Length >= 2 ? text : "dataset-" + Hash(title);
    }

    /// <summary>The slug for a title that is already taken: the same words and a short hash of the dataset's id.</summary>
    public static string WithHash(string slug, Guid id)
    {
        var hash = Hash(id.ToString("N"));
        var room = MaxLength - HashLength - 1;
        return (slug.Length > room ? CutAtWord(slug, room) : slug) + "-" + hash;
    }

    // Half a surrogate pair and U+FFFE cannot be normalised; enumerating puts U+FFFD in the place of the one.
    private static string WholeCharacters(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\uFFFE', StringComparison.Ordinal)) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString());
        return whole.ToString();
    }

    private static string CutAtWord(string slug, int length)
    {
        var cut = slug.LastIndexOf('-', length);
        return (cut > length / 2 ? slug[..cut] : slug[..length]).Trim('-');
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
}
