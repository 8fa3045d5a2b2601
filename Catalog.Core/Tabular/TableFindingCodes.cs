namespace Catalog.Core.Tabular;

/// <summary>Every code that a finding about a table or its schema can have; each is documented in docs/findings.md.</summary>
public static class TableFindingCodes
{
    // The schema itself.

    /// <summary>The descriptor is not a JSON object.</summary>
    public const string SchemaNotAnObject = "schema-not-an-object";

    /// <summary>The descriptor lists no columns, or more than the limit.</summary>
    public const string SchemaNoFields = "schema-no-fields";

    /// <summary>A field that cannot be told from others.</summary>
    public const string SchemaFieldWithoutName = "schema-field-without-name";

    /// <summary>Two fields have the same name.</summary>
    public const string SchemaRepeatedField = "schema-repeated-field";

    /// <summary>A type that Table Schema does not have; the column reads as any.</summary>
    public const string SchemaUnknownType = "schema-unknown-type";

    /// <summary>A format that the type does not have; the default is used.</summary>
    public const string SchemaBadFormat = "schema-bad-format";

    /// <summary>A constraint that cannot be understood; it is left out.</summary>
    public const string SchemaBadConstraint = "schema-bad-constraint";

    /// <summary>A constraint that stands in the field itself; it is left out.</summary>
    public const string SchemaMisplacedConstraint = "schema-misplaced-constraint";

    /// <summary>A constraint that the type cannot be asked; it is left out.</summary>
    public const string SchemaConstraintNotOfType = "schema-constraint-not-of-type";

    /// <summary>A member of the wrong kind.</summary>
    public const string SchemaBadValue = "schema-bad-value";

    /// <summary>A primary or unique key that names no field.</summary>
    public const string SchemaBadKey = "schema-bad-key";

    /// <summary>A foreign key that does not say from where to where.</summary>
    public const string SchemaBadForeignKey = "schema-bad-foreign-key";
}
