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
        new("seguridad", "Secretaría de Seguridad Ciudadana", "Department of Public Safety")
        {
            Aliases = ["Seguridad Ciudadana", "Seguridad y Emergencias"],
            Text = "Bomberos, defensa civil y centro de monitoreo.",
            Cron = "0 25 4 * * ?",
            When = "Every night.",
            Datasets = Safety.Of(city),
        },
        new("desarrollo-humano", "Secretaría de Desarrollo Humano", "Department of Human Development")
        {
            Aliases = ["Desarrollo Humano, Género y Diversidad", "Desarrollo Social"],
            Text = "Programas sociales, primera infancia y políticas de género.",
            Cron = "0 35 4 ? * MON,THU",
            When = "Twice a week.",
            Datasets = Social.Of(city),
        },
        new("estadistica", "Instituto de Estadística", "Institute of Statistics")
        {
            Parent = "hacienda",
            Aliases = ["Estadísticas y Censos de Puerto Almendra", "Secretaría de Hacienda. Instituto de Estadística"],
            Text = "Población, precios, trabajo y hogares.",
            Cron = "0 5 17 * * ?",
            When = "Every day at five past five in the afternoon, after the press release.",
            Datasets = Figures.Statistics(city),
        },
        new("concejo-deliberante", "Concejo Deliberante de Puerto Almendra", "City Council")
        {
            Branch = "legislature",
            Parent = null,
            Aliases = ["Concejo Deliberante", "HCD"],
            Text = "Ordenanzas, votaciones y sesiones.",
            Cron = "0 30 6 ? * FRI",
            When = "Every Friday, after the session of Thursday.",
            Datasets = Figures.Council(city),
        },
        new("consejo-magistratura", "Consejo de la Magistratura de Puerto Almendra", "Council of the Judiciary")
        {
            Branch = "judiciary",
            Parent = null,
            Aliases = ["Consejo de la Magistratura"],
            Text = "Administra los juzgados y selecciona a sus jueces.",
            Cron = "0 0 5 ? * MON",
            When = "Every Monday. What a court publishes changes only on purpose: broken records are held, and nothing is removed unasked.",
            Datasets = Courts.Council(),
        },
        new("ministerio-publico-fiscal", "Ministerio Público Fiscal de Puerto Almendra", "Public Prosecutor's Office")
        {
            Branch = "judiciary",
            Parent = null,
            Aliases = ["Ministerio Público Fiscal", "MPF"],
            Text = "Investiga los delitos y las contravenciones.",
            Cron = "0 10 5 11 * ?",
            When = "On the eleventh of every month, a day after the figures are closed.",
            Datasets = Courts.Prosecutors(city),
        },
        new("tribunal-superior", "Tribunal Superior de Justicia de Puerto Almendra", "High Court of Justice")
        {
            Branch = "judiciary",
            Parent = null,
            Aliases = ["Tribunal Superior de Justicia", "TSJ"],
            Text = "La última instancia de la justicia de la ciudad.",
            Cron = "0 20 5 ? * SAT",
            When = "Every Saturday, when the week's rulings are out.",
            Datasets = Courts.HighCourt(),
        },
    ];
}
