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
        new("jefatura-gabinete", "Jefatura de Gabinete", "Office of the Chief of Cabinet")
        {
            Kind = SourceKind.None,
            Text = "Coordina a las secretarías y agencias.",
        },
        new("gobierno-abierto", "Subsecretaría de Gobierno Abierto", "Office for Open Government")
        {
            Parent = "jefatura-gabinete",
            Aliases = ["Jefatura de Gabinete. Subsecretaría de Gobierno Abierto", "Gobierno Abierto"],
            Text = "Participación, transparencia e integridad.",
            Cron = "0 0 4 * * ?",
            When = "Every night.",
            Datasets = Participation.Of(city),
        },
        new("hacienda", "Secretaría de Hacienda", "Department of Finance")
        {
            Aliases = ["Hacienda y Finanzas", "Municipalidad de Puerto Almendra. Secretaría de Hacienda"],
            Text = "Presupuesto, ingresos, deuda y compras de la ciudad.",
            Cron = "0 15 6 ? * MON-FRI",
            When = "On working days, after the accounts of the day before are closed.",
            Datasets = Treasury.Of(),
        },
    ];
}
