namespace Catalog.Core.Tabular.Delimited;

/// <summary>Finds the dialect of a sample: proposes what its characters suggest, and takes what explains it best.</summary>
internal sealed class DialectSniffer(char[] sample, EncodingChoice encoding, DeclaredDialect? declared, int longestCell)
{
    /// <summary>Characters of a delimiter. 4: "<=>" and its like.</summary>
    private const int LongestDelimiter = 4;

    private static readonly string[] Usual = [",", ";", "\t", "|", " ", ":"];

    private static readonly string[] Longish = [", ", "; ", "| ", " | ", ",,", ";;", "\t\t", "||", "::"];

    private readonly Dictionary<TableDialect, DialectScore> _scores = [];
    private readonly QuoteSigns _quotes = new(sample);

    /// <summary>The candidates, the best first.</summary>
    public IReadOnlyList<DialectScore> Sniff()
    {
        foreach (var delimiter in Delimiters())
        {
            Try(Base(delimiter));
            if (declared?.Delimiter is null && !Usual.Contains(delimiter))
                foreach (var longer in Longer(delimiter)) Try(Base(longer));
        }
        // Unusual quotes hide a delimiter from all that looks at its cells.
        if (declared?.QuoteChar is null)
            foreach (var dialect in _scores.Keys.Where(d => d.Delimiter is "," or ";" or "\t" or "|" && Contains(d.Delimiter)).ToList())
                foreach (var quote in _quotes.Beside(dialect.Delimiter)) Try(dialect with { QuoteChar = quote });
        foreach (var found in Best(6)) Refine(found.Dialect);
        foreach (var found in Best(3)) Refine(found.Dialect);
        return WithQuotes(Best(8));
    }

    /// <summary>A few broken quotes make a reading without any look better; where more of them pair up around cells, they are quotes all the same.</summary>
    private IReadOnlyList<DialectScore> WithQuotes(IReadOnlyList<DialectScore> best)
    {
        if (best.Count == 0 || best[0].Dialect.QuoteChar is not null || declared?.QuoteChar is not null || !_quotes.PairUp(best[0].Dialect.Delimiter)) return best;
        var with = _scores.Values.Where(s => s.Dialect.Delimiter == best[0].Dialect.Delimiter && s.Dialect.QuoteChar == '"' && s.Width == best[0].Width).MaxBy(s => s.Score);
        return with is null ? best : [with, .. best.Where(s => s != with)];
    }

    private TableDialect Base(string delimiter) => new()
    {
        Encoding = encoding.Name,
        Delimiter = delimiter,
        QuoteChar = declared?.QuoteChar is { } quote ? quote == '\0' ? null : quote : delimiter == "\"" ? null : '"',
        EscapeChar = declared?.EscapeChar is { } escape && escape != '\0' ? escape : null,
        SkipInitialSpace = declared?.SkipInitialSpace ?? false,
    };

    private IEnumerable<string> Delimiters() => declared?.Delimiter is { Length: > 0 } told ? [told] : Usual.Concat(Longish.Where(Contains)).Concat(Unusual());

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
            foreach (var quote in _quotes.Beside(dialect.Delimiter)) Try(dialect with { QuoteChar = quote });
        }
        if (declared?.EscapeChar is null && dialect.QuoteChar is { } used)
            foreach (var escape in EscapesBefore(used, dialect.Delimiter)) Try(dialect with { EscapeChar = escape });
    }

    private bool Contains(string text) => sample.AsSpan().Contains(text, StringComparison.Ordinal);

    /// <summary>Signs of which many lines have the same number; line ends in cells make the others differ.</summary>
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
        return lines < 2 ? [] : counts.Where(c => c.Value.Values.Max() >= lines * 0.3 || c.Value.Values.Sum() >= lines * 0.6).OrderByDescending(c => c.Value.Values.Max()).ThenBy(c => c.Key).Take(8).Select(c => c.Key.ToString());
    }

    /// <summary>Delimiters of several characters that begin or continue with this one.</summary>
    private IEnumerable<string> Longer(string delimiter)
    {
        if (delimiter.Length >= LongestDelimiter) yield break;
        if (delimiter.Trim().Length > 0 && delimiter is not ":" && Contains(delimiter + " ")) yield return delimiter + " ";
        if (delimiter is not " " && Contains(" " + delimiter + " ")) yield return " " + delimiter + " ";
        if (Contains(delimiter + delimiter)) yield return delimiter + delimiter;
        // What always stands beside it belongs to it.
        for (var grown = delimiter; grown.Length < LongestDelimiter;)
        {
            if (Beside(grown, +1) is { } after) grown += after;
            else if (Beside(grown, -1) is { } before) grown = before + grown;
            else break;
            yield return grown;
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
