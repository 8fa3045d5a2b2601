namespace Catalog.Tests.Core.Tabular.Mishaps;

/// <summary>How a table is written before something happens to it.</summary>
internal sealed record FileStyle(string Name, string Delimiter = ",", string? Quote = "\"", bool QuoteAll = false, string End = "\r\n", string? Escape = null)
{
    public static FileStyle Plain { get; } = new("plain");

    public static FileStyle Quoted { get; } = new("quoted", QuoteAll: true);

    public static FileStyle Semicolon { get; } = new("semicolon", ";", End: "\n");

    public static IReadOnlyList<FileStyle> Usual { get; } = [Plain, Quoted, Semicolon];

    public string Cell(string cell)
    {
        if (Quote is null || !(QuoteAll || cell.Contains(Delimiter, StringComparison.Ordinal) || cell.Contains(Quote, StringComparison.Ordinal) || cell.Contains('\n') || (Delimiter.Contains(' ') && cell.Contains(' ')))) return cell;
        if (Escape is null) return Quote + cell.Replace(Quote, Quote + Quote, StringComparison.Ordinal) + Quote;
        return Quote + cell.Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace(Quote, Escape + Quote, StringComparison.Ordinal) + Quote;
    }

    public string Line(IEnumerable<string> cells) => string.Join(Delimiter, cells.Select(Cell));

    public List<string> Lines(BaseTable table) => [Line(table.Header), .. table.Rows.Select(Line)];

    public string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + End));
}
