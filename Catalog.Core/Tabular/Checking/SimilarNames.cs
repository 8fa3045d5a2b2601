using System.Globalization;
using System.Text;

namespace Catalog.Core.Tabular.Checking;

/// <summary>Names that were probably meant to be the same.</summary>
public static class SimilarNames
{
    /// <summary>Characters of a name that is compared letter by letter. 60: the work is quadratic in it.</summary>
    private const int MaxLength = 60;

    /// <summary>Letters and digits in lower case without accents: what is left when case, accents, blanks and marks are no difference.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in Decomposed(name))
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }

    /// <summary>The candidate that is most like the name, if one is like it enough: equal when plain, or within a third of its letters.</summary>
    public static string? Find(string name, IReadOnlyCollection<string> candidates)
    {
        var plain = Plain(name);
        if (plain.Length == 0) return null;
        string? nearest = null;
        var least = Math.Max(1, plain.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var other = Plain(candidate);
            if (other == plain) return candidate;
            if (plain.Length > MaxLength || other.Length > MaxLength || Math.Abs(other.Length - plain.Length) >= least) continue;
            var distance = Distance(plain, other);
            // One letter for another is a different name where there are but two or three.
            if (distance >= least || Math.Min(plain.Length, other.Length) <= 3) continue;
            (nearest, least) = (candidate, distance);
        }
        return nearest;
    }

    /// <summary>Insertions, deletions and replacements (Levenshtein).</summary>
    public static int Distance(string a, string b)
    {
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            (last, current) = (current, last);
        }
        return last[b.Length];
    }

    private static string Decomposed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no form.
            return name;
        }
    }
}
