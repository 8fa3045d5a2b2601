using System.Globalization;
using System.Xml;
using Catalog.Core.Tabular.Archives;

namespace Catalog.Core.Tabular.Sheets;

/// <summary>
/// The cells of a workbook in which a formula failed (ECMA-376 Part 1 §18.18.11, cell type "e"), read from its parts:
/// ExcelDataReader shows them as empty.
/// </summary>
internal static class ExcelErrors
{
    /// <summary>Cells kept. 100,000: beyond, the sheet is one error.</summary>
    private const int Most = 100_000;

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    public static Dictionary<(int Sheet, int Row, int Column), string> Of(ByteSource source)
    {
        var errors = new Dictionary<(int, int, int), string>();
        using var archive = ZipFile.Archive(source);
        try
        {
            var targets = Attributes(archive.GetEntry("xl/_rels/workbook.xml.rels"), "Relationship", r => (r.GetAttribute("Id") ?? "", r.GetAttribute("Target") ?? "")).GroupBy(t => t.Item1).ToDictionary(g => g.Key, g => g.First().Item2);
            var sheets = Attributes(archive.GetEntry("xl/workbook.xml"), "sheet", r => (r.GetAttribute("id", Relations) ?? "", ""));
            for (var i = 0; i < sheets.Count; i++)
            {
                if (!targets.TryGetValue(sheets[i].Item1, out var target)) continue;
                if (archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) is { } part) Read(part, i, errors);
            }
        }
        catch (XmlException)
        {
            // The library that reads the sheets says what is wrong with them.
        }
        return errors;
    }

    private static List<(string, string)> Attributes(System.IO.Compression.ZipArchiveEntry? part, string element, Func<XmlReader, (string, string)> read)
    {
        var found = new List<(string, string)>();
        if (part is null) return found;
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read()) if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element) found.Add(read(reader));
        return found;
    }

    private static void Read(System.IO.Compression.ZipArchiveEntry part, int sheet, Dictionary<(int, int, int), string> errors)
    {
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, Settings);
        string? place = null;
        while (errors.Count < Most && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "c") place = reader.GetAttribute("t") == "e" ? reader.GetAttribute("r") : null;
            else if (reader.LocalName == "v" && place is not null && Place(place) is { } at) errors[(sheet, at.Row, at.Column)] = reader.ReadElementContentAsString();
        }
    }

    /// <summary>"B3" is row 2, column 1.</summary>
    private static (int Row, int Column)? Place(string reference)
    {
        int column = 0, i = 0;
        while (i < reference.Length && i < 3 && char.IsAsciiLetterUpper(reference[i])) column = (column * 26) + (reference[i++] - 'A' + 1);
        return int.TryParse(reference.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && column > 0 && row > 0 ? (row - 1, column - 1) : null;
    }
}
