namespace Catalog.Core.Tabular;

/// <summary>How a text file writes a table: the members of Frictionless Table Dialect and CSVW's dialect that it needs.</summary>
public sealed record TableDialect
{
    /// <summary>The IANA name of the encoding: "utf-8", "windows-1252".</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Between cells; more than one character only for ", " and its like.</summary>
    public string Delimiter { get; init; } = ",";

    /// <summary>Around cells that hold a delimiter or a line end; null when the file has none.</summary>
    public char? QuoteChar { get; init; } = '"';

    /// <summary>Before a quote in a cell; null when a quote is doubled instead.</summary>
    public char? EscapeChar { get; init; }

    /// <summary>The line end that most rows have: "\r\n", "\n" or "\r".</summary>
    public string LineTerminator { get; init; } = "\r\n";

    /// <summary>Lines before the header that belong to no table.</summary>
    public int PreambleLines { get; init; }

    /// <summary>Rows of the header, joined into one name a column; 0 when the file has none.</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>What begins a line that is a comment; null when none does.</summary>
    public string? CommentPrefix { get; init; }

    /// <summary>Blanks after a delimiter are no part of a cell.</summary>
    public bool SkipInitialSpace { get; init; }
}
