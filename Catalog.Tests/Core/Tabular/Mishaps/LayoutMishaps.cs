namespace Catalog.Tests.Core.Tabular.Mishaps;

/// <summary>What stands around a table, and what its header is.</summary>
internal static class LayoutMishaps
{
    private static readonly string[] Titles = ["Registro de la ciudad", "Fuente: Dirección General, 2024", "Elaborado el 3/4/2024, datos provisorios", "Consultas: datos@ciudad.example", "Nota: los importes están en pesos"];

    public static IEnumerable<Mishap> All() => from table in BaseTable.All from style in FileStyle.Usual from mishap in Before(table, style).Concat(After(table, style)).Concat(Headers(table, style)).Concat(Rows(table, style)) select mishap;

    private static IEnumerable<Mishap> Before(BaseTable table, FileStyle style)
    {
        var lines = style.Lines(table);
        var padding = string.Concat(Enumerable.Repeat(style.Delimiter, table.Header.Length - 1));
        for (var count = 1; count <= 5; count++)
        {
            var titles = Titles.Take(count).ToList();
            Mishap Happens(string name, IEnumerable<string> before) => Mishap.Whole("preamble", table, style, $"{name}-{count}", style.Text([.. before, .. lines]));
            yield return Happens("cells", titles.Select(style.Cell));
            yield return Happens("raw", titles);
            yield return Happens("padded", titles.Select(t => style.Cell(t) + padding));
            yield return Happens("blank-after", [.. titles.Select(style.Cell), ""]);
            yield return Happens("blanks-between", titles.SelectMany(t => (string[])[style.Cell(t), ""]));
            yield return Happens("separators-after", [.. titles.Select(t => style.Cell(t) + padding), padding]);
            yield return Happens("comments", titles.Select(t => "# " + t));
        }
        if (table.Header.Length > 3)
            yield return Mishap.Whole("preamble", table, style, "pairs", style.Text([style.Line(["Organismo", "Cultura"]), style.Line(["Período", "2024"]), .. lines]));
    }

    private static IEnumerable<Mishap> After(BaseTable table, FileStyle style)
    {
        var lines = style.Lines(table);
        if (table.Header.Length > 3)
        {
            yield return Mishap.Whole("footer", table, style, "blank", style.Text([.. lines, "", style.Cell("Los datos son provisorios y se revisan cada mes.")]));
            yield return Mishap.Whole("footer", table, style, "two", style.Text([.. lines, "", style.Cell("Fuente: elaboración propia."), style.Cell("Nota: cifras redondeadas.")]));
        }
        BaseTable[] others =
        [
            new("narrow", ["mes", "total"], [["enero", "10"], ["febrero", "12"], ["marzo", "9"]]),
            new("wide", [.. Enumerable.Range(1, 11).Select(n => $"medida {(char)('a' + n)}")], [.. Enumerable.Range(1, 4).Select(r => Enumerable.Range(1, 11).Select(n => $"{r * n}").ToArray())]),
        ];
        foreach (var other in others)
        {
            yield return Mishap.Whole("other-table", table, style, other.Name + "-blank", style.Text([.. lines, "", .. style.Lines(other)]));
            yield return Mishap.Whole("other-table", table, style, other.Name + "-blanks", style.Text([.. lines, "", "", .. style.Lines(other), "", .. style.Lines(others[0])]));
            yield return Mishap.Whole("other-table", table, style, other.Name + "-title", style.Text([.. lines, "", style.Cell("Cuadro 2"), .. style.Lines(other)]));
            if (table.Rows.Count > 5) yield return Mishap.Whole("other-table", table, style, other.Name + "-close", style.Text([.. lines, .. style.Lines(other)]));
        }
        var padding = string.Concat(Enumerable.Repeat(style.Delimiter, table.Header.Length - 1));
        yield return Mishap.Whole("empty-rows", table, style, "last", style.Text([.. lines, padding, padding, padding])) with { Rows = [.. table.Rows.Select(r => (IReadOnlyList<string[]>)[r]), .. Enumerable.Repeat((IReadOnlyList<string[]>)[table.Header.Select(_ => "").ToArray()], 3)] };
    }

