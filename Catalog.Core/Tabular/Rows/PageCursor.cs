using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// Where a page ended, as a token that only we read. It names the version of the table, so that turning pages goes on in
/// the rows where it began, whatever is published meanwhile.
/// </summary>
public sealed record PageCursor
{
    /// <summary>Characters of a token. 16 Ki: some keys of long texts; a server takes no longer address.</summary>
    private const int MaxLength = 16 * 1024;

    public required int Version { get; init; }

    /// <summary>Of the query, so that a cursor is not taken to another.</summary>
    public required string Query { get; init; }

    /// <summary>Rows of the whole answer, counted once, with the first page.</summary>
    public required long Total { get; init; }

    public required PagePlace Place { get; init; }

    public string Write()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            json.WriteNumberValue(Version);
            json.WriteStringValue(Query);
            json.WriteNumberValue(Total);
            foreach (var value in Place.Values)
                switch (value)
                {
                    case null: json.WriteNullValue(); break;
                    case bool truth: json.WriteBooleanValue(truth); break;
                    case long whole: json.WriteNumberValue(whole); break;
                    // A double is an array of its text, so that it stays one: 3 is another value than 3.0.
                    case double number: json.WriteStartArray(); json.WriteStringValue(number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)); json.WriteEndArray(); break;
                    default: json.WriteStringValue((string)value); break;
                }
            json.WriteEndArray();
        }
        return Base64Url.EncodeToString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>The token's content, or null when it is none of ours.</summary>
    public static PageCursor? Read(string token)
    {
        if (token.Length > MaxLength || !Base64Url.IsValid(token)) return null;
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(token));
            var items = json.RootElement.EnumerateArray().ToList();
            return new PageCursor
            {
                Version = items[0].GetInt32(),
                Query = items[1].GetString()!,
                Total = items[2].GetInt64(),
                Place = new PagePlace([.. items.Skip(3).Select(Value)]),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            // Whoever writes tokens by hand gets to see that this is none.
            return null;
        }
    }

    /// <summary>The name of a statement: which file, what of it, in which order.</summary>
    internal static string NameOf(Statement statement)
    {
        var text = new StringBuilder(statement.Sql);
        foreach (var parameter in statement.Parameters) text.Append('\0').Append(parameter.GetType().Name).Append('\0').Append(System.Globalization.CultureInfo.InvariantCulture, $"{parameter}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    /// <summary>Whether the values are such as the keys have; a token from another hand may hold anything.</summary>
    internal bool Fits(IReadOnlyList<OrderKey> keys) => Place.IsRowOf(keys) ||
        Place.Values.Count == keys.Count && keys.Zip(Place.Values).All(pair => pair.Second is null || Fits(pair.First.Column, pair.Second));

    private static bool Fits(ResultColumn column, object value) => value switch
    {
        long => !column.Digits && column.Type is StoredType.Integer,
        double => !column.Digits && column.Type is StoredType.Number,
        bool => column.Type == StoredType.Boolean,
        string text => column.Digits
            ? decimal.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out _)
            : column.Type == StoredType.Text || (column.Type is StoredType.Date or StoredType.Time or StoredType.Timestamp or StoredType.Instant && QueryValues.Parse(column.Type, text) is not null),
        _ => false,
    };

    private static object? Value(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => item.GetInt64(),
        JsonValueKind.Array => double.Parse(item[0].GetString()!, System.Globalization.CultureInfo.InvariantCulture),
        _ => item.GetString(),
    };
}
