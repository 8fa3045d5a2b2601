using Catalog.Core.Tabular.Delimited;

namespace Catalog.Core.Tabular.Sheets;

/// <summary>The tables of a workbook: one for each sheet that holds anything.</summary>
internal static class SheetFile
{
    public static TableResult Open(ISheetBook book, Limits limits, CancellationToken ct)
    {
        var tables = new List<FoundTable>();
        var passed = new List<TableFailure>();
        for (var i = 0; i < book.Sheets.Count && tables.Count < limits.MaxTablesPerFile; i++)
        {
            if (SheetTable.Open(book, i, limits, ct) is { } table) tables.AddRange(TablesBeside.Split(table, limits, ct));
            else passed.Add(TableFile.Fail(TableFailureCodes.Empty, book.Sheets[i], "La hoja está vacía.", "The sheet is empty.").Failure);
        }
        return tables.Count > 0 ? new TableResult.Found(book.Format, tables) { PassedOver = passed }
            : TableFile.Fail(TableFailureCodes.Empty, "", "La planilla está vacía.", "The workbook is empty.");
    }
}
