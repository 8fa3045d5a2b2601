using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

/// <summary>The judiciary: council, prosecutors and the highest court, each with a catalog of its own.</summary>
internal static class Courts
{
    private static readonly string[] Forums = ["Contencioso administrativo", "Penal y contravencional", "Relaciones de consumo", "Familia"];

    public static DatasetDraft[] Council()
    {
        var cases = Table.Of("causas-por-juzgado", """
            anio integer: Año
            trimestre integer: Trimestre
            fuero string: Fuero
            juzgado string: Juzgado
            causas_inicio integer causas: En trámite al comenzar
            ingresadas integer causas: Ingresadas
            resueltas integer causas: Resueltas
            causas_cierre integer causas: En trámite al cerrar
            tasa_resolucion number %: Resueltas sobre ingresadas
            """, (t, rng) =>
        {
            foreach (var forum in Forums)
                for (var court = 1; court <= 4; court++)
                {
                    var open = rng.Int(380, 900);
                    for (var quarter = 0; quarter < 15; quarter++)
                    {
                        var filed = rng.Count(230, 34);
                        var resolved = Math.Min(open + filed, rng.Count(222, 38));
                        t.Add(2023 + (quarter / 4), (quarter % 4) + 1, forum, $"Juzgado {forum} N° {court}", open, filed, resolved, open + filed - resolved,
                            decimal.Round(100m * resolved / filed, 1));
                        open += filed - resolved;
                    }
                }
        }).SortedBy("anio", "trimestre", "fuero", "juzgado");
        return
        [
            DatasetDraft.Of("""
                causas-por-juzgado
                Causas ingresadas y resueltas por juzgado
                Movimiento trimestral de cada juzgado. Lo que queda en trámite al cierre de un trimestre es lo que abre el siguiente.
                JUST | justicia | R/P3M | 2023-05-04 | 2026-10-22 | 2023-01-01/2026-09-30
                causas, juzgados, estadísticas judiciales, tasa de resolución
                """, cases.Csv("Movimiento por juzgado"), cases.Xlsx("Movimiento por juzgado, planilla")),
            DatasetDraft.Of("""
                concursos-magistrados
                Concursos para cubrir cargos de la magistratura
                Concursos abiertos y terminados, con la cantidad de inscriptos por género y la etapa en que está cada uno.
                JUST GOVE | justicia mujeres-y-diversidad | R/P3M | 2023-05-04 | 2026-09-28 | 2019-01-01/2026-09-15
                concursos, magistratura, jueces, selección
                """,
                Table.Of("concursos-magistrados", """
                    concurso string: Número de concurso
                    cargo string: Cargo que se concursa
                    fuero string: Fuero
                    fecha_apertura date: Apertura de la inscripción
                    inscriptas integer personas: Mujeres inscriptas
                    inscriptos integer personas: Varones inscriptos
                    etapa string: Etapa en la que está
                    """, 74, (rng, i) =>
                {
                    var opened = Day(2019, 2, 1).AddDays(i * 37);
                    return [$"{i + 1}/{opened.Year}", rng.Any("Juez", "Juez", "Fiscal", "Defensor"), rng.Pick(Forums), opened, rng.Int(8, 60), rng.Int(8, 60),
                        opened.Year < 2025 ? "Terminado" : rng.Any("Antecedentes", "Oposición", "Entrevistas")];
                }).Csv("Concursos")),
            DatasetDraft.Of("""
                duracion-procesos
                Duración de los procesos por fuero
                Días desde el inicio hasta la sentencia de las causas resueltas cada año: la mediana y los cuartiles.
                JUST | justicia | R/P1Y | 2024-02-19 | 2026-03-03 | 2019-01-01/2025-12-31
                duración, procesos judiciales, sentencias
                """,
                Table.Of("duracion-procesos", """
                    anio integer: Año de la sentencia
                    fuero string: Fuero
                    tipo_proceso string: Tipo de proceso
                    causas integer causas: Causas resueltas
                    dias_p25 integer días: Un cuarto tardó menos
                    dias_mediana integer días: La mitad tardó menos
                    dias_p75 integer días: Tres cuartos tardaron menos
                    """, (t, rng) =>
                {
                    for (var year = 2019; year <= 2025; year++)
                        foreach (var forum in Forums)
                            foreach (var (kind, mean) in new[] { ("Ordinario", 620), ("Amparo", 95), ("Ejecución", 310), ("Cautelar", 30) })
                            {
                                var median = rng.Count(mean, mean * 0.1);
                                t.Add(year, forum, kind, rng.Int(40, 460), median * rng.Int(48, 70) / 100, median, median * rng.Int(135, 190) / 100);
                            }
                }).Csv("Duración por fuero y tipo")),
        ];
    }

