namespace Catalog.Core.Tabular.Delimited;

/// <summary>Everything that was decided about a text before its rows are read: enough to read them again and again.</summary>
internal sealed record TextPlan
{
    public required ByteSource Source { get; init; }

    public required EncodingChoice Encoding { get; init; }

    public required TableDialect Dialect { get; init; }

    /// <summary>Cells that most rows have.</summary>
    public required int Width { get; init; }

    /// <summary>The byte and the line at which the text of this table begins: behind the mark, or behind another table.</summary>
    public required long Offset { get; init; }

    public long FirstLine { get; init; } = 1;

    /// <summary>A "sep=" line, lines of titles: records that begin before this line are no part of the table.</summary>
    public long PreambleEnd { get; init; }

    public bool AsciiOnly { get; init; }

    /// <summary>Some characters may be twice encoded.</summary>
    public bool MayBeMojibake { get; init; }

    public bool MendMojibake { get; init; }

    /// <summary>The cells of the header, to know it again.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    public required Limits Limits { get; init; }

    /// <summary>A reader that stands before the header.</summary>
    public RowReader Open(CancellationToken ct)
    {
        var window = new TextWindow(Source.OpenAt(Offset, ct), Encoding, Offset, AsciiOnly);
        var reader = new RowReader(new RecordScanner(window, Dialect, Limits.MaxTableCellLength, FirstLine), Dialect, Width);
        while (reader.Next())
        {
            if (reader.IsBlank || reader.IsComment || reader.Scanner.Line <= PreambleEnd) continue;
            reader.Unread();
            break;
        }
        return reader;
    }

    /// <summary>A reader that stands before the first row.</summary>
    public RowReader OpenRows(CancellationToken ct)
    {
        var reader = Open(ct);
        for (var left = Dialect.HeaderRows; left > 0 && reader.Next();)
            if (!reader.IsBlank && !reader.IsComment) left--;
        return reader;
    }

    /// <summary>Whether a record says what the header says.</summary>
    public bool IsHeaderAgain(RowReader reader)
    {
        if (Header.Count < 2 || reader.Count != Header.Count || !reader[0].SequenceEqual(Header[0])) return false;
        for (var i = 1; i < Header.Count; i++) if (!reader[i].SequenceEqual(Header[i])) return false;
        return true;
    }
}
