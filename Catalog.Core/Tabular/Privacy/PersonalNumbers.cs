namespace Catalog.Core.Tabular.Privacy;

/// <summary>Whose number a CUIT or CUIL is.</summary>
public enum CuitHolder
{
    /// <summary>No such number: the length, the prefix or the check digit is wrong.</summary>
    None,
    Person,
    Company,
}

/// <summary>Numbers that identify somebody, told by their check digits.</summary>
public static class PersonalNumbers
{
    private static ReadOnlySpan<byte> CuitWeights => [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>Eleven digits, perhaps as 20-12345678-9. The prefix says who: 20, 23, 24, 25, 26, 27 persons, 30, 33, 34 companies (AFIP).</summary>
    public static CuitHolder HolderOf(ReadOnlySpan<char> text)
    {
        Span<byte> digits = stackalloc byte[11];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (count == 11) return CuitHolder.None;
                digits[count++] = (byte)(c - '0');
            }
            else if (c is not ('-' or '.' or ' ' or '/') || count is not (2 or 10))
            {
                return CuitHolder.None;
            }
        }
        if (count != 11) return CuitHolder.None;
        var sum = 0;
        for (var i = 0; i < 10; i++) sum += digits[i] * CuitWeights[i];
        var check = (11 - sum % 11) % 11;
        if (check != digits[10]) return CuitHolder.None;
        return (digits[0] * 10 + digits[1]) switch
        {
            20 or 23 or 24 or 25 or 26 or 27 => CuitHolder.Person,
            30 or 33 or 34 => CuitHolder.Company,
            _ => CuitHolder.None,
        };
    }

    /// <summary>13 to 19 digits of a known network whose last is the check digit (ISO/IEC 7812-1, annex B).</summary>
    public static bool IsCard(ReadOnlySpan<char> text)
    {
        var (sum, count, first, second) = (0, 0, 0, 0);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var c = text[i];
            if (c is ' ' or '-') continue;
            if (!char.IsAsciiDigit(c) || count == 19) return false;
            var digit = c - '0';
            (first, second) = (digit, first);
            if (count++ % 2 == 1 && (digit *= 2) > 9) digit -= 9;
            sum += digit;
        }
        // 34, 37 American Express; 36, 38 Diners; 4 Visa; 51 to 55 and 22 to 27 Mastercard; 50, 56 to 69 Maestro, Cabal, Discover.
        return count is >= 13 and <= 19 && sum % 10 == 0 && (first is 4 or 5 or 6 || (first == 3 && second is 4 or 6 or 7 or 8) || (first == 2 && second is >= 2 and <= 7));
    }

    /// <summary>Seven or eight digits, perhaps as 12.345.678: what a DNI looks like, and many other numbers too.</summary>
    public static bool LooksLikeDni(ReadOnlySpan<char> text)
    {
        var digits = 0;
        long value = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                if (++digits > 8) return false;
                value = value * 10 + (text[i] - '0');
            }
            else if (text[i] != '.' || i == 0 || (text.Length - i) % 4 != 0)
            {
                return false;
            }
        }
        return digits >= 7 && value is >= 1_000_000 and < 99_999_999;
    }

    /// <summary>Eight to thirteen digits with what people put between them: (011) 4321-5678, +54 9 11 1234 5678.</summary>
    public static bool LooksLikePhone(ReadOnlySpan<char> text)
    {
        if (text.Length is < 8 or > 24) return false;
        var (digits, marks) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c)) digits++;
            else if (c is ' ' or '-' or '(' or ')' || (c == '+' && i == 0)) marks++;
            else return false;
        }
        return digits is >= 8 and <= 13 && marks <= 6;
    }
}