    public static DatasetDraft[] Prosecutors(City city) =>
    [
        DatasetDraft.Of("""
            casos-fiscalias
            Casos ingresados y archivados por fiscalía
            Casos que recibió cada fiscalía por mes y cómo salieron: con acusación, con acuerdo o archivados.
            JUST | justicia | R/P1M | 2023-09-11 | 2026-11-10 | 2024-01-01/2026-10-31
            fiscalías, casos penales, estadísticas
            """,
            Table.Of("casos-fiscalias", """
                mes date: Primer día del mes
                fiscalia string: Fiscalía
                ingresados integer casos: Casos que entraron
                con_acusacion integer casos: Llegaron a juicio
                con_acuerdo integer casos: Terminaron con un acuerdo o una suspensión
                archivados integer casos: Archivados
                en_investigacion integer casos: Siguen en investigación; las cuatro salidas suman los ingresados
                """, (t, rng) =>
            {
                foreach (var month in Months(2024, 1, 34))
                    for (var office = 1; office <= 9; office++)
                    {
                        var filed = rng.Count(150 + (office * 4), 18);
                        var (charged, agreed, shelved) = (filed * rng.Int(8, 17) / 100, filed * rng.Int(10, 22) / 100, filed * rng.Int(30, 46) / 100);
                        t.Add(month, $"Fiscalía N° {office}", filed, charged, agreed, shelved, filed - charged - agreed - shelved);
                    }
            }).Csv("Casos por fiscalía")),
        DatasetDraft.Of("""
            denuncias-por-canal
            Denuncias recibidas por canal y delito
            Por dónde llegan las denuncias al Ministerio Público: en persona, por teléfono, por la web o por la policía.
            JUST | justicia | R/P1M | 2023-09-11 | 2026-11-10 | 2025-01-01/2026-10-31
            denuncias, delitos, acceso a la justicia
            """,
            Table.Of("denuncias-por-canal", """
                mes date: Primer día del mes
                canal string: Canal
                delito string: Delito o contravención
                denuncias integer denuncias: Denuncias
                """, (t, rng) =>
            {
                foreach (var month in Months(2025, 1, 22))
                    foreach (var channel in new[] { "Presencial", "Teléfono", "Web", "Policía" })
                        foreach (var crime in new[] { "Hurto", "Robo", "Amenazas", "Daños", "Estafa", "Ruidos molestos", "Violencia familiar" })
                            t.Add(month, channel, crime, rng.Count(channel == "Policía" ? 46 : 21, 8));
            }).Csv("Denuncias por mes")),
        DatasetDraft.Of("""
            atencion-victimas
            Acompañamiento a víctimas y testigos
            Personas acompañadas por el equipo de asistencia, según el delito, la comuna y el tipo de intervención.
            JUST SOCI | justicia | R/P3M | 2024-06-24 | 2026-10-08 | 2025-01-01/2026-09-30
            víctimas, testigos, asistencia
            """,
            Table.Of("atencion-victimas", """
                trimestre date: Primer día del trimestre
                comuna integer: Comuna de residencia
                intervencion string: Tipo de intervención
                mujeres integer personas: Mujeres
                varones integer personas: Varones
                total integer personas: Suma de ambos
                """, (t, rng) =>
            {
                foreach (var quarter in Months(2025, 1, 21).Where(m => m.Month % 3 == 1))
                    foreach (var comuna in city.Comunas)
                        foreach (var what in new[] { "Entrevista", "Medida de protección", "Acompañamiento a juicio" })
                        {
                            var (women, men) = (rng.Int(5, 44), rng.Int(2, 20));
                            t.Add(quarter, comuna.Number, what, women, men, women + men);
                        }
            }).Csv("Personas acompañadas")),
    ];

