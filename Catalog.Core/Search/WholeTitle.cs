namespace Catalog.Core.Search;

/// <summary>
/// A title as one term, so that "what was typed is the whole title" is a single look-up: once as written, once by the
/// stems of its words without stop words ("obras publicas" is "Obra pública").
/// </summary>
internal static class WholeTitle
{
    public static IEnumerable<string> Terms(IReadOnlyList<Word> words)
    {
        if (Written(words) is { Length: > 0 and <= SearchText.MaxTermLength } written) yield return written;
        // One character is the mark alone: nothing but stop words.
        if (Stemmed(words) is { Length: > 1 and <= SearchText.MaxTermLength } stemmed) yield return stemmed;
    }

    public static string Written(IReadOnlyList<Word> words) => string.Join(' ', words.Select(w => w.Written));

    public static string Stemmed(IReadOnlyList<Word> words) =>
        IndexFields.StemMark + string.Join(' ', words.Where(w => !w.IsStopWord).Select(w => w.Stem));
}
