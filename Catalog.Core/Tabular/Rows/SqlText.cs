namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// Text inside statements. Only names of columns that a table really has and paths of our own files are written so;
/// whatever a caller says goes in as a parameter.
/// </summary>
internal static class SqlText
{
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
