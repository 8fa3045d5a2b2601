namespace Catalog.Core.Tabular.Delimited;

/// <summary>Finds the dialect of a sample: proposes what its characters suggest, and takes what explains it best.</summary>
internal sealed class DialectSniffer(char[] sample, EncodingChoice encoding, DeclaredDialect? declared, int longestCell)
{
    private static readonly string[] Usual = [",", ";", "\t", "|", " ", ":"];

    private static readonly string[] Spaced = [", ", "; ", "| ", " | "];

    private readonly Dictionary<TableDialect, DialectScore> _scores = [];

    /// <summary>The candidates, the best first.</summary>
    public IReadOnlyList<DialectScore> Sniff()
    {
        foreach (var delimiter in Delimiters())
        {
            Try(Base(delimiter));
            if (declared?.Delimiter is null && !Usual.Contains(delimiter))
                foreach (var longer in Longer(delimiter)) Try(Base(longer));
        }
        foreach (var found in Best(6)) Refine(found.Dialect);
        foreach (var found in Best(3)) Refine(found.Dialect);
        return Best(8);
    }

    private TableDialect Base(string delimiter) => new()
    {
        Encoding = encoding.Name,
        Delimiter = delimiter,
        QuoteChar = declared?.QuoteChar is { } quote ? quote == '\0' ? null : quote : delimiter == "\"" ? null : '"',
        EscapeChar = declared?.EscapeChar is { } escape && escape != '\0' ? escape : null,
        SkipInitialSpace = declared?.SkipInitialSpace ?? false,
    };

    private IEnumerable<string> Delimiters() => declared?.Delimiter is { Length: > 0 } told ? [told] : Usual.Concat(Spaced.Where(Contains)).Concat(Unusual());

    private IReadOnlyList<DialectScore> Best(int count) => [.. _scores.Values.OrderByDescending(s => s.Score).ThenBy(s => s.Dialect.Delimiter, StringComparer.Ordinal).Take(count)];

    private void Try(TableDialect dialect)
    {
        if (!_scores.ContainsKey(dialect)) _scores[dialect] = DialectScore.Of(sample, encoding, dialect, longestCell);
    }

    private void Refine(TableDialect dialect)
    {
        if (declared?.Delimiter is null)
            foreach (var longer in Longer(dialect.Delimiter)) Try(dialect with { Delimiter = longer });
        if (declared?.SkipInitialSpace is null && dialect.Delimiter is "," or ";" or "|" && Contains(dialect.Delimiter + " \"")) Try(dialect with { SkipInitialSpace = true });
        if (declared?.QuoteChar is null)
        {
            Try(dialect with { QuoteChar = null });
            foreach (var quote in QuotesBeside(dialect.Delimiter)) Try(dialect with { QuoteChar = quote });
        }
        if (declared?.EscapeChar is null && dialect.QuoteChar is { } used)
            foreach (var escape in EscapesBefore(used, dialect.Delimiter)) Try(dialect with { EscapeChar = escape });
    }

    private bool Contains(string text) => sample.AsSpan().Contains(text, StringComparison.Ordinal);

    /// <summary>Signs of which most lines have the same number; line ends in cells make some lines differ.</summary>
    private IEnumerable<string> Unusual()
    {
        var counts = new Dictionary<char, Dictionary<int, int>>();
        var lines = 0;
        foreach (var line in new string(sample, 0, Math.Min(sample.Length, 64 * 1024)).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Take(200))
        {
            lines++;
            foreach (var group in line.GroupBy(c => c))
            {
                if (char.IsLetterOrDigit(group.Key) || group.Key is '"' or '\'' or '.' or '-' or '\0' or '\uFFFD' or '(' or ')' || Usual.Contains(group.Key.ToString())) continue;
                var byCount = counts.TryGetValue(group.Key, out var known) ? known : counts[group.Key] = [];
                byCount[group.Count()] = byCount.GetValueOrDefault(group.Count()) + 1;
            }
        }
        return lines < 2 ? [] : counts.Where(c => c.Value.Values.Max() >= lines * 0.5).OrderByDescending(c => c.Value.Values.Max()).ThenBy(c => c.Key).Take(6).Select(c => c.Key.ToString());
    }

