using System.Globalization;

namespace Catalog.Core.Search;

internal enum TypedKind
{
    Word,
    Phrase,
    Prefix,
}

/// <summary>One thing a person asked for, as typed: a word, a quoted phrase or the beginning of a word.</summary>
internal sealed record TypedTerm(TypedKind Kind, string Text, bool Excluded);

/// <summary>
/// What a person typed, taken apart. The language is small on purpose and has no errors: words, "phrases", -without,
/// begin*; whatever is left open or out of place is read as if it were not there.
/// </summary>
internal sealed record TypedQuery
{
    /// <summary>
    /// Things asked for in one query; further ones are dropped. 32: nobody types more, and each costs a dozen look-ups.
    /// </summary>
    public const int MaxTerms = 32;

    /// <summary>The whole text without blanks at its ends: it may be an id, a slug or an identifier.</summary>
    public required string Whole { get; init; }

    public required IReadOnlyList<TypedTerm> Terms { get; init; }

    /// <summary>Whether the last word may still be being typed: nothing closes it.</summary>
    public required bool LastWordIsOpen { get; init; }

    public static TypedQuery Read(string? text, int maxLength)
    {
        text = (text ?? "").Trim();
        if (text.Length > maxLength) text = text[..maxLength];
        var terms = new List<TypedTerm>();
        var i = 0;
        while (i < text.Length && terms.Count < MaxTerms)
        {
            if (IsBlank(text[i]))
            {
                i++;
                continue;
            }
            var excluded = text[i] is '-' or '−' && i + 1 < text.Length && !IsBlank(text[i + 1]);
            if (excluded || text[i] == '+') i++;
            if (i < text.Length && IsQuote(text[i])) i = ReadPhrase(text, i + 1, excluded, terms);
            else i = ReadWord(text, i, excluded, terms);
        }
        return new TypedQuery
        {
            Whole = text,
            Terms = terms,
            LastWordIsOpen = i == text.Length && text.Length > 0 && char.IsLetterOrDigit(text[^1])
                && terms is [.., { Kind: TypedKind.Word, Excluded: false }],
        };
    }

    private static int ReadPhrase(string text, int start, bool excluded, List<TypedTerm> terms)
    {
        var end = start;
        while (end < text.Length && !IsQuote(text[end])) end++;
        Add(new TypedTerm(TypedKind.Phrase, text[start..end], excluded), terms);
        return end + 1;
    }

    private static int ReadWord(string text, int start, bool excluded, List<TypedTerm> terms)
    {
        var end = start;
        while (end < text.Length && !IsBlank(text[end]) && !IsQuote(text[end])) end++;
        var word = text[start..end];
        Add(word.EndsWith('*')
            ? new TypedTerm(TypedKind.Prefix, word.TrimEnd('*'), excluded)
            : new TypedTerm(TypedKind.Word, word, excluded), terms);
        return end;
    }

    private static void Add(TypedTerm term, List<TypedTerm> terms)
    {
        if (term.Text.Length > 0) terms.Add(term);
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Control;
}