    public static DatasetDraft[] HighCourt()
    {
        var rulings = Table.Of("sentencias", """
            expediente string: Número de expediente
            fecha date: Día de la sentencia
            caratula string: Carátula anonimizada
            materia string: Materia
            tipo_recurso string: Por qué vía llegó
            resultado string: Qué se resolvió
            votos string: Unanimidad o mayoría
            dias_tramite integer días: Días desde el ingreso al tribunal
            enlace string: Dirección del texto completo
            """, 430, (rng, i) =>
        {
            var day = rng.Date(Day(2022, 2, 7), Day(2026, 10, 30));
            var number = 15_000 + i;
            return [$"{number}/{day.Year - 2000}", day, $"N.N. c/ Municipalidad s/ {rng.Any("amparo", "empleo público", "habilitación", "tasas", "vivienda")}",
                rng.Pick(Forums), rng.Any("Recurso de inconstitucionalidad", "Queja", "Queja", "Acción declarativa", "Competencia originaria"),
                rng.Any("Rechaza", "Rechaza", "Hace lugar", "Hace lugar parcialmente", "Declara abstracto"), rng.Any("Unanimidad", "Mayoría"), rng.Int(60, 560),
                $"https://tsj.puertoalmendra.example/sentencias/{number}"];
        }).SortedBy("fecha", "expediente");
        return
        [
            DatasetDraft.Of("""
                sentencias
                Sentencias del Tribunal Superior
                Índice de las sentencias dictadas desde 2022 con su resultado, sus votos y el enlace al texto. Las carátulas están anonimizadas.
                JUST | justicia | R/P1W | 2023-03-20 | 2026-11-13 | 2022-02-07/2026-10-30
                sentencias, jurisprudencia, tribunal superior, fallos
                """, rulings.Csv("Índice de sentencias"), rulings.JsonFile("Índice de sentencias, JSON")),
            DatasetDraft.Of("""
                acordadas
                Acordadas y resoluciones del Tribunal
                Normas internas que dicta el Tribunal sobre su organización, sus plazos y su presupuesto.
                JUST GOVE | justicia administracion-publica | eventual | 2023-03-20 | 2026-09-04 | 2015-01-01/2026-08-31
                acordadas, normas, reglamento
                """,
                Table.Of("acordadas", """
                    numero string: Número de acordada
                    fecha date: Día en que se dictó
                    asunto string: Asunto
                    vigente string: SI cuando rige
                    """, 190, (rng, i) =>
                {
                    var day = Day(2015, 2, 3).AddDays((i * 22) + rng.Int(0, 12));
                    return [$"{(i % 16) + 1}/{day.Year}", day,
                        rng.Any("Feria judicial", "Plazos procesales", "Expediente electrónico", "Presupuesto", "Concursos internos", "Protocolo de audiencias"),
                        rng.Chance(0.7) ? "SI" : "NO"];
                }).Csv("Acordadas desde 2015")),
            DatasetDraft.Of("""
                audiencias-publicas
                Audiencias públicas del Tribunal
                Audiencias convocadas en los casos de competencia originaria, con las personas y organizaciones que hablaron.
                JUST | justicia | R/P6M | 2024-08-12 | 2026-08-10 | 2018-01-01/2026-07-31
                audiencias públicas, amigos del tribunal, participación
                """,
                Table.Of("audiencias-publicas", """
                    fecha date: Día de la audiencia
                    tema string: Norma o tema en discusión
                    oradores integer personas: Personas que hablaron
                    organizaciones integer: Organizaciones que se presentaron
                    transmision string: SI cuando se transmitió en vivo
                    """, 56, (rng, i) =>
                [
                    Day(2018, 3, 14).AddDays(i * 54),
                    rng.Any("Código urbanístico", "Ordenanza de ruidos", "Uso de la costa", "Acceso a la información", "Tasa de alumbrado"),
                    rng.Int(3, 26), rng.Int(0, 9), i > 14 ? "SI" : "NO",
                ]).Csv("Audiencias desde 2018")),
        ];
    }
}