    /// <summary>Delimiters of several characters that begin or continue with this one.</summary>
    private IEnumerable<string> Longer(string delimiter)
    {
        if (delimiter.Length > 3) yield break;
        if (delimiter.Trim().Length > 0 && delimiter is not ":" && Contains(delimiter + " ")) yield return delimiter + " ";
        if (delimiter is not " " && Contains(" " + delimiter + " ")) yield return " " + delimiter + " ";
        if (Contains(delimiter + delimiter)) yield return delimiter + delimiter;
        // What always stands beside it belongs to it.
        if (Beside(delimiter, +1) is { } after) yield return delimiter + after;
        if (Beside(delimiter, -1) is { } before)
        {
            yield return before + delimiter;
            if (Beside(delimiter, +1) is { } both) yield return before + delimiter + both;
        }
    }

    private string? Beside(string delimiter, int side)
    {
        var text = sample.AsSpan(0, Math.Min(sample.Length, 16 * 1024));
        int seen = 0, same = 0, at = 0;
        char? common = null;
        while (seen < 400 && text[at..].IndexOf(delimiter) is >= 0 and var step)
        {
            at += step;
            var place = side > 0 ? at + delimiter.Length : at - 1;
            at += delimiter.Length;
            if (place < 0 || place >= text.Length) continue;
            seen++;
            var c = text[place];
            common ??= c;
            if (c == common) same++;
        }
        return common is { } sign && seen > 2 && same >= seen * 0.9 && !char.IsLetterOrDigit(sign) && sign is not ('"' or '\'' or '\n' or '\r') ? sign.ToString() : null;
    }

    /// <summary>
    /// Signs that stand on both sides of cells. A cell that is the sign and nothing else ("%" as a unit) says nothing; and
    /// where double quotes stand around cells, no rarer sign does.
    /// </summary>
    private List<char> QuotesBeside(string delimiter)
    {
        var before = new Dictionary<char, int>();
        var after = new Dictionary<char, int>();
        var text = sample.AsSpan(0, Math.Min(sample.Length, 64 * 1024));
        for (var i = 0; i <= text.Length; i++)
        {
            var boundary = i == 0 || i == text.Length || text[i] is '\n' or '\r' || text[i..].StartsWith(delimiter);
            if (!boundary) continue;
            var next = i == 0 ? 0 : i < text.Length && text[i..].StartsWith(delimiter) ? i + delimiter.Length : i + 1;
            if (next < text.Length && !IsBoundary(text, next + 1, delimiter)) Count(after, text[next]);
            if (i > 1 && !IsBoundary(text, i - 2, delimiter)) Count(before, text[i - 1]);
        }
        var usual = after.GetValueOrDefault('"') > 1 && before.GetValueOrDefault('"') > 1;
        return [.. after.Where(a => (!usual || a.Key == '\'') && a.Value > 1 && before.GetValueOrDefault(a.Key) > 1 && a.Key is not '"' && !delimiter.Contains(a.Key, StringComparison.Ordinal)).OrderByDescending(a => a.Value).Take(2).Select(a => a.Key)];
    }

    private static bool IsBoundary(ReadOnlySpan<char> text, int at, string delimiter) =>
        at < 0 || at >= text.Length || text[at] is '\n' or '\r' || text[at..].StartsWith(delimiter) || (at - delimiter.Length + 1 is >= 0 and var start && text[start..].StartsWith(delimiter));

    private static void Count(Dictionary<char, int> counts, char c)
    {
        if (c is '\'' or '"' or '#' or '`' or '~' or '$' or '*' or '^' or '%' or '|' or '/' or '´') counts[c] = counts.GetValueOrDefault(c) + 1;
    }

    /// <summary>Signs before quotes that do not end a cell.</summary>
    private IEnumerable<char> EscapesBefore(char quote, string delimiter)
    {
        var found = new Dictionary<char, int>();
        var text = sample.AsSpan();
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] != quote || text[i - 1] == quote || char.IsLetterOrDigit(text[i - 1]) || char.IsWhiteSpace(text[i - 1]) || text[i + 1] is '\n' or '\r') continue;
            if (text[(i + 1)..].StartsWith(delimiter) || delimiter.Contains(text[i - 1], StringComparison.Ordinal)) continue;
            found[text[i - 1]] = found.GetValueOrDefault(text[i - 1]) + 1;
        }
        return found.Where(f => f.Key == '\\' || f.Value > 2).OrderByDescending(f => f.Value).Take(2).Select(f => f.Key).ToList();
    }
}
