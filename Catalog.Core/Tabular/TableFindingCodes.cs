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

    /// <summary>The document is larger than a schema can be.</summary>
    public const string SchemaTooLarge = "schema-too-large";

    /// <summary>The document describes tables, but not this one.</summary>
    public const string SchemaOfAnother = "schema-of-another";

    /// <summary>A JSON Schema that is broken, or refers to other documents.</summary>
    public const string SchemaBadJsonSchema = "schema-bad-json-schema";

    /// <summary>The metadata name a schema that could not be fetched or read.</summary>
    public const string SchemaNotAtHand = "schema-not-at-hand";

    // The header.

    /// <summary>A column of the schema that the table does not have.</summary>
    public const string MissingColumn = "missing-column";

    /// <summary>A column that the schema does not have.</summary>
    public const string ExtraColumn = "extra-column";

    /// <summary>A column that the schema has under a name that is nearly the same.</summary>
    public const string RenamedColumn = "renamed-column";

    /// <summary>The columns stand in another order than the schema's.</summary>
    public const string ColumnOrder = "column-order";

    /// <summary>A name that more than one column has.</summary>
    public const string RepeatedColumn = "repeated-column";

    /// <summary>A column without a name.</summary>
    public const string UnnamedColumn = "unnamed-column";

    /// <summary>The table has no header; columns are taken in their order.</summary>
    public const string NoHeader = "no-header";

    // The cells.

    /// <summary>An empty cell where the schema demands a value.</summary>
    public const string ValueRequired = "value-required";

    /// <summary>A value that the type of its column cannot read.</summary>
    public const string ValueNotOfType = "value-not-of-type";

    /// <summary>A value shorter than allowed.</summary>
    public const string ValueTooShort = "value-too-short";

    /// <summary>A value longer than allowed.</summary>
    public const string ValueTooLong = "value-too-long";

    /// <summary>A value below the least allowed.</summary>
    public const string ValueBelowMinimum = "value-below-minimum";

    /// <summary>A value above the greatest allowed.</summary>
    public const string ValueAboveMaximum = "value-above-maximum";

    /// <summary>A text without the form that the schema asks for.</summary>
    public const string ValueNotOfPattern = "value-not-of-pattern";

    /// <summary>A value that is none of those listed.</summary>
    public const string ValueNotListed = "value-not-listed";

    /// <summary>A JSON value that breaks its JSON Schema.</summary>
    public const string ValueBreaksJsonSchema = "value-breaks-json-schema";

    /// <summary>A JSON object that lacks a member which its JSON Schema requires.</summary>
    public const string ItemLacksMember = "item-lacks-member";

    /// <summary>A JSON object that breaks its JSON Schema.</summary>
    public const string ItemBreaksJsonSchema = "item-breaks-json-schema";

    /// <summary>A JSON Schema that says nothing of the objects that the table's rows are.</summary>
    public const string ItemsNotChecked = "items-not-checked";

    // The keys.

    /// <summary>A value that occurs again in a column without repetitions.</summary>
    public const string RepeatedValue = "repeated-value";

    /// <summary>A primary key that occurs again.</summary>
    public const string RepeatedPrimaryKey = "repeated-primary-key";

    /// <summary>A unique key that occurs again.</summary>
    public const string RepeatedUniqueKey = "repeated-unique-key";

    /// <summary>A foreign key that the other table does not have.</summary>
    public const string UnknownReference = "unknown-reference";

    /// <summary>A foreign key to a table that is not at hand.</summary>
    public const string ReferenceNotChecked = "reference-not-checked";

    /// <summary>More keys than are kept; some rows were not checked.</summary>
    public const string KeysNotChecked = "keys-not-checked";

    // Against the last version.

    /// <summary>A column of the last version that is gone.</summary>
    public const string DriftColumnGone = "drift-column-gone";

    /// <summary>A column that the last version did not have.</summary>
    public const string DriftColumnNew = "drift-column-new";

    /// <summary>A column of the last version under another name.</summary>
    public const string DriftColumnRenamed = "drift-column-renamed";

    /// <summary>The columns stand in another order.</summary>
    public const string DriftColumnsReordered = "drift-columns-reordered";

    /// <summary>A column is of another type.</summary>
    public const string DriftTypeChanged = "drift-type-changed";

    /// <summary>Empty cells rose by more than the policy allows.</summary>
    public const string DriftNullsRose = "drift-nulls-rose";

    /// <summary>There are fewer rows; an error when by more than the policy allows.</summary>
    public const string DriftRowsFell = "drift-rows-fell";

    /// <summary>A year of which there are no rows any longer.</summary>
    public const string DriftYearVanished = "drift-year-vanished";

    /// <summary>A column that identified rows has repetitions.</summary>
    public const string DriftKeysRepeated = "drift-keys-repeated";

    /// <summary>The file is in another encoding.</summary>
    public const string DriftEncoding = "drift-encoding";

    /// <summary>More texts than before are damaged by their encoding.</summary>
    public const string DriftEncodingDamage = "drift-encoding-damage";

    /// <summary>Another character stands between cells.</summary>
    public const string DriftDelimiter = "drift-delimiter";

    /// <summary>Numbers are written with other signs for decimals or thousands.</summary>
    public const string DriftNumberFormat = "drift-number-format";

    /// <summary>Dates have their parts in another order or form.</summary>
    public const string DriftDateOrder = "drift-date-order";

    /// <summary>Known values of a category in another spelling.</summary>
    public const string DriftSpellings = "drift-spellings";

    /// <summary>Values that a category did not have.</summary>
    public const string DriftNewValues = "drift-new-values";

    // Data of persons; counts only, never a value.

    /// <summary>Identity document numbers.</summary>
    public const string PersonalDni = "personal-dni";

    /// <summary>Tax or labour numbers of persons.</summary>
    public const string PersonalCuit = "personal-cuit";

    /// <summary>E-mail addresses that are not an office's.</summary>
    public const string PersonalEmail = "personal-email";

    /// <summary>Telephone numbers.</summary>
    public const string PersonalPhone = "personal-phone";

    /// <summary>Numbers of payment cards.</summary>
    public const string PersonalCard = "personal-card";

    /// <summary>Names of persons beside another kind.</summary>
    public const string PersonalName = "personal-name";
}
