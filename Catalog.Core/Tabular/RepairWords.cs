using Catalog.Core.Dcat;
using static Catalog.Core.Tabular.TableRepairCodes;

namespace Catalog.Core.Tabular;

/// <summary>What each kind of repair means, in the two languages of the catalog.</summary>
internal static class RepairWords
{
    public static Text Of(string code)
    {
        var (spanish, english) = Words(code);
        return Text.Of(new LangString("es", spanish), new LangString("en", english));
    }

    private static (string Spanish, string English) Words(string code) => code switch
    {
        ShortRow => ("Filas con menos celdas que columnas; se completaron con celdas vacías al final.", "Rows with fewer cells than columns; filled up with empty ones at the end."),
        LongRow => ("Filas con más celdas que columnas; las que sobran se conservan en columnas propias al final.", "Rows with more cells than columns; the surplus is kept in columns of its own at the end."),
        OtherDelimiter => ("Filas escritas con otro separador; se cortaron por el suyo.", "Rows written with another delimiter; split at theirs."),
        MissingDelimiter => ("Filas a las que les falta un separador junto a unas comillas; las comillas separan las celdas.", "Rows in which a delimiter is missing beside a quote; the quote tells the cells apart."),
        StrayQuote => ("Filas con comillas sin duplicar ni escapar; quedaron como parte de la celda.", "Rows with quotes neither doubled nor escaped; they stay part of the cell."),
        UnclosedQuote => ("Filas con una comilla sin su par; queda como parte de la celda, salvo que la cantidad de celdas muestre que encerraba separadores.", "Rows with a quote without its other half; it stays part of the cell, unless the number of cells shows that it held delimiters."),
        BlankAroundQuote => ("Filas con espacios entre comillas y separador; los espacios no se tomaron.", "Rows with blanks between quote and delimiter; the blanks were not taken."),
        BlankLine => ("Líneas en blanco; no son filas.", "Blank lines; they are no rows."),
        EmptyRow => ("Filas con todas las celdas vacías; se conservan.", "Rows whose cells are all empty; they are kept."),
        CommentLine => ("Líneas de comentario; no son filas.", "Comment lines; they are no rows."),
        EmptyColumn => ("Columnas al final sin nombre ni valores; se dejaron afuera.", "Columns at the end without name or values; left out."),
        RepeatedHeader => ("El encabezado se repite entre las filas; no se tomó como fila.", "The header is repeated among the rows; it was not taken as a row."),
        SideBySide => ("Una columna vacía y sin nombre entre otras: acaso dos tablas una al lado de la otra; quedaron como una.", "An empty column without a name between others: maybe two tables beside one another; they stay one."),
        UnquotedDelimiter => ("Filas con una celda de más que parece partida por un separador sin comillas; quedaron como estaban.", "Rows with a cell too many that looks split by a delimiter without quotes; left as they are."),
        TotalRow => ("Filas que parecen totales; se conservan como filas.", "Rows that look like totals; they are kept as rows."),
        ColumnName => ("Nombres de columna que faltaban o se repetían; se distinguieron.", "Column names that were missing or repeated; they were told apart."),
        HeaderWidth => ("El encabezado no tiene tantas celdas como las filas.", "The header has not as many cells as the rows."),
        MixedEncoding => ("Filas con bytes que no son UTF-8; se leyeron como Windows-1252.", "Rows with bytes that are not UTF-8; read as Windows-1252."),
        Mojibake => ("Celdas codificadas dos veces («Ã³»); se repararon.", "Cells that were encoded twice (“Ã³”); they were mended."),
        MojibakeDoubtful => ("Celdas que parecen codificadas dos veces y admiten más de una lectura; quedaron como estaban.", "Cells that look as if encoded twice and can be read in more than one way; left as they are."),
        LostCharacters => ("Celdas con caracteres que ya estaban perdidos (U+FFFD).", "Cells with characters that were already lost (U+FFFD)."),
        Nul => ("Caracteres NUL; quedaron en las celdas.", "NUL characters; they stay in the cells."),
        MixedLineEnds => ("Fines de línea de más de una clase.", "Line ends of more than one kind."),
        JoinedCells => ("Celdas que exceden el máximo de columnas; se unieron a la última con sus separadores.", "Cells beyond the bound of columns; joined into the last one with their delimiters."),
        ErrorCell => ("Celdas con errores de fórmula; quedaron como texto.", "Cells with errors of formulas; they stay as text."),
        MergedCells => ("Celdas combinadas.", "Merged cells."),
        OddItem => ("Elementos de la lista que no son filas como las demás.", "Items of the list that are no rows like the others."),
        BreaksOff => ("El archivo está cortado; se leyó lo anterior.", "The file breaks off; what came before was read."),
        _ => (code, code),
    };
}
