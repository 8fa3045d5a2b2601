namespace Catalog.Core.Tabular.Delimited;

/// <summary>What stands around the cells of a sample, as far as it can be told without reading it as a table.</summary>
internal sealed class QuoteSigns(char[] sample)
{
    /// <summary>Characters looked at. 64 Ki: quotes that a file uses are seen in its first hundreds of rows.</summary>
    private const int Looked = 64 * 1024;

    /// <summary>
    /// Signs that stand on both sides of cells. A cell that is the sign and nothing else ("%" as a unit) says nothing; and
    /// where double quotes stand around cells, no rarer sign does.
    /// </summary>
    public List<char> Beside(string delimiter)
    {
        var before = new Dictionary<char, int>();
        var after = new Dictionary<char, int>();
        var text = sample.AsSpan(0, Math.Min(sample.Length, Looked));
        for (var i = 0; i <= text.Length; i++)
        {
            var boundary = i == 0 || i == text.Length || text[i] is '\n' or '\r' || text[i..].StartsWith(delimiter);
            if (!boundary) continue;
            var next = i == 0 ? 0 : i < text.Length && text[i..].StartsWith(delimiter) ? i + delimiter.Length : i + 1;
            if (next < text.Length && !IsBoundary(text, next + 1, delimiter)) Count(after, text[next]);
            if (i > 1 && !IsBoundary(text, i - 2, delimiter)) Count(before, text[i - 1]);
        }
        var usual = after.GetValueOrDefault('"') > 1 && before.GetValueOrDefault('"') > 1;
        return [.. after.Where(a => (!usual || a.Key == '\'') && before.ContainsKey(a.Key) && a.Key is not '"' && !delimiter.Contains(a.Key, StringComparison.Ordinal)).OrderByDescending(a => Math.Min(a.Value, before[a.Key])).ThenBy(a => a.Key).Take(2).Select(a => a.Key)];
    }

    private static bool IsBoundary(ReadOnlySpan<char> text, int at, string delimiter) =>
        at < 0 || at >= text.Length || text[at] is '\n' or '\r' || text[at..].StartsWith(delimiter) || (at - delimiter.Length + 1 is >= 0 and var start && text[start..].StartsWith(delimiter));

    private static void Count(Dictionary<char, int> counts, char c)
    {
        if (c is '\'' or '"' or '#' or '`' or '~' or '$' or '*' or '^' or '%' or '|' or '/' or '´' or '¨' or '§' or '¬' or '@' or '&' or '!' or '=' or '_' || (c < ' ' && c is not ('\t' or '\n' or '\r'))) counts[c] = counts.GetValueOrDefault(c) + 1;
    }

    /// <summary>Whether the double quotes that open and close cells are pairs for the most part.</summary>
    public bool PairUp(string delimiter)
    {
        int whole = 0, opens = 0, closes = 0;
        var text = sample.AsSpan(0, Math.Min(sample.Length, Looked));
        foreach (var lines in text.SplitAny('\n', '\r'))
        {
            var line = text[lines];
            foreach (var range in line.Split(delimiter))
            {
                var cell = line[range];
                if (cell is not [.., _, _]) continue;
                if (cell[0] == '"' && cell[^1] == '"') whole++;
                else if (cell[0] == '"') opens++;
                else if (cell[^1] == '"') closes++;
            }
        }
        var pairs = whole + Math.Min(opens, closes);
        return pairs > 0 && pairs >= Math.Abs(opens - closes);
    }
}
