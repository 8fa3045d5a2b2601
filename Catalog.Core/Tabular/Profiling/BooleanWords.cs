namespace Catalog.Core.Tabular.Profiling;

/// <summary>Pairs of words that say yes and no.</summary>
internal static class BooleanWords
{
    public static readonly (string Yes, string No)[] Pairs =
    [
        ("true", "false"), ("verdadero", "falso"), ("sí", "no"), ("yes", "no"), ("s", "n"), ("y", "n"), ("v", "f"), ("t", "f"),
    ];

    /// <summary>Pairs whose words mean nothing else: one of the two is enough.</summary>
    public const int CertainPairs = 2;

    /// <summary>The pairs, as bits, in which the text says yes, and those in which it says no.</summary>
    public static bool Is(ReadOnlySpan<char> text, out int yes, out int no)
    {
        (yes, no) = (0, 0);
        if (text.Length is 0 or > 9 || (text[0] | 0x20) is not ('t' or 'f' or 'v' or 's' or 'n' or 'y')) return false;
        for (var i = 0; i < Pairs.Length; i++)
        {
            if (text.Equals(Pairs[i].Yes, StringComparison.OrdinalIgnoreCase) || (Pairs[i].Yes == "sí" && text.Equals("si", StringComparison.OrdinalIgnoreCase))) yes |= 1 << i;
            else if (text.Equals(Pairs[i].No, StringComparison.OrdinalIgnoreCase)) no |= 1 << i;
        }
        return (yes | no) != 0;
    }
}
