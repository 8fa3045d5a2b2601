namespace Catalog.Core.Tabular;

/// <summary>The decisions that a report explains. Stable: reports store and show these spellings.</summary>
public static class TableEvidenceCodes
{
    /// <summary>In which encoding the text is.</summary>
    public const string Encoding = "encoding";

    /// <summary>What stands between cells.</summary>
    public const string Delimiter = "delimiter";

    /// <summary>What stands around cells.</summary>
    public const string Quote = "quote";

    /// <summary>How a quote is written within a quoted cell.</summary>
    public const string Escape = "escape";

    /// <summary>What ends a row.</summary>
    public const string LineTerminator = "line-terminator";

    /// <summary>Lines before the header that belong to no table.</summary>
    public const string Preamble = "preamble";

    /// <summary>Whether there is a header, and of how many rows.</summary>
    public const string Header = "header";

    /// <summary>Lines that are comments.</summary>
    public const string Comment = "comment";

    /// <summary>Lines after the last row that belong to no table.</summary>
    public const string Footer = "footer";

    /// <summary>More tables in the same text.</summary>
    public const string OtherTables = "other-tables";

    /// <summary>The kind of the file, and what says so.</summary>
    public const string Format = "format";
}

/// <summary>What can be odd about a table. Stable: reports store, show and count these spellings.</summary>
public static class TableRepairCodes
{
    /// <summary>A row had fewer cells than the table has columns; empty ones were added at its end.</summary>
    public const string ShortRow = "short-row";

    /// <summary>A row had more cells than the header; they are kept in columns of their own at the end.</summary>
    public const string LongRow = "long-row";

    /// <summary>A row was written with another delimiter than the others and split at that one.</summary>
    public const string OtherDelimiter = "other-delimiter";

    /// <summary>A delimiter was missing beside a quote; the quote alone tells the two cells apart, and the row has all its cells that way.</summary>
    public const string MissingDelimiter = "missing-delimiter";

    /// <summary>A quote within a cell that was not doubled or escaped; it stays part of the cell.</summary>
    public const string StrayQuote = "stray-quote";

    /// <summary>A quote that opens a cell and is never closed; it stays part of the cell.</summary>
    public const string UnclosedQuote = "unclosed-quote";

    /// <summary>Blanks between a quote and a delimiter.</summary>
    public const string BlankAroundQuote = "blank-around-quote";

    /// <summary>A line without any cell, passed over.</summary>
    public const string BlankLine = "blank-line";

    /// <summary>A row whose cells are all empty; it is kept.</summary>
    public const string EmptyRow = "empty-row";

    /// <summary>A comment line, passed over.</summary>
    public const string CommentLine = "comment-line";

    /// <summary>A column at the end without a name and without a value, left out.</summary>
    public const string EmptyColumn = "empty-column";

    /// <summary>The header repeated among the rows; it is kept as a row.</summary>
    public const string RepeatedHeader = "repeated-header";

    /// <summary>An empty column without a name between named ones: it may be air, or two tables beside one another; they stay one table.</summary>
    public const string SideBySide = "side-by-side";

    /// <summary>A row with a cell too many in which exactly one pair of neighbours, taken for one cell with a delimiter in it, would make all cells fit their columns; it stays as it is.</summary>
    public const string UnquotedDelimiter = "unquoted-delimiter";

    /// <summary>A row that sums up others; it is kept.</summary>
    public const string TotalRow = "total-row";

    /// <summary>Names of columns that were missing or equal and were told apart.</summary>
    public const string ColumnName = "column-name";

    /// <summary>A header with more or fewer cells than the rows.</summary>
    public const string HeaderWidth = "header-width";

    /// <summary>Bytes that are not text in the encoding of the file, read as Windows-1252.</summary>
    public const string MixedEncoding = "mixed-encoding";

    /// <summary>Text that was encoded twice and was mended.</summary>
    public const string Mojibake = "mojibake";

    /// <summary>Text that looks as if it were encoded twice, and more than one reading is possible; it stays.</summary>
    public const string MojibakeDoubtful = "mojibake-doubtful";

    /// <summary>A cell in which characters were already lost (U+FFFD) before the file came here.</summary>
    public const string LostCharacters = "lost-characters";

    /// <summary>NUL characters; they stay.</summary>
    public const string Nul = "nul";

    /// <summary>Different line ends in one file.</summary>
    public const string MixedLineEnds = "mixed-line-ends";

    /// <summary>More than one column's worth of cells beyond the bound, joined into the last one with their delimiters.</summary>
    public const string JoinedCells = "joined-cells";

    /// <summary>A formula's error in a spreadsheet ("#DIV/0!"); it stays as text.</summary>
    public const string ErrorCell = "error-cell";

    /// <summary>A merged area of a spreadsheet.</summary>
    public const string MergedCells = "merged-cells";

    /// <summary>An item of a JSON list that is no row like the others.</summary>
    public const string OddItem = "odd-item";

    /// <summary>A file that breaks off: what came before is read.</summary>
    public const string BreaksOff = "breaks-off";
}

/// <summary>Why a file is no table for us. Stable: reports store and show these spellings.</summary>
public static class TableFailureCodes
{
    /// <summary>There is nothing in it, or nothing but blanks.</summary>
    public const string Empty = "table-empty";

    /// <summary>It is of a kind that is no table: a page, a picture, a document, a program.</summary>
    public const string NotATable = "not-a-table";

    /// <summary>Its kind holds tables, and its bytes are broken.</summary>
    public const string Broken = "table-broken";

    /// <summary>It is locked with a password.</summary>
    public const string Encrypted = "table-encrypted";

    /// <summary>It exceeds a bound in <see cref="Limits"/>.</summary>
    public const string LimitExceeded = "table-limit-exceeded";

    /// <summary>It cannot be opened.</summary>
    public const string Unreadable = "table-unreadable";
}
