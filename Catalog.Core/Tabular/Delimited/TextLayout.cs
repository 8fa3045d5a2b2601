namespace Catalog.Core.Tabular.Delimited;

/// <summary>Where in a text the table begins: what stands before its header, and how many rows the header has.</summary>
internal sealed record TextLayout
{
    /// <summary>Records looked at. 400: the longest preamble seen has some 60 lines.</summary>
    private const int Records = 400;

    /// <summary>Lines before the header.</summary>
    public int PreambleLines { get; init; }

    public IReadOnlyList<string> Preamble { get; init; } = [];

    public int HeaderRows { get; init; }

    /// <summary>The rows of the header as they are.</summary>
    public IReadOnlyList<string[]> Header { get; init; } = [];

    /// <summary>The first rows under the header.</summary>
    public IReadOnlyList<string[]> Rows { get; init; } = [];

    public string? CommentPrefix { get; init; }

    /// <summary>The look of the columns.</summary>
    public IReadOnlyList<CellKind?> Kinds { get; init; } = [];

    public int For { get; init; }

    public int Against { get; init; }

    public static TextLayout Of(char[] sample, EncodingChoice encoding, TableDialect dialect, int width, DeclaredDialect? declared, int longestCell)
    {
        var comment = declared?.CommentPrefix ?? CommentOf(sample, encoding, dialect, width, longestCell);
        var reader = new RowReader(new RecordScanner(new TextWindow([.. sample], encoding), dialect with { CommentPrefix = comment }, longestCell), dialect with { CommentPrefix = comment }, width);
        var records = new List<(string[] Cells, long Line, string Content)>();
        while (records.Count < Records && reader.Next())
        {
            if (reader.IsBlank || reader.IsComment) continue;
            var cells = new string[reader.Count];
            for (var i = 0; i < cells.Length; i++) cells[i] = reader[i].ToString();
            records.Add((cells, reader.Scanner.Line, Say.Shown(reader.Scanner.Content)));
        }
        if (records.Count == 0) return new TextLayout { CommentPrefix = comment };
        var first = declared?.PreambleLines is { } told ? Math.Min(records.Count - 1, Math.Max(0, records.FindIndex(r => r.Line > told))) : FirstOfTable(records.ConvertAll(r => r.Cells), width);
        var rows = records.Skip(first).Select(r => r.Cells).ToList();
        var finder = new HeaderFinder(rows, width);
        var header = Math.Min(rows.Count, declared?.HeaderRows ?? finder.HeaderRows);
        return new TextLayout
        {
            PreambleLines = first == 0 ? 0 : (int)records[first].Line - 1,
            Preamble = [.. records.Take(first).Select(r => r.Content)],
            HeaderRows = header,
            Header = [.. rows.Take(header)],
            Rows = [.. rows.Skip(header)],
            CommentPrefix = comment,
            Kinds = HeaderFinder.KindsOf(rows, header, width),
            For = finder.For,
            Against = finder.Against,
        };
    }

    /// <summary>The first record that has cells as the table has them; what comes before it are titles and notes.</summary>
    public static int FirstOfTable(List<string[]> records, int width)
    {
        if (width < 2) return 0;
        for (var i = AfterSeparators(records); i < records.Count; i++)
        {
            if (IsNote(records[i], width)) continue;
            // Lines that are nearly as wide as the table and stand over its header are notes too.
            var under = i;
            while (under < records.Count && records[under].Length <= Math.Max(2, width / 2) && records[under].Length < width) under++;
            return under > i && under + 1 < records.Count && records[under].Length >= width && HeaderFinder.IsHeaderOver(records[under], HeaderFinder.KindsOf(records, under + 1, width)) ? under : i;
        }
        return 0;
    }

    /// <summary>Lines of one cell each, filled up with separators, and a line of nothing else end where the table begins.</summary>
    private static int AfterSeparators(List<string[]> records)
    {
        var lines = records.FindIndex(r => r.Count(c => !string.IsNullOrWhiteSpace(c)) > 1);
        return lines <= 0 ? 0 : records.FindLastIndex(lines - 1, r => r.Length > 1 && r.All(string.IsNullOrWhiteSpace)) + 1;
    }

    private static bool IsNote(string[] record, int width)
    {
        if (record.Length < width * 0.6) return true;
        if (width == 2) return record.Length == 1;
        return record.Count(c => !string.IsNullOrWhiteSpace(c)) < 2;
    }

    /// <summary>
    /// "#" begins comments where the records that begin with it are not as wide as the rows; a header whose first name
    /// begins with it ("#id") is none.
    /// </summary>
    private static string? CommentOf(char[] sample, EncodingChoice encoding, TableDialect dialect, int width, int longestCell)
    {
        foreach (var prefix in (string[])["#", "//", "--"])
        {
            if (dialect.QuoteChar == prefix[0] || dialect.Delimiter[0] == prefix[0] || !sample.AsSpan().Contains(prefix, StringComparison.Ordinal)) continue;
            int comments = 0, rows = 0, others = 0;
            var scanner = new RecordScanner(new TextWindow(sample, encoding), dialect, longestCell);
            while (scanner.Next())
            {
                if (!scanner.Content.StartsWith(prefix))
                {
                    others++;
                    continue;
                }
                var spoken = scanner.Content.StartsWith(prefix + " ");
                // A sentence with a comma in it may be as wide as the rows; over the table it stands among others.
                if (scanner.Count == width && width > 1) rows += spoken && others == 0 && comments > 0 ? 0 : 1;
                else if (width > 1 || spoken) comments++;
            }
            if (comments > 0 && rows == 0) return prefix;
        }
        return null;
    }
}
