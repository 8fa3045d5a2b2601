using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Csvw;

/// <summary>One column (§5.6): the name that keys refer to, and the field that its header and cells are held against.</summary>
internal sealed record CsvwColumn(string Name, TableField Field, bool Virtual)
{
    public static CsvwColumn Read(CsvwNode column, CsvwInherited above, int index)
    {
        var inherited = above.With(column);
        var titles = column.Texts("titles");
        // §5.6: a column without a name takes its first title, percent-encoded; without either it is numbered.
        var name = column.String("name") ?? (titles.Count > 0 ? Uri.EscapeDataString(titles[0]) : string.Create(CultureInfo.InvariantCulture, $"_col.{index + 1}"));
        var description = column.Texts("dc:description").Concat(column.Texts("dcterms:description")).Concat(column.Texts("rdfs:comment")).FirstOrDefault();
        var field = new TableField
        {
            Name = titles.Count > 0 ? titles[0] : name,
            // A header may be any of the titles, or the name itself (Model for Tabular Data §8, validation of headers).
            Aliases = titles.Skip(1).Append(name).Distinct().ToValueList(),
            Description = Text.Maybe("", description),
            MissingValues = inherited.Missing,
        };
        var typed = inherited.Datatype.Apply(field);
        if (inherited.Separator is { } separator) typed = typed with { Type = FieldType.List, Format = TableField.DefaultFormat, ItemType = typed.Type, ItemDelimiter = separator, Constraints = FieldConstraints.None };
        if (inherited.Required) typed = typed with { Constraints = typed.Constraints with { Required = true } };
        return new CsvwColumn(name, typed, column.Flag("virtual") == true);
    }
}
