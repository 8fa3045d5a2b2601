using Catalog.Core.Dcat;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Catalog.Core.Validation;

/// <summary>
/// A JSON Schema that records are held against, with errors turned into findings that a data officer can act on. Safe
/// for concurrent use.
/// </summary>
public sealed class ProfileSchema
{
    public static readonly Lazy<ProfileSchema> ArgentinaCatalog = Embedded("argentina-catalog");
    public static readonly Lazy<ProfileSchema> ArgentinaDataset = Embedded("argentina-dataset");
    public static readonly Lazy<ProfileSchema> DcatUsCatalog = Embedded("dcat-us-catalog");
    public static readonly Lazy<ProfileSchema> DcatUsDataset = Embedded("dcat-us-dataset");
    public static readonly Lazy<ProfileSchema> DataPackage = Embedded("data-package");

    private readonly JsonSchema _schema;
    private readonly JsonSchemaValidatorSettings _settings = ProfileFormats.Settings();
    private readonly string? _code;

    private ProfileSchema(JsonSchema schema, string? code)
    {
        _schema = schema;
        _code = code;
    }

    /// <summary>An officer's own schema, from a file; its violations carry the code <see cref="FindingCodes.PolicySchema"/>.</summary>
    /// <exception cref="SchemaUnreadableException">The file is missing or is no JSON Schema.</exception>
    public static ProfileSchema FromFile(string path)
    {
        try
        {
            return new(JsonSchema.FromJsonAsync(File.ReadAllText(path)).GetAwaiter().GetResult(), FindingCodes.PolicySchema);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new SchemaUnreadableException(path, e);
        }
    }

