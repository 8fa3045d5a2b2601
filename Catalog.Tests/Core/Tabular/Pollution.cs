using System.Text;

namespace Catalog.Tests.Core.Tabular;

/// <summary>A table, the bytes of a file that holds it in an unclean way, and what somebody who reads the file would write down.</summary>
/// <param name="Class">The kind of uncleanness; scores are given for each.</param>
/// <param name="Header">Empty when the file has none.</param>
internal sealed record Pollution(string Class, string Name, byte[] File, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>
/// Makes a clean table unclean in one way at a time, at every place where it can happen. Deterministic: the same files
/// on every machine.
/// </summary>
internal static class Pollutions
{
    private static readonly Encoding Latin1 = Encoding.Latin1;

    /// <summary>How a clean file is written, before something goes wrong.</summary>
    private sealed record Style(string Name, string Delimiter = ",", char? Quote = '"', bool QuoteAll = false, string End = "\r\n", bool LastEnd = true, char? Escape = null);

    private static readonly Style Plain = new("plain");

    private static readonly Style Quoted = new("quoted", QuoteAll: true);

    public static string[] Header { get; } = ["FECHA", "HORA", "CANTIDAD", "CODIGO", "PRECIO", "RUBRO", "DETALLE", "ENLACE", "NOTAS"];

    public static IReadOnlyList<string[]> Rows { get; } = MakeRows(40);

    public static IEnumerable<Pollution> All() =>
        Files().Concat(Delimiters()).Concat(QuoteSigns()).Concat(Headers()).Concat(Surroundings()).Concat(Encodings()).Concat(Separators()).Concat(StrayQuotes()).Concat(ForeignRows());

    private static List<string[]> MakeRows(int count)
    {
        string[] kinds = ["Muebles", "Luminarias", "Herramientas", "Arbolado", "Señales"];
        string[] details = ["Banco de plaza, madera dura", "Farola LED 60 W", "Pala \"punta corazón\"", "Tilo de 3 m", "Cartel\nde obra", "Cesto, chico"];
        string[] notes = ["", "entregado", "a revisar; ver acta", "stock mínimo", ""];
        var rows = new List<string[]>();
        for (var i = 0; i < count; i++)
        {
            rows.Add([
                $"{(i % 28) + 1:00}/{(i % 12) + 1:00}/2023", $"{8 + (i % 12):00}:{i * 7 % 60:00}:{i * 13 % 60:00}", $"{(i * 3 % 17) + 1}", $"OB-{1000 + (i * 37)}",
                i % 4 == 0 ? $"$1,{i + 100}.50" : $"${i + 20}.25", kinds[i % kinds.Length], details[i % details.Length], $"https://datos.example/items/{i}?v=1", notes[i % notes.Length],
            ]);
        }
        return rows;
    }

    private static string Cell(string cell, Style style)
    {
        if (style.Quote is not { } quote) return cell;
        var needs = style.QuoteAll || cell.Contains(style.Delimiter, StringComparison.Ordinal) || cell.Contains(quote) || cell.Contains('\n') || (style.Delimiter.Contains(' ') && cell.Contains(' '));
        if (!needs) return cell;
        var inner = style.Escape is { } escape ? cell.Replace($"{escape}", $"{escape}{escape}", StringComparison.Ordinal).Replace($"{quote}", $"{escape}{quote}", StringComparison.Ordinal) : cell.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal);
        return $"{quote}{inner}{quote}";
    }

    private static string Line(IEnumerable<string> cells, Style style) => string.Join(style.Delimiter, cells.Select(c => Cell(c, style)));

    private static List<string> Lines(Style style, IReadOnlyList<string[]>? rows = null) => [Line(Header, style), .. (rows ?? Rows).Select(r => Line(r, style))];

    private static string Text(IEnumerable<string> lines, Style style) => string.Join(style.End, lines) + (style.LastEnd ? style.End : "");

    private static Pollution Make(string kind, string name, string text, IReadOnlyList<string>? header = null, IReadOnlyList<IReadOnlyList<string>>? rows = null, Encoding? encoding = null) =>
        new(kind, $"{kind}/{name}", (encoding ?? new UTF8Encoding(false)).GetBytes(text), header ?? Header, rows ?? Rows);

    private static IEnumerable<Pollution> Files()
    {
        foreach (var style in (Style[])[Plain, Quoted])
        {
            yield return Make("clean", style.Name, Text(Lines(style), style));
            foreach (var end in (string[])["\n", "\r"]) yield return Make("line-end", $"{style.Name}-{(int)end[0]}", Text(Lines(style), style with { End = end }));
            yield return Make("no-last-line-end", style.Name, Text(Lines(style), style with { LastEnd = false }));
            yield return Make("two-last-line-ends", style.Name, Text(Lines(style), style) + "\r\n");
            yield return Make("header-only", style.Name, Line(Header, style) + "\r\n", rows: []);
            yield return Make("one-row", style.Name, Text(Lines(style, [Rows[0]]), style), rows: [Rows[0]]);
            var mixed = Lines(style);
            yield return Make("mixed-line-ends", style.Name, string.Concat(mixed.Select((line, i) => line + (i % 5 == 2 ? "\n" : "\r\n"))));
            yield return Make("blank-lines", style.Name, string.Concat(mixed.Select((line, i) => line + (i % 9 == 4 ? "\r\n\r\n" : "\r\n"))));
        }
        yield return Make("empty", "nothing", "", [], []);
        yield return Make("empty", "line-ends", "\r\n\r\n", [], []);
    }

    private static IEnumerable<Pollution> Delimiters()
    {
        foreach (var delimiter in (string[])[", ", ";", "\t", "|", " ", "||", "; ", "::", "^", "~", "#", "<>"])
            foreach (var style in (Style[])[Plain with { Delimiter = delimiter }, Quoted with { Delimiter = delimiter }])
                yield return Make("delimiter", $"{style.Name}-{delimiter.Replace("\t", "tab", StringComparison.Ordinal)}", Text(Lines(style), style));
        yield return Make("delimiter", "sep-line", "sep=;\r\n" + Text(Lines(Plain with { Delimiter = ";" }), Plain));
    }

    private static IEnumerable<Pollution> QuoteSigns()
    {
        foreach (var all in (bool[])[false, true])
            foreach (var delimiter in (string[])[",", ";", "\t"])
            {
                var style = Plain with { QuoteAll = all, Delimiter = delimiter };
                var name = $"{(all ? "quoted" : "plain")}-{(delimiter == "\t" ? "tab" : delimiter)}";
                yield return Make("quote-sign", name + "-single", Text(Lines(style with { Quote = '\'' }), style));
                yield return Make("escape-sign", name + "-backslash", Text(Lines(style with { Escape = '\\' }), style));
                // Quotes in quoted cells left as they are.
                yield return Make("escape-sign", name + "-none", Text(Lines(style).Select(l => l.Replace("\"\"punta corazón\"\"", "\"punta corazón\"", StringComparison.Ordinal)), style));
            }
        // Without quotes the cells may hold no delimiter and no line end.
        var simple = Rows.Select(r => r.Select(c => c.Replace('\n', ' ').Replace("\"", "", StringComparison.Ordinal)).ToArray()).ToList();
        foreach (var delimiter in (string[])["\t", "|", "^"])
            yield return Make("no-quotes", delimiter == "\t" ? "tab" : delimiter, Text(Lines(Plain with { Quote = null, Delimiter = delimiter }, simple), Plain), rows: simple);
    }

    private static IEnumerable<Pollution> Headers()
    {
        foreach (var style in (Style[])[Plain, Quoted])
        {
            yield return Make("no-header", style.Name, Text(Rows.Select(r => Line(r, style)), style), header: []);
            string[] units = ["día", "h:m:s", "unidades", "interno", "pesos", "", "texto", "", ""];
            string[] origin = ["acta", "acta", "remito", "remito", "factura", "catálogo", "catálogo", "web", "libre"];
            yield return Make("header-rows", $"{style.Name}-2", Text([Line(Header, style), Line(units, style), .. Rows.Select(r => Line(r, style))], style), Header.Zip(units, (h, u) => $"{h} {u}".Trim()).ToList());
            yield return Make("header-rows", $"{style.Name}-3", Text([Line(Header, style), Line(units, style), Line(origin, style), .. Rows.Select(r => Line(r, style))], style), Header.Zip(units, (h, u) => $"{h} {u}".Trim()).Zip(origin, (h, o) => $"{h} {o}").ToList());
            yield return Make("empty-columns", style.Name, Text(Lines(style).Select(l => l + ",,"), style));
        }
    }

    private static IEnumerable<Pollution> Surroundings()
    {
        string[] notes = ["Compras del área de espacios verdes", "Fuente: Ministerio, 2023", ""];
        foreach (var style in (Style[])[Plain, Quoted, Plain with { Name = "semicolon", Delimiter = ";" }])
        {
            for (var lines = 1; lines <= 3; lines++)
                yield return Make("preamble", $"{style.Name}-{lines}", Text([.. notes.Take(lines).Select(n => Cell(n, style)), .. Lines(style)], style));
            yield return Make("preamble", $"{style.Name}-padded", Text([notes[0] + string.Concat(Enumerable.Repeat(style.Delimiter, 8)), string.Concat(Enumerable.Repeat(style.Delimiter, 8)), .. Lines(style)], style));
            yield return Make("comments", style.Name, Text(["# bajado el lunes", .. Lines(style).SelectMany((l, i) => i == 7 ? (string[])["# desde aquí, provisorio", l] : [l])], style));
            yield return Make("footer", style.Name, Text([.. Lines(style), "", "Los precios incluyen impuestos."], style));
            var second = new[] { Line(["BARRIO", "COMUNA", "OBRAS"], style), Line(["Palermo", "14", "3"], style), Line(["Boedo", "5", "8"], style), Line(["Flores", "7", "1"], style) };
            yield return Make("other-table", $"{style.Name}-blank-line", Text([.. Lines(style), "", .. second], style));
            yield return Make("other-table", $"{style.Name}-no-blank-line", Text([.. Lines(style), .. second], style));
            var wider = Enumerable.Range(0, 5).Select(i => Line(Enumerable.Range(0, 12).Select(j => i == 0 ? $"MEDIDA{j}" : $"{i * j}"), style));
            yield return Make("other-table", $"{style.Name}-wider", Text([.. Lines(style), "", .. wider], style));
            var same = Lines(style with { Name = "" }, [.. Rows.Take(6)]);
            same[0] = Line(Header.Select(h => "PREVISTO " + h), style);
            yield return Make("other-table", $"{style.Name}-same-width", Text([.. Lines(style), "", .. same], style));
        }
    }

    private static IEnumerable<Pollution> Encodings()
    {
        foreach (var style in (Style[])[Plain, Quoted])
        {
            var text = Text(Lines(style), style);
            yield return Make("encoding", style.Name + "-latin1", text, encoding: Latin1);
            foreach (var (name, encoding) in new (string, Encoding)[] { ("utf8-mark", new UTF8Encoding(true)), ("utf16le", new UnicodeEncoding(false, true)), ("utf16be", new UnicodeEncoding(true, true)), ("utf32", new UTF32Encoding(false, true)) })
            {
                yield return Make("encoding", $"{style.Name}-{name}", text) with { File = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] };
                if (name != "utf8-mark") yield return Make("encoding", $"{style.Name}-{name}-no-mark", text, encoding: encoding);
            }
            var lines = Lines(style);
            yield return Make("encoding", style.Name + "-mixed", text) with { File = [.. lines.SelectMany((l, i) => (i % 10 == 3 ? Latin1 : Encoding.UTF8).GetBytes(l + "\r\n"))] };
        }
    }

    private static IEnumerable<Pollution> Separators()
    {
        foreach (var style in (Style[])[Plain, Quoted])
            foreach (var row in (int[])[-1, 0, 7, 20, 39])
                for (var column = 0; column < 9; column++)
                {
                    var cells = row < 0 ? Header : Rows[row];
                    // One more separator: an empty cell, before or after.
                    string[] more = [.. cells[..column], "", .. cells[column..]];
                    if (row >= 0) yield return Changed("cell-too-many", $"{style.Name}-{row}-{column}", style, row, string.Join(',', more.Select((c, i) => i == column ? c : Cell(c, style))), more);
                    else if (column > 0) yield return new Pollution("header-cell-too-many", $"header-cell-too-many/{style.Name}-{column}", Encoding.UTF8.GetBytes(Text([Line(more, style), .. Rows.Select(r => Line(r, style))], style)), Header, Rows);
                    // One cell less.
                    string[] less = [.. cells[..column], .. cells[(column + 1)..]];
                    if (row >= 0) yield return Changed("cell-too-few", $"{style.Name}-{row}-{column}", style, row, Line(less, style), less);
                    else yield return new Pollution("header-cell-too-few", $"header-cell-too-few/{style.Name}-{column}", Encoding.UTF8.GetBytes(Text([Line(less, style), .. Rows.Select(r => Line(r, style))], style)), less, Rows);
                    // One separator less: two cells run together.
                    if (column == 8) continue;
                    var parts = cells.Select(c => Cell(c, style)).ToArray();
                    if (parts[column].StartsWith('"') || parts[column + 1].StartsWith('"')) continue;
                    string[] joined = [.. cells[..column], cells[column] + cells[column + 1], .. cells[(column + 2)..]];
                    if (row >= 0) yield return Changed("separator-missing", $"{style.Name}-{row}-{column}", style, row, Line(joined, style), joined);
                }
    }

    private static Pollution Changed(string kind, string name, Style style, int row, string line, string[]? cells)
    {
        var lines = Lines(style);
        lines[row + 1] = line;
        var rows = Rows.ToList<IReadOnlyList<string>>();
        // A short row is filled up.
        if (cells is not null) rows[row] = [.. cells, .. Enumerable.Repeat("", Math.Max(0, Header.Length - cells.Length))];
        return Make(kind, name, Text(lines, style), rows: rows);
    }

    private static IEnumerable<Pollution> StrayQuotes()
    {
        foreach (var style in (Style[])[Plain, Quoted])
            foreach (var row in (int[])[0, 1, 2, 4, 17, 39])
                for (var column = 0; column < 9; column++)
                {
                    var parts = Rows[row].Select(c => Cell(c, style)).ToArray();
                    var quoted = parts[column].StartsWith('"');
                    foreach (var (name, at) in new (string, int)[] { ("first", quoted ? 1 : 0), ("middle", parts[column].Length / 2), ("last", parts[column].Length - (quoted ? 1 : 0)) })
                    {
                        if (parts[column].Length < 6 || Rows[row][column].Contains('"')) continue;
                        string[] dirty = [.. parts];
                        dirty[column] = parts[column].Insert(at, "\"");
                        string[] cells = [.. Rows[row]];
                        cells[column] = cells[column].Insert(at - (quoted ? 1 : 0), "\"");
                        yield return Changed("stray-quote", $"{style.Name}-{row}-{column}-{name}", style, row, string.Join(",", dirty), cells);
                    }
                    if (!quoted || parts[column].Length < 4 || Rows[row][column].Contains('"')) continue;
                    // The closing quote is missing.
                    string[] open = [.. parts];
                    open[column] = parts[column][..^1];
                    string[] kept = [.. Rows[row]];
                    kept[column] = "\"" + kept[column];
                    if (!Rows[row][column].Contains(',') && !Rows[row][column].Contains('\n')) yield return Changed("unclosed-quote", $"{style.Name}-{row}-{column}", style, row, string.Join(",", open), kept);
                }
    }

    private static IEnumerable<Pollution> ForeignRows()
    {
        foreach (var style in (Style[])[Plain, Quoted, Plain with { Name = "semicolon", Delimiter = ";" }])
            foreach (var delimiter in (string[])[",", ";", "\t", " ", ", ", "|"])
                foreach (var row in (int[])[0, 1, 2, 3, 5, 19, 39])
                    if (delimiter != style.Delimiter) yield return Changed("foreign-row", $"{style.Name}-{row}-{delimiter.Replace("\t", "tab", StringComparison.Ordinal)}", style, row, Line(Rows[row], style with { Delimiter = delimiter }), null);
    }
}
