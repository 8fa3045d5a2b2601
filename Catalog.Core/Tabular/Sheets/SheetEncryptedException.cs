namespace Catalog.Core.Tabular.Sheets;

/// <summary>A workbook that is locked with a password.</summary>
internal sealed class SheetEncryptedException(Exception cause) : IOException("The workbook is locked with a password.", cause);
