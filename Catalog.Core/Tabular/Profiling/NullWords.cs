using System.Collections.Frozen;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>
/// Words that stand for nothing. The strong ones mean nothing else and count in every column; the weak ones are also
/// ordinary texts (a dash, "NA" for Namibia) and count only where all other cells are of a type that they are not.
/// </summary>
internal static class NullWords
{
    private static readonly FrozenDictionary<string, bool> Strong = Words().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> Lookup = Strong.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Strong.Keys.Max(word => word.Length);

    private static readonly uint[] LengthsByFirst = FirstLetters();

    /// <summary>Whether the text is such a word, and whether it can be nothing else.</summary>
    public static bool Is(ReadOnlySpan<char> text, out bool strong)
    {
        strong = false;
        if (text.Length == 0 || text.Length > Longest) return text.Length > 0 && IsHashes(text, out strong);
        var first = text[0] < 128 ? char.ToLowerInvariant(text[0]) : '\0';
        // Most texts are turned away by their first letter and length alone.
        if (first != '\0' && (LengthsByFirst[first] & 1u << text.Length) != 0 && Lookup.TryGetValue(text, out strong)) return true;
        return IsHashes(text, out strong);
    }

    /// <summary>What a spreadsheet shows, and exports, where a column is too narrow.</summary>
    private static bool IsHashes(ReadOnlySpan<char> text, out bool strong) => strong = text.Length >= 3 && text[0] == '#' && !text.ContainsAnyExcept('#');

    private static Dictionary<string, bool> Words()
    {
        var words = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in new[]
                 {
                     "null", "(null)", "<null>", "n/a", "#n/a", "#n/d", "n.a.", "nan", "s/d", "s/dato", "s/datos", "s.d.", "sin dato", "sin datos", "sin información",
                     "sin informacion", "sin especificar", "no disponible", "no informado", "no informa", "n/d", "n/c", "no consta", "not available", "#¡valor!", "#valor!",
                     "#value!", "#ref!", "#¡ref!", "#div/0!", "#¡div/0!", "#name?", "#¿nombre?", "#num!", "#¡num!", "#null!", "\\n", "0000-00-00", "0000-00-00 00:00:00", "00/00/0000",
                 })
            words[word] = true;
        foreach (var word in new[] { "-", "--", "---", "—", "–", ".", "..", "...", "?", "??", "*", "/", "na", "nd", "sd", "a/d", "none", "nil", "missing", "x", "ninguno", "(en blanco)", "(blank)", "unknown", "desconocido", "s/n", "a definir", "nada" })
            words[word] = false;
        return words;
    }

    private static uint[] FirstLetters()
    {
        var lengths = new uint[128];
        foreach (var word in Strong.Keys)
            if (word[0] < 128) lengths[char.ToLowerInvariant(word[0])] |= 1u << word.Length;
        return lengths;
    }
}
