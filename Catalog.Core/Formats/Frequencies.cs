using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>How often something is updated: its code in the EU frequency table, and the interval of ISO 8601 §4.5 where it has one.</summary>
public sealed record Frequency(string EuCode, string? Interval)
{
    public Iri Iri { get; } = EuVocabulary.Code("frequency", EuCode);

    /// <summary>No rhythm: DCAT-US 1.1 writes <c>irregular</c>, the Argentine profile <c>eventual</c>.</summary>
    public bool IsIrregular => Interval is null;
}

/// <summary>dct:accrualPeriodicity, from an interval, a word or an authority IRI.</summary>
public static partial class Frequencies
{
    private static readonly FrozenDictionary<string, Frequency> Known = Table();

    public static Frequency? Find(string? text) =>
        EuVocabulary.LastSegment(text) is { } last && text is not null
            ? Known.GetValueOrDefault(text.Trim()) ?? Known.GetValueOrDefault(last)
            : null;

    /// <summary>The interval as both JSON profiles accept it; one that no table knows passes when it is well formed.</summary>
    public static string? Interval(string? text)
    {
        if (Find(text) is { } known) return known.Interval;
        return text is not null && WellFormed().IsMatch(text.Trim()) ? text.Trim() : null;
    }

    // One component only: the Argentine profile knows no R/P1Y6M, and no portal was seen to write one.
    [GeneratedRegex(@"^R/P(\d+(\.\d+)?[YMWD]|T\d+(\.\d+)?[HMS])\z", RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();

    private static FrozenDictionary<string, Frequency> Table()
    {
        var table = new Dictionary<string, Frequency>(StringComparer.OrdinalIgnoreCase);
        Add("R/P3Y", "TRIENNIAL", "trienal");
        Add("R/P2Y", "BIENNIAL", "bienal", "biannually");
        Add("R/P1Y", "ANNUAL", "anual", "anualmente", "annually", "yearly", "R/P12M", "R/P365D");
        Add("R/P6M", "ANNUAL_2", "semestral", "semiannual", "biannual", "R/P0.5Y");
        Add("R/P4M", "ANNUAL_3", "cuatrimestral", "three times a year");
        Add("R/P3M", "QUARTERLY", "trimestral", "R/P0.25Y");
        Add("R/P2M", "BIMONTHLY", "bimestral");
        Add("R/P1M", "MONTHLY", "mensual", "mensualmente", "R/P30D");
        Add("R/P0.5M", "MONTHLY_2", "quincenal", "semimonthly", "R/P15D");
        Add("R/P0.33M", "MONTHLY_3", "three times a month");
        Add("R/P2W", "BIWEEKLY", "fortnightly", "R/P14D");
        Add("R/P1W", "WEEKLY", "semanal", "semanalmente", "R/P7D");
        Add("R/P0.5W", "WEEKLY_2", "semiweekly", "R/P3.5D");
        Add("R/P0.33W", "WEEKLY_3", "three times a week");
        Add("R/P1D", "DAILY", "diaria", "diario", "diariamente", "R/PT24H");
        Add("R/PT12H", "DAILY_2", "12HRS", "R/P0.5D");
        Add("R/PT3H", "TRIHOURLY");
        Add("R/PT2H", "BIHOURLY");
        Add("R/PT1H", "HOURLY", "cada hora", "horaria");
        Add("R/PT30M", "30MIN");
        Add("R/PT15M", "15MIN");
        Add("R/PT10M", "10MIN");
        Add("R/PT5M", "5MIN");
        Add("R/PT1M", "1MIN");
        Add("R/PT1S", "UPDATE_CONT", "CONT", "continuous", "continua", "tiempo real", "real time");
        Add(null, "IRREG", "irregular", "eventual", "eventualmente", "a demanda", "AS_NEEDED");
        Add(null, "NEVER", "nunca", "NOT_PLANNED", "no se actualiza", "not updated");
        Add(null, "UNKNOWN", "desconocida");
        Add(null, "OTHER", "otra");
        // The table of the EU ends at three years; longer intervals keep their interval and are "other" to it.
        foreach (var years in new[] { 4, 5, 10 }) Add($"R/P{years}Y", "OTHER");
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(string? interval, string code, params ReadOnlySpan<string> others)
        {
            var frequency = new Frequency(code, interval);
            table.TryAdd(code, frequency);
            if (interval is not null) table.TryAdd(interval, frequency);
            foreach (var other in others) table.TryAdd(other, frequency);
        }
    }
}