    /// <summary>A schema that stands in another document; null when it is none, or refers to anything outside itself.</summary>
    public static ProfileSchema? FromJson(string json)
    {
        try
        {
            // A stranger's schema must not make this program open addresses or files: it may refer to itself only.
            var references = JObject.Parse(json).DescendantsAndSelf().OfType<JProperty>().Where(member => member.Name == "$ref");
            if (references.Any(reference => reference.Value.Type != JTokenType.String || !((string)reference.Value!).StartsWith('#'))) return null;
            return new(JsonSchema.FromJsonAsync(json).GetAwaiter().GetResult(), code: null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// The schema of one object of a list, from a schema of the document that the list stands in, or of the object
    /// itself; null when it says nothing of them.
    /// </summary>
    /// <param name="member">Where the list stands: a member of the document, empty for the document, null for a text of many values.</param>
    public ProfileSchema? OfItems(string? member)
    {
        var document = _schema.ActualSchema;
        var list = string.IsNullOrEmpty(member) ? document : document.ActualProperties.GetValueOrDefault(member)?.ActualSchema;
        if (list?.Item is { } item) return new ProfileSchema(item.ActualSchema, _code);
        // A schema without any word of the list is meant for each object.
        var ofObject = list is null || list == document && !document.Type.HasFlag(JsonObjectType.Array);
        return ofObject ? new ProfileSchema(document, _code) : null;
    }

    public IReadOnlyList<Finding> Validate(ReadOnlySpan<byte> json)
    {
        // Dates stay the strings they are: what matters is how the source wrote them.
        using var reader = new PlainNumberReader(new StringReader(System.Text.Encoding.UTF8.GetString(json))) { DateParseHandling = DateParseHandling.None, MaxDepth = Limits.Default.MaxJsonDepth };
        var token = JToken.ReadFrom(reader);
        var errors = _schema.Validate(token, _settings);
        return errors.Count == 0 ? [] : [.. Flatten(errors).Select(error => ToFinding(error, token)).OfType<Finding>().DistinctBy(finding => (finding.Pointer, finding.Code))];
    }

    /// <summary>Integers beyond 64 bits as floating-point numbers: the validator breaks on the big ones that the reader makes of them.</summary>
    private sealed class PlainNumberReader(TextReader text) : JsonTextReader(text)
    {
        public override bool Read()
        {
            if (!base.Read()) return false;
            if (Value is System.Numerics.BigInteger big) SetToken(JsonToken.Float, (double)big, updateIndex: false);
            return true;
        }
    }

    /// <summary>The innermost errors: "no item of the list fits" says less than which item and why.</summary>
    private static IEnumerable<ValidationError> Flatten(IEnumerable<ValidationError> errors)
    {
        foreach (var error in errors)
        {
            var inner = error switch
            {
                MultiTypeValidationError multi => multi.Errors.Values.SelectMany(e => e).ToList(),
                ChildSchemaValidationError child => child.Errors.Values.SelectMany(e => e).ToList(),
                _ => [],
            };
            // Errors deeper down, or ones that are not merely "another type was possible", tell more than the outer one.
            // An item of a list has but one schema: what is wrong with it is the inner error, of whatever kind.
            var telling = error.Kind == ValidationErrorKind.ArrayItemNotValid ? inner : [.. inner.Where(e => e.Path != error.Path || !IsTypeError(e.Kind))];
            if (telling.Count == 0) yield return error;
            else
                foreach (var leaf in Flatten(telling)) yield return leaf;
        }
    }

    private static bool IsTypeError(ValidationErrorKind kind) => kind is ValidationErrorKind.StringExpected or ValidationErrorKind.NullExpected
        or ValidationErrorKind.ArrayExpected or ValidationErrorKind.ObjectExpected or ValidationErrorKind.IntegerExpected
        or ValidationErrorKind.NumberExpected or ValidationErrorKind.BooleanExpected or ValidationErrorKind.NoTypeValidates;

    private Finding? ToFinding(ValidationError error, JToken root)
    {
        var (pointer, member, token, holder) = SchemaPath.Find(root, error.Path);
        // That a text has no members follows from its being a text, which is a finding already.
        if (error.Kind == ValidationErrorKind.PropertyRequired && token is null && holder is not JObject) return null;
        var value = token switch
        {
            null => null,
            JValue { Type: JTokenType.String } text => (string?)text,
            _ => token.ToString(Formatting.None),
        };
        // An item of a list has only a number; its list has the name that an officer looks for.
        var name = error.Kind == ValidationErrorKind.PropertyRequired ? error.Property ?? member : member;
        var (code, spanish, english, hintSpanish, hintEnglish) = Explain(error.Kind, name, token, error.Schema?.ActualSchema);
        if (error.Kind == ValidationErrorKind.PropertyRequired) value = null;
        return FindingMessages.Make(_code ?? code, Severity.Error, pointer, value, spanish, english, hintSpanish, hintEnglish);
    }

    private static (string Code, string Es, string En, string HintEs, string HintEn) Explain(
        ValidationErrorKind kind, string name, JToken? token, JsonSchema? schema)
    {
        switch (kind)
        {
            case ValidationErrorKind.PropertyRequired:
                return (FindingCodes.RequiredProperty, $"Falta «{name}», que es obligatorio.", $"'{name}' is required and missing.",
                    $"Agregue «{name}» al registro.", $"Add '{name}' to the record.");
            case ValidationErrorKind.StringTooShort or ValidationErrorKind.TooFewItems:
                return (FindingCodes.EmptyValue, $"«{name}» está vacío.", $"'{name}' is empty.",
                    $"Complete «{name}».", $"Fill '{name}' in.");
            case ValidationErrorKind.StringTooLong when schema?.MaxLength == 0:
                return (FindingCodes.WrongType, $"«{name}» debe ser un número entero, no un texto.", $"'{name}' must be an integer, not text.",
                    "Quite las comillas.", "Remove the quotes.");
            case ValidationErrorKind.StringTooLong:
                var length = ((string?)token)?.Length ?? 0;
                return (FindingCodes.TooLong, Invariant($"«{name}» tiene {length} caracteres; el máximo es {schema?.MaxLength}."),
                    Invariant($"'{name}' has {length} characters; the maximum is {schema?.MaxLength}."),
                    "Acórtelo y lleve el detalle a la descripción.", "Shorten it and move the detail to the description.");
            case ValidationErrorKind.NotInEnumeration:
                return (FindingCodes.NotInList, $"«{name}» no es un código de la lista.", $"'{name}' is not a code of the list.",
                    "Valores admitidos: " + Allowed(schema), "Allowed: " + Allowed(schema));
            case ValidationErrorKind.PatternMismatch:
                return (FindingCodes.PatternMismatch, $"«{name}» no tiene la forma que pide el perfil.", $"'{name}' does not have the form that the profile asks for.",
                    Wording(schema, 0) ?? $"Forma esperada: {schema?.Pattern}", Wording(schema, 1) ?? $"Expected form: {schema?.Pattern}");
            case ValidationErrorKind.DateExpected:
                return (FindingCodes.BadDate, $"«{name}» no es una fecha ISO 8601.", $"'{name}' is not an ISO 8601 date.",
                    "Escriba AAAA-MM-DD o AAAA-MM-DDThh:mm:ss.", "Write YYYY-MM-DD or YYYY-MM-DDThh:mm:ss.");
            case ValidationErrorKind.UriExpected:
                return (FindingCodes.BadUrl, $"«{name}» no es una dirección web válida.", $"'{name}' is not a valid address.",
                    "Debe empezar con http:// o https:// y no llevar espacios: un espacio se escribe %20.",
                    "It must begin with http:// or https:// and have no blanks: a blank is written %20.");
            case ValidationErrorKind.EmailExpected:
                return (FindingCodes.BadEmail, $"«{name}» no es una dirección de correo.", $"'{name}' is not an e-mail address.",
                    "Escriba una sola dirección, como datos@ejemplo.gob.ar.", "Write one address, such as data@example.org.");
            case var _ when IsTypeError(kind):
                return (FindingCodes.WrongType, $"«{name}» es {Kind(token, spanish: true)}; el perfil admite {Types(schema, spanish: true)}.",
                    $"'{name}' is {Kind(token, spanish: false)}; the profile allows {Types(schema, spanish: false)}.", "", "");
            default:
                return (FindingCodes.SchemaViolation, $"«{name}» no cumple el esquema ({kind}).", $"'{name}' breaks the schema ({kind}).", "", "");
        }
    }

    /// <summary>The schemas of this program say in their description what a pattern asks for: in Spanish || in English.</summary>
    private static string? Wording(JsonSchema? schema, int language) =>
        schema?.Description?.Split(" || ") is { Length: 2 } wordings ? wordings[language] : null;

    private static string Allowed(JsonSchema? schema) =>
        schema is null ? "" : string.Join(", ", schema.Enumeration.Select(v => v?.ToString()).Where(v => v is not null && v == v.ToUpperInvariant()).DefaultIfEmpty(string.Join(", ", schema.Enumeration)));

    private static string Kind(JToken? token, bool spanish) => (token?.Type, spanish) switch
    {
        (JTokenType.Object, true) => "un objeto",
        (JTokenType.Object, false) => "an object",
        (JTokenType.Array, true) => "una lista",
        (JTokenType.Array, false) => "a list",
        (JTokenType.String, true) => "un texto",
        (JTokenType.String, false) => "text",
        (JTokenType.Boolean, true) => "verdadero o falso",
        (JTokenType.Boolean, false) => "true or false",
        (JTokenType.Null, true) => "nulo",
        (JTokenType.Null, false) => "null",
        (_, true) => "un número",
        (_, false) => "a number",
    };

    private static string Types(JsonSchema? schema, bool spanish)
    {
        var type = schema?.Type ?? JsonObjectType.None;
        var names = new List<string>();
        if (type.HasFlag(JsonObjectType.String)) names.Add(spanish ? "un texto" : "text");
        if (type.HasFlag(JsonObjectType.Array)) names.Add(spanish ? "una lista" : "a list");
        if (type.HasFlag(JsonObjectType.Object)) names.Add(spanish ? "un objeto" : "an object");
        if (type.HasFlag(JsonObjectType.Integer)) names.Add(spanish ? "un número entero" : "an integer");
        if (type.HasFlag(JsonObjectType.Number)) names.Add(spanish ? "un número" : "a number");
        if (type.HasFlag(JsonObjectType.Null)) names.Add(spanish ? "nada" : "nothing");
        return names.Count == 0 ? (spanish ? "otra cosa" : "something else") : string.Join(spanish ? " o " : " or ", names);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static Lazy<ProfileSchema> Embedded(string name) => new(() =>
    {
        using var stream = typeof(ProfileSchema).Assembly.GetManifestResourceStream($"Catalog.Core.Validation.Schemas.{name}.schema.json")!;
        using var reader = new StreamReader(stream);
        return new ProfileSchema(JsonSchema.FromJsonAsync(reader.ReadToEnd()).GetAwaiter().GetResult(), code: null);
    });
}
