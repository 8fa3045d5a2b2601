using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Privacy;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>
/// Profiles one column, cell by cell, in bounded memory. A value that occurred before is only counted; what each value
/// is, is found out once, at the end. Once there are more values than are kept, the others are looked at as they come.
/// </summary>
public sealed class ColumnProfiler(string name, Limits limits)
{
    /// <summary>Cells that were not among the kept values after which it is decided whether looking is still worth it.</summary>
    private const int LookAgain = 8192;

    /// <summary>Of so many cells at least one has to be a kept value: a column with fewer has no common values.</summary>
    private const int FewHits = 8;

    private readonly DistinctValues _values = new(limits.MaxDistinctValues, limits.MaxDistinctCharacters);
    private readonly ColumnTally _tally = new();
    private readonly ValueSketch _sketch = new();
    private long _empty;
    private long _hits;
    private long _misses;
    private bool _counting = true;
    private bool _overflown;

    public void Add(ReadOnlySpan<char> cell)
    {
        if (cell.Length == 0)
        {
            _empty++;
            return;
        }
        var hash = CellHash.Of(cell);
        if (_counting && _values.TryAdd(cell, hash))
        {
            _hits++;
            return;
        }
        if (++_misses == LookAgain && _overflown)
        {
            _counting = _hits >= LookAgain / FewHits;
            _hits = _misses = 0;
        }
        if (!_overflown) _hits = _misses = 0;
        _overflown = true;
        _sketch.Count(hash);
        _sketch.Sample(hash);
        _tally.Observe(cell, 1);
    }

    /// <summary>What the column holds. To be called once, after the last cell.</summary>
    public ColumnProfile Finish()
    {
        for (var i = 0; i < _values.Count; i++)
        {
            _tally.Observe(_values.Text(i), _values.CountOf(i));
            _sketch.Sample(_values.HashOf(i));
            if (_overflown) _sketch.Count(_values.HashOf(i));
        }
        var conclusion = TypeInference.Conclude(name, _tally);
        var missing = conclusion.Field.MissingValues ?? TableSchema.DefaultMissingValues;
        var nullWords = _tally.NullWordsFound.Where(word => missing.Contains(word.Key)).Select(word => new ValueCount(word.Key, word.Value.Count))
            .OrderByDescending(word => word.Count).ThenBy(word => word.Value, StringComparer.Ordinal).ToValueList();
        var distinct = _overflown ? Math.Max(_sketch.Estimate(), _values.Count) : Enumerable.Range(0, _values.Count).Count(i => !IsNothing(i, missing));
        return new ColumnProfile
        {
            Field = conclusion.Field,
            Evidence = conclusion.Evidence.ToValueList(),
            Confidence = conclusion.Confidence,
            Nulls = _empty + _tally.Blanks + nullWords.Sum(word => word.Count),
            NullWords = nullWords,
            Distinct = distinct,
            DistinctIsExact = !_overflown,
            Minimum = conclusion.Minimum,
            Maximum = conclusion.Maximum,
            MinLength = _tally.Texts.Lengths.Least,
            MaxLength = _tally.Texts.Lengths.Greatest,
            Form = _tally.Texts.Form,
            TopValues = TopValues(missing, distinct),
            Years = conclusion.Field.Type is FieldType.Year or FieldType.Date or FieldType.DateTime ? Years() : [],
            Dates = DateInference.UseOf(_tally),
            Nearly = conclusion.Nearly,
            Misfits = conclusion.Misfits,
            Personal = PersonalEvidence.Of(name, conclusion.Field, _tally.Personal, _tally.Shapes.Sum()),
            Sketch = _sketch.Smallest(),
        };
    }

    private bool IsNothing(int index, ValueList<string> missing)
    {
        var text = _values.Text(index);
        if (text.Trim().Length == 0) return true;
        foreach (var word in missing)
            if (text.SequenceEqual(word)) return true;
        return false;
    }

    private ValueList<ValueCount> TopValues(ValueList<string> missing, long distinct)
    {
        // Counts that were given up half-way are not shown.
        if (!_counting) return [];
        var wanted = distinct <= limits.MaxListedValues ? limits.MaxListedValues : limits.TopValues;
        // Those that fit by count first; texts are made only for what is shown.
        return Enumerable.Range(0, _values.Count).Where(i => !IsNothing(i, missing))
            .OrderByDescending(_values.CountOf).ThenBy(i => _values.Text(i).Length > limits.MaxListedLength ? 1 : 0).Take(wanted + limits.TopValues)
            .Select(i => new ValueCount(Shown(_values.Text(i)), _values.CountOf(i)))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Take(wanted).ToValueList();
    }

    private string Shown(ReadOnlySpan<char> text) => text.Length <= limits.MaxListedLength ? text.ToString() : string.Concat(text[..limits.MaxListedLength], "…");

    private ValueList<YearCount> Years()
    {
        var years = new List<YearCount>();
        for (var i = 0; i < _tally.Years.Length; i++)
            if (_tally.Years[i] > 0) years.Add(new YearCount(ColumnTally.FirstYear + i, _tally.Years[i]));
        return years.ToValueList();
    }
}
