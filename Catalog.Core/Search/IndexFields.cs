namespace Catalog.Core.Search;

/// <summary>The names in the index. A change here or in the analysis needs a new <see cref="IndexFolder.Schema"/>.</summary>
internal static class IndexFields
{
    /// <summary>The id of the dataset; one document each.</summary>
    public const string Id = "id";

    /// <summary>The id, slug and identifiers, each whole, for whoever pastes one.</summary>
    public const string Key = "key";

    public const string Source = "source";

    /// <summary>All facet values, each behind the letter of its field: to filter by, and as doc values to count.</summary>
    public const string Facet = "facet";

    /// <summary>UTC ticks.</summary>
    public const string Date = "date";

    public const string TitleOrder = "title.order";

    /// <summary>The title as one term, as written and stemmed, for titles that are exactly what was typed.</summary>
    public const string TitleWhole = "title.whole";

    /// <summary>The stems of all texts, each as often as it weighs (<see cref="WordBag"/>); this is what words are looked up in.</summary>
    public const string Words = "words";

    /// <summary>All texts as written, with positions: for quoted phrases and beginnings of words.</summary>
    public const string Written = "written";

    /// <summary>The title's words and, marked, their stems, with positions: for what ranks first.</summary>
    public const string Title = "title";

    /// <summary>Keeps a stem from being taken for a word that somebody wrote.</summary>
    public const char StemMark = '~';

    public static string FacetTerm(FacetField field, string value) => (char)('A' + (int)field) + value;

    public static FacetField FieldOf(string facetTerm) => (FacetField)(facetTerm[0] - 'A');
}
