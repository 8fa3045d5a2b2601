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
        new("desarrollo-urbano", "Secretaría de Desarrollo Urbano", "Department of Urban Development")
        {
            Aliases = ["Desarrollo Urbano", "Secretaría de Planeamiento"],
            Text = "Planeamiento, catastro y permisos de obra.",
            Cron = "0 45 3 ? * TUE",
            When = "Every Tuesday: boundaries and registers change slowly.",
            Datasets = Planning.Of(city),
        },
        new("movilidad", "Agencia de Movilidad", "Mobility Agency")
        {
            Kind = SourceKind.DcatUs,
            Aliases = ["Agencia de Movilidad de Puerto Almendra", "Transporte"],
            Text = "Transporte público, tránsito y bicicletas.",
            Cron = "0 10 0/6 * * ?",
            When = "Every six hours. Its software speaks DCAT-US 1.1.",
            Datasets = Mobility.Of(city),
        },
        new("atencion-ciudadana", "Dirección de Atención Ciudadana", "Citizen Services")
        {
            Parent = "jefatura-gabinete",
            Aliases = ["Jefatura de Gabinete. Dirección de Atención Ciudadana", "147"],
            Text = "El 147 y las sedes de las comunas.",
            Cron = "0 20 2 * * ?",
            When = "Every night, after the day's requests are closed.",
            Datasets = ServiceRequests.Of(city),
        },
    ];
}
