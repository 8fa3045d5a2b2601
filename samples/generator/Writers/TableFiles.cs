using System.Text;

namespace Samples.Generator.Writers;

/// <summary>The files that a table can become.</summary>
internal static class TableFiles
{
    extension(Table table)
    {
        public FileDraft Csv(string title, string? fileName = null) =>
            new(fileName ?? table.Name + ".csv", title, "CSV", "text/csv", Encoding.UTF8.GetBytes(Writers.Csv.Text(table, ',', "\n")))
            {
                Fields = table.Columns,
                Rows = table.Rows.Count,
            };

        /// <summary>A defect: as an old spreadsheet of the office saves it.</summary>
        public FileDraft CsvLatin1(string title) =>
            new(table.Name + ".csv", title, "CSV", "text/csv", Encoding.Latin1.GetBytes(Writers.Csv.Text(table, ';', "\n")))
            {
                Fields = table.Columns,
                Rows = table.Rows.Count,
                Encoding = "iso-8859-1",
                Delimiter = ";",
            };

        /// <summary>A defect: byte order mark and "\r\n".</summary>
        public FileDraft CsvBomCrlf(string title) =>
            new(table.Name + ".csv", title, "CSV", "text/csv",
                [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Writers.Csv.Text(table, ',', "\r\n"))])
            {
                Fields = table.Columns,
                Rows = table.Rows.Count,
            };

        public FileDraft Xlsx(string title) =>
            new(table.Name + ".xlsx", title, "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Writers.Xlsx.Bytes(table));

        public FileDraft JsonFile(string title) =>
            new(table.Name + ".json", title, "JSON", "application/json", Json.Objects(table));

        public FileDraft PointsFile(string title) =>
            new(table.Name + ".geojson", title, "GeoJSON", "application/geo+json", GeoJson.Points(table));

        public FileDraft ShapesFile(string title, string type, IEnumerable<IReadOnlyList<Point>> shapes) =>
            new(table.Name + ".geojson", title, "GeoJSON", "application/geo+json", GeoJson.Shapes(table, type, shapes));
    }
}
