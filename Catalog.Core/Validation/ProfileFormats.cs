using Catalog.Core.Dcat;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;
using Newtonsoft.Json.Linq;

namespace Catalog.Core.Validation;

/// <summary>
/// The string formats that the profile schemas name. Own ones, because the profiles' own rules matter here: dates
/// without an offset are accepted (every real portal writes them), and an empty string may stand for nothing.
/// </summary>
internal static class ProfileFormats
{
    public static JsonSchemaValidatorSettings Settings()
    {
        var settings = new JsonSchemaValidatorSettings();
        foreach (var format in All) settings.AddCustomFormatValidator(format);
        return settings;
    }

    private static readonly IFormatValidator[] All =
    [
        new Format("date-or-instant", ValidationErrorKind.DateExpected, DateOrInstant),
        new Format("date-or-instant-or-empty", ValidationErrorKind.DateExpected, s => s.Length == 0 || DateOrInstant(s)),
        new Format("partial-date-or-empty", ValidationErrorKind.DateExpected, s => s.Length == 0 || DcatDate.TryParse(s, out _)),
        new Format("interval-or-empty", ValidationErrorKind.DateExpected, s => s.Length == 0 || Interval(s)),
        new Format("absolute-uri", ValidationErrorKind.UriExpected, WebAddress.IsStrictUri),
        new Format("absolute-uri-or-empty", ValidationErrorKind.UriExpected, s => s.Length == 0 || WebAddress.IsStrictUri(s)),
        // The catalog's mailbox is only asked for an @; a dataset's for one whole address, blanks around it tolerated.
        new Format("mailbox-or-empty", ValidationErrorKind.EmailExpected, s => s.Length == 0 || s.Contains('@', StringComparison.Ordinal)),
        new Format("one-email-or-empty", ValidationErrorKind.EmailExpected, s => s.Length == 0 || EmailAddress.IsValid(s.Trim(' '))),
    ];

    /// <summary>A day, or an instant with T and seconds (RFC 3339 §5.6), its offset optional.</summary>
    private static bool DateOrInstant(string text) =>
        DcatDate.TryParse(text, out var date)
        && text.Length == text.AsSpan().Trim().Length
        && (date.Precision == DatePrecision.Day || (date.Precision == DatePrecision.Instant && text[10] is 'T' or 't' && text.Length >= 19 && text[16] == ':'));

    private static bool Interval(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? DateOrInstant(text) : DateOrInstant(text[..slash]) && DateOrInstant(text[(slash + 1)..]);
    }

    private sealed class Format(string name, ValidationErrorKind kind, Func<string, bool> accepts) : IFormatValidator
    {
        string IFormatValidator.Format => name;

        public ValidationErrorKind ValidationErrorKind => kind;

        public bool IsValid(string value, JTokenType tokenType) => accepts(value);
    }
}
