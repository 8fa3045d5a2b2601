using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>Yes and no: in words of one pair, or as 1 and 0 where the name says that it is a yes or a no.</summary>
internal static class BooleanInference
{
    /// <summary>Cells from which single letters are words: a column of "S" and "N" alone may be of anything when it is short.</summary>
    private const int LettersNeed = 4;

    public static Conclusion? Conclude(string name, NameWords words, ColumnTally tally, long values)
    {
        for (var pair = 0; pair < BooleanWords.Pairs.Length; pair++)
        {
            if (tally.PairCells[pair] != values) continue;
            var yes = Spellings(tally, found => (found.Yes >> pair & 1) != 0);
            var no = Spellings(tally, found => (found.No >> pair & 1) != 0);
            var letters = BooleanWords.Pairs[pair].Yes.Length == 1;
            if (pair >= BooleanWords.CertainPairs && (yes.Count == 0 || no.Count == 0)) continue;
            if (letters && values < LettersNeed) continue;
            return new Conclusion(Field(name, yes, no), letters ? 0.8 : 1)
                .Because("todas las celdas dicen " + string.Join(", ", yes.Concat(no)), "all cells say " + string.Join(", ", yes.Concat(no)));
        }
        var figures = tally.Integers;
        if (tally[CellShape.Integer] != values || figures.Zeros + figures.Ones != values || figures.Zeros == 0 || figures.Ones == 0 || figures.Lengths.Greatest != 1 || !words.SaysFlag) return null;
        if (tally.Affixes[(int)NumberAffix.None] != values) return null;
        return new Conclusion(Field(name, ["1"], ["0"]), 0.8).Because("solo hay 0 y 1, y el nombre pregunta", "there are only 0 and 1, and the name asks");
    }

    private static TableField Field(string name, ValueList<string> yes, ValueList<string> no) =>
        new() { Name = name, Type = FieldType.Boolean, TrueValues = yes, FalseValues = no };

    private static ValueList<string> Spellings(ColumnTally tally, Func<(int Yes, int No), bool> says) =>
        tally.BooleanSpellings.Where(found => says(found.Value)).Select(found => found.Key).Order(StringComparer.Ordinal).ToValueList();
}
