namespace Catalog.Web.Tables;

/// <summary>Values in narrow places.</summary>
public static class TableText
{
    /// <summary>Characters of a value in a column's summary. 60: what a cell of that table has room for.</summary>
    private const int ShortLength = 60;

    public static string Short(string? value) => value is null ? "" : value.Length <= ShortLength ? value : value[..ShortLength] + "…";
}
