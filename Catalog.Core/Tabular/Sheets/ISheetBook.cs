namespace Catalog.Core.Tabular.Sheets;

/// <summary>Takes a row of a sheet: its cells as text up to the last one that is not empty.</summary>
/// <returns>Whether to go on.</returns>
internal delegate bool SheetRowHandler(IReadOnlyList<string> cells);

/// <summary>A workbook: sheets that are read row by row, from their beginning, as often as needed.</summary>
internal interface ISheetBook
{
    /// <summary>"xlsx", "xls", "ods".</summary>
    string Format { get; }

    IReadOnlyList<string> Sheets { get; }

    /// <summary>Reads a sheet; blank rows are handed on too, so that row numbers are those of the sheet.</summary>
    void Read(int sheet, SheetRowHandler onRow, CancellationToken ct);

    /// <summary>The merged areas of a sheet, counted from 0: first row, first column, last row, last column.</summary>
    IReadOnlyList<(int Row, int Column, int LastRow, int LastColumn)> MergedAreas(int sheet);
}
