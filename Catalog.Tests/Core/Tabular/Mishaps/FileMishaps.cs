using System.Text;

namespace Catalog.Tests.Core.Tabular.Mishaps;

/// <summary>What happens to a file as a whole: its signs, its line ends, its encoding, its size.</summary>
internal static class FileMishaps
{
    private static readonly string[] Delimiters = [",", ";", "\t", "|", " ", ", ", "; ", "||", ";;", ",,", "::", "\t\t", " | ", "^", "~", "#", "§", "¦", "\u0001", "\u001F", "$$", "<->"];

    private static readonly string[] Quotes = ["'", "`", "\b", "\u0015", "|", "*", "$", "´", "^", "~"];

    private static readonly string[] Escapes = ["\\", "/", "^", "\b", "@", "~"];

    public static IEnumerable<Mishap> All() => BaseTable.All.SelectMany(t => Signs(t).Concat(LineEnds(t)).Concat(Encodings(t)).Concat(Nuls(t)).Concat(Sizes(t)));

    private static string Shown(string sign) => string.Concat(sign.Select(c => char.IsControl(c) || c == ' ' ? $"x{(int)c:X}" : c.ToString()));

    private static IEnumerable<Mishap> Signs(BaseTable table)
    {
        foreach (var all in (bool[])[false, true])
        {
            var name = all ? "quoted" : "plain";
            foreach (var delimiter in Delimiters)
            {
                var style = new FileStyle(name, delimiter, QuoteAll: all);
                yield return Mishap.Whole("delimiter", table, style, Shown(delimiter), style.Text(style.Lines(table)));
                if (all || delimiter == " ") continue;
                var bare = table.Bare;
                var none = new FileStyle("none", delimiter, Quote: null);
                if (!bare.Rows.SelectMany(r => r).Concat(bare.Header).Any(c => c.Contains(delimiter, StringComparison.Ordinal) || c.Contains(delimiter[0]))) yield return Mishap.Whole("delimiter", bare, none, Shown(delimiter), none.Text(none.Lines(bare)));
            }
            foreach (var quote in Quotes)
                foreach (var delimiter in (string[])[",", ";", "\t"])
                {
                    var style = new FileStyle(name, delimiter, quote, all);
                    yield return Mishap.Whole("quote-sign", table, style, Shown(quote) + Shown(delimiter), style.Text(style.Lines(table)));
                }
            foreach (var escape in Escapes)
            {
                var style = new FileStyle(name, Escape: escape, QuoteAll: all);
                if (table.Rows.SelectMany(r => r).Any(c => c.Contains('"'))) yield return Mishap.Whole("escape-sign", table, style, Shown(escape), style.Text(style.Lines(table)));
            }
            // Quotes within quotes as they are, without a sign.
            var plain = new FileStyle(name, QuoteAll: all);
            yield return Mishap.Whole("escape-sign", table, plain, "none", plain.Text(plain.Lines(table).Select(l => l.Replace("\"\"Café y ciencia\"\"\"", "\"Café y ciencia\"\"", StringComparison.Ordinal).Replace("\"\"enlace\"\"\"", "\"enlace\"\"", StringComparison.Ordinal).Replace("\"\"arreglo todo\"\"\"", "\"arreglo todo\"\"", StringComparison.Ordinal))));
        }
    }

    private static IEnumerable<Mishap> LineEnds(BaseTable table)
    {
        foreach (var style in FileStyle.Usual)
        {
            var lines = style.Lines(table);
            foreach (var end in (string[])["\n", "\r", "\r\n", "\r\r\n", "\n\n", "\r\n\r\n"])
                yield return Mishap.Whole("line-end", table, style, Shown(end), (style with { End = end }).Text(lines));
            yield return Mishap.Whole("line-end", table, style, "mixed", string.Concat(lines.Select((l, i) => l + (string[])["\n", "\r\n", "\r"] switch { var ends => ends[i % 3] })));
            yield return Mishap.Whole("line-end", table, style, "last-missing", string.Join(style.End, lines));
            yield return Mishap.Whole("line-end", table, style, "many-last", style.Text(lines) + style.End + style.End + style.End);
            yield return Mishap.Whole("line-end", table, style, "first-blank", style.End + style.End + style.Text(lines));
            yield return Mishap.Whole("line-end", table, style, "blank-between", style.Text(lines.SelectMany((l, i) => i % 6 == 4 ? (string[])[l, ""] : [l])));
            yield return Mishap.Whole("line-end", table, style, "delimiter-last", style.Text(lines.Select(l => l + style.Delimiter)));
            yield return Mishap.Whole("line-end", table, style, "end-of-file-sign", style.Text(lines) + "\u001A");
        }
    }

    private static IEnumerable<Mishap> Encodings(BaseTable table)
    {
        foreach (var style in FileStyle.Usual)
        {
            var text = style.Text(style.Lines(table));
            foreach (var (name, encoding, mark) in new (string, Encoding, bool)[]
            {
                ("utf8-mark", new UTF8Encoding(true), true), ("utf16le", Encoding.Unicode, true), ("utf16be", Encoding.BigEndianUnicode, true), ("utf16le-bare", Encoding.Unicode, false),
                ("utf16be-bare", Encoding.BigEndianUnicode, false), ("utf32", Encoding.UTF32, true), ("latin1", Encoding.Latin1, false),
            })
                yield return Mishap.Whole("encoding", table, style, name, "") with { File = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)] };
        }
    }

    private static IEnumerable<Mishap> Nuls(BaseTable table)
    {
        foreach (var style in FileStyle.Usual)
        {
            var lines = style.Lines(table);
            yield return Mishap.Whole("nul", table, style, "padding", style.Text(lines) + new string('\0', 40));
            for (var column = 0; column < table.Header.Length; column++)
            {
                if (table.Rows[1][column].Length < 2) continue;
                string[] cells = [.. table.Rows[1]];
                cells[column] = cells[column].Insert(1, "\0");
                yield return Mishap.InRow("nul", table, style, $"cell-{column}", 1, style.Line(cells), cells);
            }
        }
    }

    private static IEnumerable<Mishap> Sizes(BaseTable table)
    {
        foreach (var style in FileStyle.Usual)
        {
            foreach (var rows in (int[])[0, 1, 2, 3])
                yield return Mishap.Of("size", $"{table.Name}-{style.Name}-rows-{rows}", style.Text(style.Lines(table).Take(rows + 1)), table.Header, table.Rows.Take(rows));
            for (var column = 0; column < table.Header.Length; column++)
            {
                var narrow = new BaseTable($"{table.Name}-{column}", [table.Header[column]], [.. table.Rows.Select(r => new[] { r[column] }).Where(r => r[0].Length > 0)]);
                yield return Mishap.Whole("one-column", narrow, style, "", style.Text(style.Lines(narrow)));
            }
            var wide = new BaseTable(table.Name, [.. Enumerable.Range(0, 40).SelectMany(n => table.Header.Select(h => $"{h}{n}"))], [.. table.Rows.Select(r => Enumerable.Repeat(r, 40).SelectMany(c => c).ToArray())]);
            yield return Mishap.Whole("size", wide, style, "wide", style.Text(style.Lines(wide)));
            var tall = table with { Rows = [.. Enumerable.Repeat(table.Rows, 200).SelectMany(r => r)] };
            yield return Mishap.Whole("size", tall, style, "tall", style.Text(style.Lines(tall)));
            yield return Mishap.Of("size", $"{table.Name}-{style.Name}-nothing", "", [], []);
        }
    }
}
