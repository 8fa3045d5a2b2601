using System.Globalization;
using System.Text;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>The lexical forms of JSON's values (JSON-LD 1.1 API §8.2.2, §8.6).</summary>
internal static class JsonLiterals
{
    public const string RdfJson = RdfNames.Rdf + "JSON";

    /// <summary>The lexical form of a value, and its datatype; null for a string without one.</summary>
    public static (string Text, string? Datatype) Of(JsonValue value, string? datatype)
    {
        if (datatype == "@json") return (CanonicalJson.Write(value), RdfJson);
        return value.Kind switch
        {
            JsonKind.True => ("true", datatype ?? RdfNames.XsdBoolean),
            JsonKind.False => ("false", datatype ?? RdfNames.XsdBoolean),
            JsonKind.Number => OfNumber(value.Text, datatype),
            _ => (value.Text, datatype),
        };
    }

    private static (string Text, string Datatype) OfNumber(string digits, string? datatype)
    {
        if (datatype != RdfNames.XsdDouble && Integer(digits) is { } integer) return (integer, datatype ?? RdfNames.XsdInteger);
        return (Double(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture)), datatype ?? RdfNames.XsdDouble);
    }

    /// <summary>
    /// The number as an integer; null when it has a fraction, or is 10^21 or more. Digits that are an integer as they
    /// stand keep their value beyond what a double can tell apart.
    /// </summary>
    private static string? Integer(string digits)
    {
        if (digits.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
        {
            if (digits.TrimStart('-').Length > 21) return null;
            return digits == "-0" ? "0" : digits;
        }
        var number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsInteger(number) || Math.Abs(number) >= 1e21) return null;
        return number == 0 ? "0" : number.ToString("F0", CultureInfo.InvariantCulture);
    }

    /// <summary>XSD's canonical form of a double, with 15 digits after the point at most.</summary>
    private static string Double(double number)
    {
        if (double.IsInfinity(number)) return number > 0 ? "INF" : "-INF";
        var text = number.ToString("E15", CultureInfo.InvariantCulture);
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = text[..exponent].TrimEnd('0');
        if (mantissa[^1] == '.') mantissa += "0";
        return mantissa + "E" + int.Parse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }
}
