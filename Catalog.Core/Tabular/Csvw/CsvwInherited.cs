using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Csvw;

/// <summary>Properties that a group, a table or a schema hands down to its columns (§5.7); the nearest one counts.</summary>
internal sealed record CsvwInherited
{
    public static readonly CsvwInherited None = new();

    /// <summary>What stands for nothing; null for CSVW's default, the empty cell.</summary>
    public ValueList<string>? Missing { get; init; }

    public bool Required { get; init; }

    /// <summary>Between the items of a cell that is a list.</summary>
    public string? Separator { get; init; }

    public CsvwDatatype Datatype { get; init; } = CsvwDatatype.String;

    public CsvwInherited With(CsvwNode node) => new()
    {
        Missing = node.Raw("null") switch
        {
            { ValueKind: JsonValueKind.String } word => [.. new[] { Descriptor.LexicalOf(word), "" }.Distinct()],
            { ValueKind: JsonValueKind.Array } words => words.EnumerateArray().Select(Descriptor.LexicalOf).Append("").Distinct().ToValueList(),
            _ => Missing,
        },
        Required = node.Flag("required") ?? Required,
        Separator = node.String("separator") is { Length: > 0 } separator ? separator : Separator,
        Datatype = node.Raw("datatype") is { } datatype ? CsvwDatatype.Read(datatype, node) : Datatype,
    };
}