    private static IEnumerable<Mishap> Headers(BaseTable table, FileStyle style)
    {
        var rows = table.Rows.Select(style.Line).ToList();
        yield return Mishap.Of("no-header", $"{table.Name}-{style.Name}", style.Text(rows), [], table.Rows);
        yield return Mishap.Of("no-header", $"{table.Name}-{style.Name}-preamble", style.Text([style.Cell(Titles[0]), "", .. rows]), [], table.Rows);
        var units = table.Header.Select((h, i) => i % 3 == 2 ? "" : $"unidad {(char)('a' + i)}").ToArray();
        var origins = table.Header.Select((h, i) => $"origen {(char)('a' + i)}").ToArray();
        string[] Join(params string[][] parts) => [.. parts[0].Select((_, i) => string.Join(' ', parts.Select(p => p[i]).Where(p => p.Length > 0)))];
        if (table.Rows.Count > 5)
        {
            yield return Mishap.Of("header-rows", $"{table.Name}-{style.Name}-2", style.Text([style.Line(table.Header), style.Line(units), .. rows]), Join(table.Header, units), table.Rows);
            yield return Mishap.Of("header-rows", $"{table.Name}-{style.Name}-3", style.Text([style.Line(table.Header), style.Line(origins), style.Line(units), .. rows]), Join(table.Header, origins, units), table.Rows);
            yield return Mishap.Of("header-rows", $"{table.Name}-{style.Name}-2-preamble", style.Text([style.Cell(Titles[0]), "", style.Line(table.Header), style.Line(origins), .. rows]), Join(table.Header, origins), table.Rows);
        }
        for (var column = 0; column < table.Header.Length; column++)
        {
            string[] Header(string name) => [.. table.Header[..column], name, .. table.Header[(column + 1)..]];
            Mishap Happens(string kind, string line, string[] header) => Mishap.Of(kind, $"{table.Name}-{style.Name}-{column}", style.Text([line, .. rows]), header, table.Rows);
            yield return Happens("header-name-missing", style.Line(Header("")), Header(""));
            string[] less = [.. table.Header[..column], .. table.Header[(column + 1)..]];
            if (table.Header.Length > 3) yield return Happens("header-cell-missing", style.Line(less), less);
            var stray = Header(table.Header[column].Insert(2, "\""));
            yield return Happens("header-quote-stray", string.Join(style.Delimiter, stray.Select((h, i) => i == column && style.QuoteAll ? $"\"{h}\"" : i == column ? h : style.Cell(h))), stray);
            if (column == 0 || table.Header.Length < 4) continue;
            string[] joined = [.. table.Header[..(column - 1)], table.Header[column - 1] + table.Header[column], .. table.Header[(column + 1)..]];
            if (!style.QuoteAll) yield return Happens("header-separator-missing", style.Line(joined), joined);
        }
    }

    private static IEnumerable<Mishap> Rows(BaseTable table, FileStyle style)
    {
        foreach (var row in (int[])[0, 1, 2, 3])
            foreach (var delimiter in (string[])[",", ";", "\t", "|", ", "])
            {
                if (delimiter == style.Delimiter) continue;
                var foreign = style with { Delimiter = delimiter };
                yield return Mishap.InRow("foreign-row", table, style, delimiter.Replace("\t", "tab", StringComparison.Ordinal), row, foreign.Line(table.Rows[row]), table.Rows[row]);
            }
        var repeated = style.Lines(table);
        repeated.Insert(3, repeated[0]);
        if (table.Header.Length > 1) yield return Mishap.Whole("header-again", table, style, "3", style.Text(repeated));
    }
}
