using System.Collections.Frozen;

namespace Catalog.Core.Search;

/// <summary>
/// The words that say nothing about a dataset: articles, prepositions, conjunctions and pronouns, folded. Lucene's own
/// Spanish list is not used because it holds every form of "estar", among them "estado", which is a word here.
/// </summary>
internal static class StopWords
{
    public static readonly FrozenSet<string> All = Spanish.Concat(English).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Spanish =>
    [
        "a", "al", "ante", "aquel", "aquella", "asi", "aun", "bajo", "cada", "como", "con", "contra", "cual", "cuales",
        "cuando", "de", "del", "desde", "donde", "durante", "e", "el", "ella", "ellas", "ellos", "en", "entre", "era",
        "es", "esa", "esas", "ese", "eso", "esos", "esta", "estas", "este", "esto", "estos", "fue", "ha", "han", "hacia",
        "hasta", "la", "las", "le", "les", "lo", "los", "mas", "mediante", "muy", "ni", "no", "o", "para", "pero", "por",
        "porque", "que", "quien", "se", "segun", "ser", "si", "sin", "sobre", "son", "su", "sus", "tambien", "tras", "u",
        "un", "una", "unas", "uno", "unos", "y", "ya",
    ];

    private static IEnumerable<string> English =>
    [
        "about", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "in",
        "into", "is", "it", "its", "not", "of", "on", "or", "such", "that", "the", "their", "these", "they", "this",
        "those", "to", "was", "were", "which", "will", "with",
    ];
}
