namespace Samples.Generator;

internal sealed record Sector(string Id, string Title, string English, string EuTheme, string[] SuperThemes, string[] Aliases);

/// <summary>
/// The sectors of the portal, and the themes by which departments call them. Only one sector takes each superTheme:
/// a record that says no more than SOCI is not therefore about gender.
/// </summary>
internal static class Sectors
{
    public static readonly Sector[] All =
    [
        new("urbanismo-y-territorio", "Urbanismo y territorio", "Urban planning and territory", "REGI", ["REGI"], ["obra-publica", "planeamiento"]),
        new("administracion-publica", "Administración pública", "Public administration", "GOVE", ["GOVE", "TECH", "INTR"], ["gobierno-abierto", "servicios-al-vecino"]),
        new("movilidad", "Movilidad", "Mobility", "TRAN", ["TRAN"], ["transporte"]),
        new("genero", "Género", "Gender", "SOCI", [], ["mujeres-y-diversidad"]),
        new("cultura-y-turismo", "Cultura y turismo", "Culture and tourism", "EDUC", [], ["patrimonio", "turismo"]),
        new("salud", "Salud", "Health", "HEAL", ["HEAL"], ["salud-publica"]),
        new("medioambiente", "Medioambiente", "Environment", "ENVI", ["ENVI", "ENER"], ["medio-ambiente", "higiene-urbana"]),
        new("economia-y-finanzas", "Economía y finanzas", "Economy and finance", "ECON", ["ECON", "AGRI"], ["presupuesto", "compras-publicas"]),
        new("desarrollo-humano", "Desarrollo humano", "Human development", "SOCI", ["SOCI"], ["poblacion", "politicas-sociales"]),
        new("covid-19", "COVID-19", "COVID-19", "HEAL", [], []),
        new("seguridad", "Seguridad y justicia", "Security and justice", "JUST", ["JUST"], ["justicia", "emergencias"]),
        new("educacion", "Educación", "Education", "EDUC", ["EDUC"], ["escuelas"]),
    ];

    /// <summary>What a theme is called in the taxonomies of the departments.</summary>
    public static string Label(string theme) =>
        All.FirstOrDefault(s => s.Id == theme)?.Title
        ?? (All.Any(s => s.Aliases.Contains(theme)) ? Aliased(theme) : throw new InvalidOperationException($"no sector takes the theme {theme}"));

    private static string Aliased(string theme) => theme switch
    {
        "obra-publica" => "Obra pública",
        "salud-publica" => "Salud pública",
        "compras-publicas" => "Compras públicas",
        "poblacion" => "Población",
        "politicas-sociales" => "Políticas sociales",
        _ => char.ToUpperInvariant(theme[0]) + theme[1..].Replace('-', ' '),
    };
}
