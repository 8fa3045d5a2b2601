namespace Catalog.Core.Tabular.Profiling;

/// <summary>What stands around a number.</summary>
internal enum NumberAffix : byte
{
    None,
    Percent,
    Peso,
    Dollar,
    Euro,
    Pound,
    Other,
}

/// <summary>A number as it is written, with its value under either reading of point and comma.</summary>
internal record struct NumberShape(CellShape Shape, NumberAffix Affix, double IfPoint, double IfComma, long Integer, bool Exponent);

/// <summary>Takes numbers apart: digits, groups, a fraction, and the sign of a currency or of percent.</summary>
internal static class NumberShapes
{
    // The longer spellings first. A plain "$" is a peso here and a dollar elsewhere; a column has but one.
    private static readonly (string Sign, NumberAffix Affix)[] Signs =
    [
        ("US$", NumberAffix.Dollar), ("U$S", NumberAffix.Dollar), ("u$s", NumberAffix.Dollar), ("USD", NumberAffix.Dollar), ("AR$", NumberAffix.Peso), ("ARS", NumberAffix.Peso),
        ("EUR", NumberAffix.Euro), ("GBP", NumberAffix.Pound), ("$", NumberAffix.Peso), ("€", NumberAffix.Euro), ("£", NumberAffix.Pound), ("%", NumberAffix.Percent),
    ];

    /// <summary>Characters of the longest number that is taken apart. 40: more digits than any amount or coordinate has.</summary>
    private const int MaxLength = 40;

    private static readonly double[] Tens = [.. Enumerable.Range(0, MaxLength + 1).Select(power => Math.Pow(10, power))];

    public static bool TryRead(ReadOnlySpan<char> text, out NumberShape number)
    {
        number = default;
        var negative = Sign(ref text);
        if (!TakeAffixes(ref text, ref negative, out var affix) || text.Length == 0) return false;
        if (!Split(text, out var parts)) return false;
        if (!Decide(parts, out var shape)) return false;
        var whole = parts.Count <= 18 ? parts.Integer : parts.Digits;
        if (negative) whole = -whole;
        var point = parts.Points == 1 && parts.AfterPoint > 0 ? whole / Tens[parts.AfterPoint] : whole;
        var comma = parts.Commas == 1 && parts.AfterComma > 0 ? whole / Tens[parts.AfterComma] : whole;
        if (parts.HasExponent)
        {
            var power = Math.Pow(10, parts.Exponent);
            (point, comma) = (point * power, comma * power);
        }
        number = new NumberShape(shape, affix, point, comma, shape == CellShape.Integer ? (negative ? -parts.Integer : parts.Integer) : 0, parts.HasExponent);
        return true;
    }

    private record struct Parts
    {
        public double Digits;
        public long Integer;
        public int Count;
        public int Points;
        public int Commas;
        public int Blanks;
        public int AfterPoint;
        public int AfterComma;
        public int BeforeFirst;
        public bool GroupsOfThree;
        public bool LastIsPoint;
        public bool LeadingZero;
        public bool HasExponent;
        public int Exponent;
    }

