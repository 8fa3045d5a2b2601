using System.Globalization;
using System.Text;

namespace Catalog.Core.Tabular.Profiling;

/// <summary>What the name of a column says about its values: a hint where figures alone leave a choice.</summary>
public sealed class NameWords
{
    // Numbers nobody adds up.
    private static readonly string[] Codes =
    [
        "telefono", "telefonos", "tel", "phone", "celular", "movil", "fax", "interno", "postal", "cp", "cpa", "zip", "zipcode", "postcode", "cuit", "cuil", "cdi", "dni", "documento",
        "expediente", "cbu", "isbn", "issn", "ean", "nif", "siren", "siret", "insee", "iban", "pasaporte", "matricula", "patente", "partida",
    ];

    private static readonly string[] Keys = ["id", "cod", "codigo", "code", "clave", "key", "nro", "num", "numero", "number"];
    private static readonly string[] KeyBeginnings = ["num", "nro", "cod"];
    private static readonly string[] Years = ["año", "anio", "ano", "year", "ejercicio", "yr", "anno", "annee"];
    private static readonly string[] Dates = ["fecha", "date", "dia", "day", "datum", "fec"];
    private static readonly string[] Flags = ["activo", "activa", "active", "habilitado", "habilitada", "vigente", "flag", "bool", "boolean"];
    private static readonly string[] FlagBeginnings = ["es", "is", "has", "tiene", "posee", "flag", "ind"];
    private static readonly string[] Latitudes = ["lat", "latitud", "latitude"];
    private static readonly string[] Longitudes = ["lon", "lng", "long", "longitud", "longitude"];

    private readonly string[] _words;

    public NameWords(string name)
    {
        _words = Split(name);
    }

    public bool SaysCode => Has(Codes);

    public bool SaysKey => Has(Keys) || Array.Exists(_words, word => KeyBeginnings.Any(beginning => word.StartsWith(beginning, StringComparison.Ordinal)));

    /// <summary>Whether "año" stands in it; "ano" counts because accents get lost on the way.</summary>
    public bool SaysYear => Has(Years);

    public bool SaysDate => Has(Dates);

    public bool SaysFlag => Has(Flags) || (_words.Length > 1 && FlagBeginnings.Contains(_words[0]));

    public bool SaysLongitudeFirst => Array.FindIndex(_words, word => Longitudes.Contains(word)) is var lon and >= 0 && (Array.FindIndex(_words, word => Latitudes.Contains(word)) is var lat && (lat < 0 || lon < lat));

    public bool Has(ReadOnlySpan<string> words)
    {
        foreach (var word in _words)
            if (words.Contains(word)) return true;
        return false;
    }

    /// <summary>Lower case, without accents but the one of ñ, cut at what is no letter and where small letters meet capitals.</summary>
    private static string[] Split(string name)
    {
        var plain = new StringBuilder();
        var previous = '\0';
        foreach (var c in name.Normalize(NormalizationForm.FormC))
        {
            if (char.IsUpper(c) && char.IsLower(previous)) plain.Append(' ');
            previous = c;
            var lower = char.ToLowerInvariant(c);
            if (lower == 'ñ') plain.Append('ñ');
            else plain.Append(char.IsLetter(lower) ? Bare(lower) : ' ');
        }
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static char Bare(char c)
    {
        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return CharUnicodeInfo.GetUnicodeCategory(parts[0]) == UnicodeCategory.NonSpacingMark ? c : parts[0];
    }
}
