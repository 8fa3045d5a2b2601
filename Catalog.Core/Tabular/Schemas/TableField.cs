using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>One column of a table: its name, what it holds and how that is written (Table Schema 2.0 §Field Descriptor).</summary>
public sealed record TableField
{
    public const string DefaultFormat = "default";

    public required string Name { get; init; }

    /// <summary>Other headers that the column may have; CSVW allows several titles.</summary>
    public ValueList<string> Aliases { get; init; } = [];

    public FieldType Type { get; init; } = FieldType.Any;

    /// <summary>"default", "any", a strptime pattern ("%d/%m/%Y"), or a format of the type ("email", "array", "topojson").</summary>
    public string Format { get; init; } = DefaultFormat;

    public Text Title { get; init; } = Text.Empty;

    public Text Description { get; init; } = Text.Empty;

    /// <summary>A value as one would write it; null when none is given.</summary>
    public string? Example { get; init; }

    public FieldConstraints Constraints { get; init; } = FieldConstraints.None;

    /// <summary>Words that stand for nothing in this column; null when the table's do.</summary>
    public ValueList<string>? MissingValues { get; init; }

    /// <summary>How a boolean is written; empty means Table Schema's own words.</summary>
    public ValueList<string> TrueValues { get; init; } = [];

    public ValueList<string> FalseValues { get; init; } = [];

    /// <summary>Between the whole and the fraction of a number.</summary>
    public char DecimalChar { get; init; } = '.';

    /// <summary>Between groups of digits; null when digits are not grouped.</summary>
    public char? GroupChar { get; init; }

    /// <summary>False when something may stand around a number: a currency sign, a percent sign, a unit.</summary>
    public bool BareNumber { get; init; } = true;

    /// <summary>Between the items of a list.</summary>
    public string ItemDelimiter { get; init; } = ",";

    /// <summary>What the items of a list are.</summary>
    public FieldType ItemType { get; init; } = FieldType.String;

    /// <summary>The values of a categorical column, in their order; empty when it is none.</summary>
    public ValueList<Category> Categories { get; init; } = [];

    public bool CategoriesOrdered { get; init; }

    /// <summary>The IRI of a class that the values belong to.</summary>
    public string? RdfType { get; init; }

    /// <summary>Members that this program has no use for, kept for the writer.</summary>
    public ValueList<Extra> Extras { get; init; } = [];
}

/// <summary>A value of a categorical column and the word that a reader sees for it.</summary>
public readonly record struct Category(string Value, string? Label = null);
