using System.Globalization;

namespace Catalog.Core.Tabular.Delimited;

/// <summary>Puts together what was found out about a text: the names of the columns, how many there are, and the report.</summary>
internal sealed class TextTableMaker(TextPlan plan, TextLayout layout, TextShape shape, RepairLog log, IReadOnlyList<DialectScore> candidates, TextSurvey survey, bool separatorLine)
{
    public TextTable Make(string name)
    {
        var header = HeaderCells();
        var named = header.Length;
        while (named > 0 && string.IsNullOrWhiteSpace(header[named - 1])) named--;
        var known = Math.Max(named, layout.HeaderRows == 0 ? plan.Width : Math.Min(plan.Width, Math.Max(named, shape.Used)));
        var columns = Math.Min(plan.Limits.MaxTableColumns, Math.Max(1, Math.Max(known, shape.Used)));
        if (Math.Max(shape.Widest, header.Length) > columns && columns < plan.Limits.MaxTableColumns && plan.Width > columns) log.Add(TableRepairCodes.EmptyColumn, 0, 0, "", plan.Width - columns);
        if (shape.Used > plan.Limits.MaxTableColumns) log.Add(TableRepairCodes.JoinedCells, 0, 0, "");
        if (layout.HeaderRows > 0 && layout.Header.Max(h => h.Length) != plan.Width) log.Add(TableRepairCodes.HeaderWidth, 0, plan.PreambleEnd + 1, string.Join(plan.Dialect.Delimiter, layout.Header[0]));
        var (names, changed) = ColumnNames.Distinct(header, columns);
        if (changed > 0 && layout.HeaderRows > 0) log.Add(TableRepairCodes.ColumnName, 0, plan.PreambleEnd + 1, string.Join(", ", names), changed);
        NoteBytes();
        var report = new TableReport
        {
            Format = plan.Dialect.Delimiter == "\t" ? "tsv" : "csv",
            Confidence = Confidence(),
            Evidence = [.. Evidence()],
            Repairs = log.ToList(),
            Rows = shape.Rows,
            Columns = columns,
            ExtraColumns = Math.Max(0, columns - Math.Max(plan.Width, named)),
            Preamble = layout.Preamble,
            Footer = shape.Footer,
            Header = header.Length > columns ? header[..columns] : header,
        };
        return new TextTable(name, plan, names, shape.Records, report);
    }

    /// <summary>The header's cells; where it has more than any row and as many empty ones, those are slips of the separator.</summary>
    private string[] HeaderCells()
    {
        if (layout.HeaderRows == 0) return [];
        var joined = ColumnNames.Join(layout.Header, 0);
        var surplus = joined.Length - Math.Max(shape.Widest, 1);
        if (shape.Rows == 0 || surplus <= 0 || joined.Count(string.IsNullOrWhiteSpace) != surplus || string.IsNullOrWhiteSpace(joined[^1])) return joined;
        return [.. joined.Where(c => !string.IsNullOrWhiteSpace(c))];
    }

    private void NoteBytes()
    {
        if (survey.Nuls > 0 && plan.Encoding.Decoding != Decoding.Other) log.Add(TableRepairCodes.Nul, 0, 0, "", survey.Nuls);
        if (survey.LostCharacters > 0) log.Add(TableRepairCodes.LostCharacters, 0, 0, "", survey.LostCharacters);
        var kinds = (survey.ReturnFeeds > 0 ? 1 : 0) + (survey.LineFeeds > survey.ReturnFeeds ? 1 : 0) + (survey.CarriageReturns > survey.ReturnFeeds ? 1 : 0);
        if (kinds > 1 && plan.Encoding.Decoding != Decoding.Other)
        {
            var (crlf, lf, cr) = (survey.ReturnFeeds, survey.LineFeeds - survey.ReturnFeeds, survey.CarriageReturns - survey.ReturnFeeds);
            log.Add(TableRepairCodes.MixedLineEnds, 0, 0, string.Create(CultureInfo.InvariantCulture, $"CRLF {crlf}, LF {lf}, CR {cr}"), crlf + lf + cr - Math.Max(crlf, Math.Max(lf, cr)));
        }
    }

