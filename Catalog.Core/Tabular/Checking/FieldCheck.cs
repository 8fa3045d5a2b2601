using System.Text.RegularExpressions;
using Catalog.Core.Tabular.Cells;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Checking;

/// <summary>Holds the cells of one column against its field. A cell is read once; the first rule that it breaks is reported.</summary>
internal sealed class FieldCheck
{
    private readonly ColumnReader _reader;
    private readonly FieldConstraints _constraints;
    private readonly bool _required;
    private readonly bool _constrained;
    private readonly CellValue? _least;
    private readonly CellValue? _greatest;
    private readonly CellValue? _above;
    private readonly CellValue? _below;
    private readonly Regex? _pattern;
    private readonly HashSet<string>? _words;
    private readonly HashSet<CellValue>? _values;
    private readonly ProfileSchema? _jsonSchema;

    public FieldCheck(TableSchema schema, TableField field, int column)
    {
        Field = field;
        Column = column;
        _reader = ColumnReader.For(schema, field);
        _constraints = field.Constraints;
        // A row is found by its key, so a key has no gaps (Table Schema 2.0 §primaryKey).
        _required = _constraints.Required || schema.PrimaryKey.Contains(field.Name);
        if (field.Type.HasOrder())
        {
            _least = Bound(_constraints.Minimum);
            _greatest = Bound(_constraints.Maximum);
            _above = Bound(_constraints.ExclusiveMinimum);
            _below = Bound(_constraints.ExclusiveMaximum);
        }
        if (_constraints.Pattern is { } pattern && field.Type is FieldType.String or FieldType.Any) FieldPattern.TryCompile(pattern, out _pattern);
        var allowed = _constraints.Enum.Count > 0 ? _constraints.Enum : field.Categories.Count > 0 ? [.. field.Categories.Select(category => category.Value)] : null;
        if (allowed is not null)
        {
            if (_reader.Type == ColumnType.Text) _words = [.. allowed];
            else _values = [.. allowed.Select(Bound).OfType<CellValue>()];
        }
        if (_constraints.JsonSchema is { } json && field.Type is FieldType.Object or FieldType.Array or FieldType.GeoJson) _jsonSchema = ProfileSchema.FromJson(json);
        _constrained = !_constraints.IsEmpty || allowed is not null;
    }

    public TableField Field { get; }

    public int Column { get; }

    public ValueRule Check(ReadOnlySpan<char> cell, out CellState state, out CellValue value)
    {
        state = _reader.Read(cell, out value);
        return state switch
        {
            CellState.Missing => _required ? ValueRule.Required : ValueRule.None,
            CellState.Misfit => ValueRule.Type,
            _ => _constrained ? Constraints(cell, value) : ValueRule.None,
        };
    }

    /// <summary>Whether equal values are equal texts; where not, keys compare what was read.</summary>
    public bool ComparesText => _reader.Type == ColumnType.Text;

    private ValueRule Constraints(ReadOnlySpan<char> cell, CellValue value)
    {
        if (_constraints.MinLength is not null || _constraints.MaxLength is not null)
        {
            var length = Field.Type switch
            {
                FieldType.String or FieldType.Any => LengthOf(cell),
                FieldType.List or FieldType.Array or FieldType.Object => value.Integer,
                _ => -1,
            };
            if (length >= 0 && length < _constraints.MinLength) return ValueRule.MinLength;
            if (length > _constraints.MaxLength) return ValueRule.MaxLength;
        }
        if (_least is { } least && _reader.Compare(value, least) < 0) return ValueRule.Minimum;
        if (_above is { } above && _reader.Compare(value, above) <= 0) return ValueRule.Minimum;
        if (_greatest is { } greatest && _reader.Compare(value, greatest) > 0) return ValueRule.Maximum;
        if (_below is { } below && _reader.Compare(value, below) >= 0) return ValueRule.Maximum;
        if (_pattern is not null && !_pattern.IsMatch(cell)) return ValueRule.Pattern;
        if (_words is not null && !_words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(cell)) return ValueRule.Enum;
        if (_values is not null && !_values.Contains(value)) return ValueRule.Enum;
        return _jsonSchema is not null && !FitsJson(cell) ? ValueRule.JsonSchema : ValueRule.None;
    }

    private CellValue? Bound(string? text) => text is not null && FieldBounds.TryRead(Field, text, out var value) ? value : null;

    private bool FitsJson(ReadOnlySpan<char> cell) => _jsonSchema!.Validate(System.Text.Encoding.UTF8.GetBytes(cell.ToString())).Count == 0;

    // Characters as people count them are code points here: a pair of surrogates is one.
    private static int LengthOf(ReadOnlySpan<char> cell)
    {
        var length = cell.Length;
        foreach (var c in cell)
            if (char.IsLowSurrogate(c)) length--;
        return length;
    }
}
