namespace Catalog.Core.Tabular.Delimited;

/// <summary>
/// How well a dialect explains a sample: rows of one width, made of cells that look like what people put in cells. After
/// the idea of G. J. J. van den Burg, A. Nazábal, C. Sutton: "Wrangling messy CSV files by detecting row and type
/// patterns" (2019), that row lengths alone mislead and the look of cells decides.
/// </summary>
internal sealed record DialectScore
{
    /// <summary>Records of a sample that are looked at. 1,000: beyond, the order of candidates does not change.</summary>
    private const int Records = 1000;

    public required TableDialect Dialect { get; init; }

    public required double Score { get; init; }

    /// <summary>The number of cells that most records have.</summary>
    public required int Width { get; init; }

    /// <summary>Records with that number, and all that are not blank.</summary>
    public int Fitting { get; init; }

    public int Total { get; init; }

    public int QuotedRecords { get; init; }

    public int OddQuotes { get; init; }

    public static DialectScore Of(char[] sample, EncodingChoice encoding, TableDialect dialect, int longestCell)
    {
        var scanner = new RecordScanner(new TextWindow(sample, encoding), dialect, longestCell);
        var widths = new WidthTally();
        int total = 0, quoted = 0, odd = 0, broken = 0, grouped = 0;
        while (total < Records && scanner.Next())
        {
            if (scanner.IsBlank) widths.Blank();
            // What begins like a comment tells nothing of the rows.
            if (scanner.IsBlank || scanner.Content[0] == '#') continue;
            total++;
            if ((scanner.Marks & RecordMarks.Quoted) != 0) quoted++;
            if (scanner.InnerLines > 0) broken++;
            var strange = (scanner.Marks & (RecordMarks.StrayQuote | RecordMarks.UnclosedQuote)) != 0;
            if (strange) odd++;
            if (dialect.Delimiter == "," && IsGrouped(scanner.Content)) grouped++;
            var sum = 0.0;
            for (var i = 0; i < scanner.Count; i++) sum += IsQuoted(scanner, i, dialect) ? 0.97 : Quality(scanner.Cell(i), dialect);
            widths.Add(scanner.Count, strange ? sum * 0.8 : sum);
        }
        if (total == 0) return new DialectScore { Dialect = dialect, Score = 0, Width = 1 };
        var best = widths.Best(titles: dialect.Delimiter is not (" " or ":"));
        var fit = Math.Pow(best.Explained, 1.3);
        var look = best.Look;
        // A name over nothing but numbers with thousands separators is one column.
        if (grouped > 1 && grouped == total - 1 && widths.BeginsNarrow) look *= 0.5;
        // One line of prose with commas is no table.
        if (total == 1 && best.Width > 1 && (sample.Length > best.Width * 40 || (dialect.Delimiter.Trim(' ').Length == 0 && best.Width > 20))) look *= 0.5;
        var score = fit * look * (best.Width == 1 ? 0.72 : 1 - (0.25 / best.Width)) * Prior(dialect);
        // Quotes that are all in order are no accident, least of all where they hold line ends.
        if (quoted > 0 && odd == 0) score *= broken > 0 ? 1.2 : 1.05;
        return new DialectScore { Dialect = dialect, Score = score, Width = best.Width, Fitting = best.Records, Total = total, QuotedRecords = quoted, OddQuotes = odd };
    }

    /// <summary>"1,250.50" and nothing else.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> text)
    {
        var first = text.IndexOf(',');
        if (first is < 1 or > 4 || !char.IsAsciiDigit(text[first - 1])) return false;
        for (var i = first; i < text.Length; i += 4)
        {
            if (text[i] == '.') return text[(i + 1)..].IndexOfAnyExceptInRange('0', '9') < 0;
            if (text[i] != ',' || i + 4 > text.Length || text[(i + 1)..(i + 4)].IndexOfAnyExceptInRange('0', '9') >= 0) return false;
        }
        return true;
    }

    private static bool IsQuoted(RecordScanner scanner, int cell, TableDialect dialect)
    {
        var start = scanner.Starts[cell];
        return dialect.QuoteChar is { } quote && start > 0 && scanner.Window.Chars[start - 1] == quote;
    }

    private static double Quality(ReadOnlySpan<char> cell, TableDialect dialect)
    {
        if (cell.IsEmpty) return 0.6;
        if (cell.Length > 400) cell = cell[..400];
        switch (CellKinds.Of(cell))
        {
            case CellKind.Empty:
                return cell[0] == ' ' ? 0.4 : 0.6;
            case CellKind.Text:
                break;
            default:
                return cell[0] == ' ' || cell[^1] == ' ' ? 0.8 : 1;
        }
        if (cell.IndexOfAnyExcept(",;\t|^~") < 0) return 0.05;
        var quality = 0.95;
        if (cell[0] == ' ' || cell[^1] == ' ') quality -= 0.15;
        if (cell.IndexOfAny(';', '\t', '|') >= 0) quality -= 0.45;
        else if (cell.Contains(',') && !cell.Contains(' ')) quality -= 0.4;
        else if (cell.Contains(',')) quality -= 0.2;
        if (cell.Length > 1 && cell[0] == cell[^1] && cell[0] is '"' or '\'' or '#' or '`' or '~' or '$' or '*' or '|') quality -= 0.5;
        else if (cell[0] is '"' or '\'' || (cell[^1] is '"' or '\'' && dialect.QuoteChar != cell[^1])) quality -= 0.5;
        if (!char.IsLetterOrDigit(cell[0]) && cell[0] is not (' ' or '(' or '[' or '{' or '"' or '\'' or '¿' or '¡' or '<' or '#' or '\\')) quality -= 0.15;
        return Math.Max(0.05, quality);
    }

    // What files are written with, where nothing else decides.
    private static double Prior(TableDialect dialect)
    {
        var prior = dialect.Delimiter switch
        {
            "," => 1,
            ";" => 0.998,
            "\t" => 0.997,
            "|" => 0.99,
            ", " or "; " or " | " => 0.985,
            "||" or "::" or ";;" or "\t\t" or ",," => 0.97,
            " " => 0.9,
            ":" => 0.8,
            // What numbers, dates, addresses and sentences are made of separates their parts, seldom cells.
            var sign when sign.AsSpan().IndexOfAny("/.%-=?&@_+()'\"") >= 0 && !(sign.Length > 2 && sign.AsSpan().IndexOfAny("<>|$#") >= 0) => 0.7,
            { Length: > 1 } => 0.95,
            _ => 0.85,
        };
        if (dialect.QuoteChar is not ('"' or null)) prior *= 0.99;
        if (dialect.QuoteChar is null) prior *= 0.995;
        if (dialect.EscapeChar is not null) prior *= 0.999;
        if (dialect.SkipInitialSpace) prior *= 0.98;
        return prior;
    }
}