    private static bool Sign(ref ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] is not ('-' or '+')) return false;
        var negative = text[0] == '-';
        text = text[1..];
        return negative;
    }

    private static bool TakeAffixes(ref ReadOnlySpan<char> text, ref bool negative, out NumberAffix affix)
    {
        affix = NumberAffix.None;
        // Nearly every number has nothing around it.
        if (text.Length == 0 || ((char.IsAsciiDigit(text[0]) || text[0] is '.' or ',') && (char.IsAsciiDigit(text[^1]) || text[^1] == '.'))) return true;
        foreach (var (sign, kind) in Signs)
        {
            if (text.StartsWith(sign, StringComparison.Ordinal))
            {
                if (kind == NumberAffix.Percent) return false;
                text = text[sign.Length..].TrimStart();
                if (Sign(ref text)) negative = !negative;
            }
            else if (text.EndsWith(sign, StringComparison.Ordinal))
            {
                text = text[..^sign.Length].TrimEnd();
            }
            else
            {
                continue;
            }
            affix = kind;
            break;
        }
        return true;
    }

    /// <summary>One pass over what must be digits and separators.</summary>
    private static bool Split(ReadOnlySpan<char> text, out Parts parts)
    {
        parts = new Parts { GroupsOfThree = true };
        if (text.Length > MaxLength || !(char.IsAsciiDigit(text[0]) || text[0] is '.' or ',') || !(char.IsAsciiDigit(text[^1]) || text[^1] == '.')) return false;
        parts.LeadingZero = text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);
        var (since, seps) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                parts.Digits = parts.Digits * 10 + (c - '0');
                if (parts.Count < 18) parts.Integer = parts.Integer * 10 + (c - '0');
                parts.Count++;
                since++;
                continue;
            }
            if (c is 'e' or 'E') return parts.Count > 0 && Exponent(text[(i + 1)..], ref parts) && Close(ref parts, since, seps);
            // A separator ends a group: the first has one to three digits, the others three.
            if (seps == 0) parts.BeforeFirst = since;
            if (seps == 0 ? since is < 1 or > 3 : since != 3) parts.GroupsOfThree = false;
            switch (c)
            {
                case '.':
                    parts.Points++;
                    parts.LastIsPoint = true;
                    break;
                case ',':
                    parts.Commas++;
                    parts.LastIsPoint = false;
                    break;
                case ' ' or '\u00A0' or '\u202F' or '\u2009':
                    if (parts.Points + parts.Commas > 0) return false;
                    parts.Blanks++;
                    break;
                default:
                    return false;
            }
            seps++;
            since = 0;
        }
        return Close(ref parts, since, seps);
    }

    private static bool Close(ref Parts parts, int since, int seps)
    {
        if (parts.Points > 0 && parts.LastIsPoint) parts.AfterPoint = since;
        if (parts.Commas > 0 && !parts.LastIsPoint) parts.AfterComma = since;
        if (seps == 0) parts.BeforeFirst = since;
        return parts.Count > 0;
    }

    private static bool Exponent(ReadOnlySpan<char> text, ref Parts parts)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (text.Length == at || text.Length - at > 3) return false;
        for (var i = at; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return false;
            parts.Exponent = parts.Exponent * 10 + (text[i] - '0');
        }
        if (text[0] == '-') parts.Exponent = -parts.Exponent;
        parts.HasExponent = true;
        return true;
    }

    private static bool Decide(in Parts p, out CellShape shape)
    {
        shape = (p.Points, p.Commas, p.Blanks) switch
        {
            (0, 0, 0) => p.LeadingZero || p.Count > 18 ? CellShape.Code : p.HasExponent ? CellShape.PointDecimal : CellShape.Integer,
            (1, 0, 0) => MayGroup(p, p.AfterPoint) ? CellShape.PointThree : CellShape.PointDecimal,
            (0, 1, 0) => MayGroup(p, p.AfterComma) ? CellShape.CommaThree : CellShape.CommaDecimal,
            ( > 1, 0, 0) => p is { GroupsOfThree: true, AfterPoint: 3 } ? CellShape.PointGroups : CellShape.Text,
            (0, > 1, 0) => p is { GroupsOfThree: true, AfterComma: 3 } ? CellShape.CommaGroups : CellShape.Text,
            ( >= 1, 1, 0) => p is { GroupsOfThree: true, LastIsPoint: false } && p.AfterComma > 0 ? CellShape.PointGroupsCommaDecimal : CellShape.Text,
            (1, >= 1, 0) => p is { GroupsOfThree: true, LastIsPoint: true } && p.AfterPoint > 0 ? CellShape.CommaGroupsPointDecimal : CellShape.Text,
            (0, 0, _) => p.GroupsOfThree && p.Count == p.BeforeFirst + 3 * p.Blanks ? CellShape.BlankGroups : CellShape.Text,
            (0, 1, _) => p.GroupsOfThree && p.AfterComma > 0 ? CellShape.BlankGroupsCommaDecimal : CellShape.Text,
            (1, 0, _) => p.GroupsOfThree && p.AfterPoint > 0 ? CellShape.BlankGroupsPointDecimal : CellShape.Text,
            _ => CellShape.Text,
        };
        // (1, 1) may be of either kind; the switch took the first, so look again.
        if (shape == CellShape.Text && p is { Points: 1, Commas: 1, Blanks: 0, GroupsOfThree: true, LastIsPoint: true } && p.AfterPoint > 0) shape = CellShape.CommaGroupsPointDecimal;
        if (p.HasExponent && shape is not (CellShape.PointDecimal or CellShape.PointThree or CellShape.CommaDecimal or CellShape.CommaThree or CellShape.Code)) shape = CellShape.Text;
        if (p.LeadingZero && shape != CellShape.Code) shape = CellShape.Text;
        if (shape == CellShape.PointThree && p.HasExponent) shape = CellShape.PointDecimal;
        if (shape == CellShape.CommaThree && p.HasExponent) shape = CellShape.CommaDecimal;
        return shape != CellShape.Text;
    }

    // 0.123 and .123 are no groups, and neither is 1234.567.
    private static bool MayGroup(in Parts p, int after) => after == 3 && p.BeforeFirst is >= 1 and <= 3 && p.Count > 3 && !StartsWithZero(p);

    private static bool StartsWithZero(in Parts p) => p.LeadingZero || (p.BeforeFirst == 1 && p.Integer < 1000);
}
