using Samples.Generator.Themes;
using Environment = Samples.Generator.Themes.Environment;

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
        new("educacion", "Secretaría de Educación", "Department of Education")
        {
            Kind = SourceKind.Config,
            Aliases = ["Educación", "Secretaría de Cultura y Educación"],
            Text = "Escuelas, matrícula y comedores.",
            Cron = "0 0 7 ? * MON",
            When = "Every Monday. This department has spreadsheets and no catalog, so its datasets are described here.",
            Datasets = Education.Of(city),
        },
        new("salud", "Secretaría de Salud", "Department of Health")
        {
            Aliases = ["Salud", "Municipalidad de Puerto Almendra. Secretaría de Salud"],
            Text = "Hospitales, centros de salud, vacunas y vigilancia epidemiológica.",
            Cron = "0 40 4 * * ?",
            When = "Every night.",
            Datasets = Health.Of(city),
        },
        new("ambiente", "Agencia de Protección Ambiental", "Environmental Protection Agency")
        {
            Kind = SourceKind.Packages,
            Aliases = ["APA", "Agencia Ambiental"],
            Text = "Aire, agua, ruido, árboles y residuos.",
            Cron = "0 5 * * * ?",
            When = "Five minutes past every hour, when the stations have reported.",
            Datasets = Environment.Of(city),
        },
        new("cultura-turismo", "Ente de Turismo y Cultura", "Tourism and Culture Board")
        {
            Kind = SourceKind.Packages,
            Aliases = ["ENTUR Puerto Almendra", "Ente de Turismo"],
            Text = "Museos, bibliotecas, agenda y temporada turística.",
            Cron = "0 50 5 ? * FRI",
            When = "Every Friday, before the weekend's agenda.",
            Datasets = Culture.Of(city),
        },
    ];
}
