using System.Globalization;
using System.Text;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>JSON in its one canonical form (RFC 8785): the lexical form of an rdf:JSON literal.</summary>
internal static class CanonicalJson
{
    public static string Write(JsonValue value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    /// <summary>A number as ECMAScript writes it (RFC 8785 §3.2.2.3).</summary>
    public static string Number(double number)
    {
        if (number == 0) return "0";
        // The shortest digits that give the number back, and where the point stands among them.
        var text = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var end = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = end < 0 ? text : text[..end];
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        var point = (dot < 0 ? mantissa.Length : dot) - (all.Length - digits.Length)
            + (end < 0 ? 0 : int.Parse(text.AsSpan(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        digits = digits.TrimEnd('0');
        var exponent = point - 1;
        var body = point switch
        {
            > 0 and <= 21 when digits.Length <= point => digits + new string('0', point - digits.Length),
            > 0 and <= 21 => $"{digits[..point]}.{digits[point..]}",
            > -6 and <= 0 => "0." + new string('0', -point) + digits,
            _ => (digits.Length == 1 ? digits : $"{digits[..1]}.{digits[1..]}") + "e" + (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture),
        };
        return number < 0 ? "-" + body : body;
    }

    private static void Write(StringBuilder text, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Null: text.Append("null"); break;
            case JsonKind.True: text.Append("true"); break;
            case JsonKind.False: text.Append("false"); break;
            case JsonKind.String: WriteString(text, value.Text); break;
            case JsonKind.Number:
                var number = double.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
                // Beyond the range of a double there is no canonical form; the digits as they are lose nothing.
                text.Append(double.IsFinite(number) ? Number(number) : value.Text);
                break;
            case JsonKind.Array:
                text.Append('[');
                for (var i = 0; i < value.Items.Count; i++)
                {
                    if (i > 0) text.Append(',');
                    Write(text, value.Items[i]);
                }
                text.Append(']');
                break;
            default:
                text.Append('{');
                var first = true;
                foreach (var (name, member) in value.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    if (!first) text.Append(',');
                    first = false;
                    WriteString(text, name);
                    text.Append(':');
                    Write(text, member);
                }
                text.Append('}');
                break;
        }
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
                default: text.Append(c); break;
            }
        }
        text.Append('"');
    }
}
