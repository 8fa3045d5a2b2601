namespace Catalog.Core;

// Bounds on the files that tables are read from, and on what is said of them.
public sealed partial record Limits
{
    /// <summary>Different values of a column that are kept and counted exactly. 16,384: codes and categories have fewer; beyond it, estimated.</summary>
    public int MaxDistinctValues { get; init; } = 16_384;

    /// <summary>Characters of all values of a column that are kept. 2 Mi: 4 MB; a column of long texts has no need of counts.</summary>
    public int MaxDistinctCharacters { get; init; } = 2 * 1024 * 1024;

    /// <summary>Values of a column that are listed with their counts when there are no more. 200: a list of categories.</summary>
    public int MaxListedValues { get; init; } = 200;

    /// <summary>The commonest values that are listed when there are more. 20: what a reader looks at.</summary>
    public int TopValues { get; init; } = 20;

    /// <summary>Characters of a listed value; the rest is cut.</summary>
    public int MaxListedLength { get; init; } = 100;
    /// <summary>Characters of one parameter of a query for rows. 8,000: a list of some hundred ids; addresses end at about that.</summary>
    public int MaxFilterLength { get; init; } = 8_000;

    /// <summary>Columns of a table. 16,384: as many as a spreadsheet can have; what a row has beyond is joined into its last cell.</summary>
    public int MaxTableColumns { get; init; } = 16_384;

    /// <summary>Characters of one quoted cell of a table. 16 Mi: the geometry of a country; a quote that is not closed within is taken for a character.</summary>
    public int MaxTableCellLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Tables of one file: sheets, members of an archive, blocks of a text. 500: beyond, nobody looks.</summary>
    public int MaxTablesPerFile { get; init; } = 500;

    /// <summary>Tables in one text file that are told apart. 20: each is one more reading of what follows it.</summary>
    public int MaxTablesPerText { get; init; } = 20;

    /// <summary>Places kept for each kind of repair; all are counted. 10: enough to see the pattern.</summary>
    public int MaxRepairExamples { get; init; } = 10;

    /// <summary>Members of an archive that are looked at. 1,000: the largest data packages seen have some hundred.</summary>
    public int MaxArchiveMembers { get; init; } = 1_000;

    /// <summary>Bytes that one member of an archive may unfold to. 16 GiB: four times the largest download.</summary>
    public long MaxUnfoldedBytes { get; init; } = 16L * 1024 * 1024 * 1024;

    /// <summary>How many times its packed size a member may unfold to, beyond its first 64 MiB. 500: tables with empty columns reach 200; deflate ends at 1,032.</summary>
    public int MaxArchiveRatio { get; init; } = 500;

    /// <summary>Archives within archives. 2: a packed data package in a packed delivery.</summary>
    public int MaxArchiveDepth { get; init; } = 2;

    /// <summary>Unfolded bytes of a workbook, which is read with its strings in memory. 1 GiB: a full sheet of a million rows.</summary>
    public long MaxWorkbookBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Findings kept of one rule in one column of a table; all are counted. 10: enough to see what is wrong.</summary>
    public int MaxFindingExamples { get; init; } = 10;

    /// <summary>Findings kept of one table. 1,000: a report that can still be read.</summary>
    public int MaxTableFindings { get; init; } = 1_000;

    /// <summary>Keys of a table whose hashes are kept. 10 million: 270 MB, half as much again while they grow; what comes beyond is reported as not checked.</summary>
    public int MaxKeysChecked { get; init; } = 10_000_000;

    /// <summary>Different keys that repeat and are compared in full. 1 million; a column with more is no key.</summary>
    public int MaxRepeatedKeys { get; init; } = 1_000_000;
}