    private double Confidence()
    {
        if (candidates.Count < 2 || candidates[0].Score <= 0) return candidates.Count == 1 ? 1 : 0;
        var rival = candidates.Skip(1).FirstOrDefault(c => c.Dialect.Delimiter != candidates[0].Dialect.Delimiter);
        return rival is null ? 1 : Math.Round(Math.Clamp(0.5 + (0.5 * (candidates[0].Score - rival.Score) / candidates[0].Score * 2), 0, 1), 3);
    }

    private IEnumerable<TableEvidence> Evidence()
    {
        var best = candidates[0];
        yield return plan.Encoding.Evidence;
        var (spanish, english) = Say.Delimiter(best.Dialect.Delimiter);
        if (separatorLine) yield return Say.Evidence(TableEvidenceCodes.Delimiter, $"Separador: {spanish}, dicho en la línea «sep=».", $"Delimiter: {english}, said by the “sep=” line.");
        else if (plan.Width == 1) yield return Say.Evidence(TableEvidenceCodes.Delimiter, "Una sola columna: ningún separador da filas parejas.", "One column only: no delimiter gives even rows.");
        else yield return Say.Evidence(TableEvidenceCodes.Delimiter, $"Separador: {spanish}; {best.Fitting} de {best.Total} filas de la muestra tienen {best.Width} celdas.", $"Delimiter: {english}; {best.Fitting} of {best.Total} rows of the sample have {best.Width} cells.");
        if (plan.Dialect.QuoteChar is { } quote) yield return Say.Evidence(TableEvidenceCodes.Quote, $"Comillas: {quote}; {best.QuotedRecords} filas de la muestra las usan.", $"Quote: {quote}; {best.QuotedRecords} rows of the sample use it.");
        else yield return Say.Evidence(TableEvidenceCodes.Quote, "Sin comillas.", "No quotes.");
        if (plan.Dialect.EscapeChar is { } escape) yield return Say.Evidence(TableEvidenceCodes.Escape, $"Las comillas dentro de una celda llevan {escape} delante.", $"Quotes within a cell have {escape} before them.");
        var end = plan.Dialect.LineTerminator switch { "\r\n" => "CRLF", "\r" => "CR", _ => "LF" };
        yield return Say.Evidence(TableEvidenceCodes.LineTerminator, $"Fin de línea: {end}.", $"Line end: {end}.");
        if (layout.PreambleLines > 0) yield return Say.Evidence(TableEvidenceCodes.Preamble, $"{layout.PreambleLines} líneas antes de la tabla no tienen sus columnas.", $"{layout.PreambleLines} lines before the table have not its columns.");
        if (plan.Dialect.CommentPrefix is { } prefix) yield return Say.Evidence(TableEvidenceCodes.Comment, $"Las líneas que empiezan con {prefix} son comentarios.", $"Lines that begin with {prefix} are comments.");
        yield return layout.HeaderRows switch
        {
            0 => Say.Evidence(TableEvidenceCodes.Header, $"Sin encabezado: la primera fila se parece a las demás en {layout.Against} columnas.", $"No header: the first row looks like the others in {layout.Against} columns."),
            1 => Say.Evidence(TableEvidenceCodes.Header, $"Encabezado de una fila; {layout.For} columnas lo confirman, {layout.Against} no.", $"A header of one row; {layout.For} columns confirm it, {layout.Against} do not."),
            _ => Say.Evidence(TableEvidenceCodes.Header, $"Encabezado de {layout.HeaderRows} filas, unidas columna por columna.", $"A header of {layout.HeaderRows} rows, joined column by column."),
        };
        if (shape.Footer.Count > 0) yield return Say.Evidence(TableEvidenceCodes.Footer, $"{shape.Footer.Count} líneas de notas al final no son filas.", $"{shape.Footer.Count} lines of notes at the end are no rows.");
        if (shape.Other is { } other) yield return Say.Evidence(TableEvidenceCodes.OtherTables, $"Otra tabla empieza en la línea {other.Line}.", $"Another table begins at line {other.Line}.");
    }
}
