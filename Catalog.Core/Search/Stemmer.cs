namespace Catalog.Core.Search;

/// <summary>
/// Cuts a folded, lower-case word down to what its plural and gender share, by rules that hold for Spanish and English
/// at once: "estaciones" and "estación" are <c>estacion</c>, "schools" is <c>school</c>, "datos" and "data" are <c>dat</c>.
/// </summary>
/// <remarks>
/// Lucene's two light stemmers would give two stems per word, because no text can be trusted to be in the language its
/// tag says; that doubles the index and the work of every query, and still misses plurals of short words (the Spanish
/// one leaves "obra" alone but cuts "obras" to "obr"). A stem is never shown, so it need not be a word; what matters is
/// that the forms of one word meet. Endings are tried once, in this order.
/// </remarks>
internal static class Stemmer
{
    /// <summary>Longest word that is stemmed, in characters. 64: longer than any Spanish or English word.</summary>
    private const int MaxLength = 64;

    public static string Stem(string word)
    {
        if (word.Length is < 3 or > MaxLength) return word;
        foreach (var c in word)
            if (c is < 'a' or > 'z') return word;
        var stem = WithoutPlural(word);
        // luces = luce = luz, jueces = juez; services = service.
        if (stem.Length > 3 && stem.EndsWith("ce")) return string.Concat(stem[..^2], "z");
        // Three letters are left as they are: ría and río, vía and vías.
        if (stem.Length > 3 && stem[^1] is 'a' or 'e' or 'o' && stem.Length > 3) stem = stem[..^1];
        // ley = leyes, city = citie(s).
        if (stem[^1] == 'y') stem = string.Concat(stem[..^1], "i");
        return stem.ToString();
    }

    private static ReadOnlySpan<char> WithoutPlural(ReadOnlySpan<char> word)
    {
        // interés = intereses, mes = meses: the singular ends in -es itself.
        if (word.Length > 4 && word.EndsWith("eses")) word = word[..^2];
        if (word.Length < 4 || word[^1] != 's') return word;
        return word[^2] switch
        {
            // class, access
            's' => word,
            // virus, campus, autobús: rarely plurals.
            'u' => word,
            // crisis, gratis and país are no plurals; taxis and bicis are.
            'i' => word[^3] is 's' or 't' or 'a' ? word : word[..^1],
            _ => word[..^1],
        };
    }
}
