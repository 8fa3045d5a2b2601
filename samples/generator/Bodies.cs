using Samples.Generator.Themes;

namespace Samples.Generator;

/// <summary>Who publishes what, in the order of the config.</summary>
internal static class Bodies
{
    public static IReadOnlyList<Body> Of(City city) =>
    [
        new("municipalidad", "Municipalidad de Puerto Almendra", "City of Puerto Almendra")
        {
            Kind = SourceKind.None,
            Parent = null,
            Aliases = ["Ciudad de Puerto Almendra", "Gobierno de Puerto Almendra", "MPA"],
            Text = "El gobierno ejecutivo de una ciudad inventada.",
        },
        new("obras-publicas", "Secretaría de Obras Públicas", "Department of Public Works")
        {
            Aliases = ["Municipalidad de Puerto Almendra. Secretaría de Obras Públicas", "Obras Públicas", "SOP"],
            Text = "Proyecta, contrata y controla las obras de la ciudad.",
            Cron = "0 30 3 * * ?",
            When = "Every night: works are certified daily.",
            Datasets = Works.Of(city),
        },
    ];
}
