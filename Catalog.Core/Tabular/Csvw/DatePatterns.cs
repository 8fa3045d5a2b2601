using System.Text;

namespace Catalog.Core.Tabular.Csvw;

/// <summary>Patterns of dates as CSVW writes them (UTS 35, the fields of Model for Tabular Data §6.4.4) in terms of strptime, as Table Schema does.</summary>
internal static class DatePatterns
{
    /// <summary>Null for a pattern with a field that has no counterpart.</summary>
    public static string? ToStrptime(string pattern)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length;)
        {
            var letter = pattern[i];
            if (letter == '\'')
            {
                // Between quotes everything is literal; two quotes are one (UTS 35 §8).
                var end = pattern.IndexOf('\'', i + 1);
                if (end < 0) return null;
                result.Append(end == i + 1 ? "'" : pattern[(i + 1)..end].Replace("%", "%%", StringComparison.Ordinal));
                i = end + 1;
                continue;
            }
            if (!char.IsAsciiLetter(letter) || letter == 'T')
            {
                result.Append(letter == '%' ? "%%" : letter.ToString());
                i++;
                continue;
            }
            var run = i;
            while (run < pattern.Length && pattern[run] == letter) run++;
            if (Directive(letter, run - i) is not { } directive) return null;
            result.Append(directive);
            i = run;
        }
        return result.Length == 0 ? null : result.ToString();
    }

    private static string? Directive(char letter, int length) => (letter, length) switch
    {
        ('y', 4) => "%Y",
        ('y', 2) => "%y",
        ('M', 1 or 2) => "%m",
        ('M', 3) => "%b",
        ('M', 4) => "%B",
        ('d', 1 or 2) => "%d",
        ('H', 1 or 2) => "%H",
        ('h', 1 or 2) => "%I",
        ('m', 1 or 2) => "%M",
        ('s', 1 or 2) => "%S",
        ('S', _) => "%f",
        ('a', _) => "%p",
        ('E', 1 or 2 or 3) => "%a",
        ('E', 4) => "%A",
        ('X' or 'x' or 'Z', _) => "%z",
        _ => null,
    };
}
