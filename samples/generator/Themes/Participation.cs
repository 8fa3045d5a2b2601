using System.Text.Json.Nodes;
using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

/// <summary>Open government: what was proposed, promised, asked and said.</summary>
internal static class Participation
{
    private static readonly (string Category, string[] Ideas)[] Ideas =
    [
        ("Plazas y parques", ["Juegos inclusivos en la plaza", "Sombra y bancos en el paseo", "Huerta comunitaria", "Bebederos en el parque"]),
        ("Movilidad y tránsito", ["Cruce seguro frente a la escuela", "Bicicletero en la estación", "Reductores de velocidad", "Refugio en la parada"]),
        ("Cultura", ["Taller de radio barrial", "Cine al aire libre", "Mural de los pescadores", "Biblioteca rodante"]),
        ("Deportes y calidad de vida", ["Cancha iluminada", "Gimnasio al aire libre", "Pista de patín", "Escuelita de remo"]),
        ("Reciclado", ["Punto verde en el barrio", "Compostera vecinal", "Recolección de aceite usado"]),
        ("Mascotas", ["Canil en la plaza", "Jornadas de castración", "Bebederos para perros"]),
        ("Educación", ["Apoyo escolar por la tarde", "Aula de tecnología", "Curso de oficios navales"]),
        ("Ferias y mercados", ["Feria de productores", "Mercado de pescado fresco", "Paseo de artesanos"]),
    ];

    private static readonly string[] Organisations =
        ["Subsecretaría de Gobierno Abierto", "Secretaría de Hacienda", "Secretaría de Obras Públicas", "Agencia de Protección Ambiental",
         "Consejo de la Magistratura", "Secretaría de Salud", "Agencia de Movilidad"];

    private static readonly string[] Topics = ["Datos abiertos", "Obras públicas", "Justicia abierta", "Ambiente y costa", "Presupuesto participativo",
        "Integridad pública", "Niñez y juventud", "Accesibilidad"];

    public static DatasetDraft[] Of(City city)
    {
        var proposals = Proposals(city);
        return [Budget(proposals), Winners(city, proposals), .. Plans(), Minutes(), Government(), Requests(), .. Declarations.Of()];
    }

    private static Table Proposals(City city) => Table.Of("presupuesto-participativo-2025", """
        propuesta_id integer: Número de la propuesta
        comuna integer: Comuna para la que se propone
        barrio string: Barrio
        titulo string: Título de la propuesta
        categoria string: Categoría elegida al proponer
        fecha_ingreso date: Día en que se cargó
        apoyos integer apoyos: Apoyos recibidos antes del análisis técnico
        factibilidad string: Resultado del análisis técnico
        motivo_rechazo string: Por qué no es factible, cuando no lo es
        costo_estimado integer ARS: Costo estimado por el área técnica
        votos integer votos: Votos recibidos en la votación final
        """, 620, (rng, i) =>
    {
        var (place, (category, ideas)) = (city.Somewhere(rng), rng.Pick(Ideas));
        var support = (int)(400 * rng.Unit() * rng.Unit()) + 1;
        var feasible = support < 40 ? "Sin analizar" : rng.Chance(0.72) ? "Factible" : "No factible";
        return
        [
            i + 1, place.Comuna, place.Barrio.Name, $"{rng.Pick(ideas)}, {place.Street}", category, Day(2025, 4, 1).AddDays(i * 30 / 620), support, feasible,
            feasible == "No factible" ? rng.Any("El predio es privado", "Excede el presupuesto de la comuna", "Ya hay una obra en marcha",
                "Corresponde a la Provincia") : null,
            feasible == "Factible" ? rng.Int(4, 44) * 250_000 : null, feasible == "Factible" ? rng.Count(support * 2.2, 60) : null,
        ];
    });

    private static DatasetDraft Budget(Table proposals) => DatasetDraft.Of("""
        presupuesto-participativo-propuestas
        Propuestas del presupuesto participativo 2025
        Todas las propuestas de los vecinos, también las que no pasaron el análisis técnico, con la razón del rechazo.
        No se publican los nombres ni los correos de quienes proponen.
        GOVE SOCI | gobierno-abierto | R/P1Y | 2025-09-25 | 2025-11-14 | 2025-04-01/2025-09-20
        presupuesto participativo, participación ciudadana, propuestas vecinales, votación
        """, proposals.Csv("Propuestas 2025"), proposals.Xlsx("Propuestas 2025, planilla"));

    /// <summary>By votes while the money of the commune lasts; what is too dear is skipped.</summary>
    private static DatasetDraft Winners(City city, Table proposals)
    {
        const int perPerson = 1_400;
        var table = Table.Of("presupuesto-participativo-ganadoras-2025", """
            comuna integer: Comuna
            orden integer: Puesto entre las propuestas votadas de la comuna
            propuesta_id integer: Número de la propuesta, como en el archivo de propuestas
            titulo string: Título de la propuesta
            votos integer votos: Votos recibidos
            costo integer ARS: Costo asignado
            saldo integer ARS: Lo que queda del presupuesto de la comuna
            """, (t, _) =>
        {
            foreach (var comuna in city.Comunas)
            {
                var (left, rank) = (comuna.Population * perPerson, 0);
                var voted = proposals.Rows.Where(r => (int)r[1]! == comuna.Number && r[10] is not null).OrderByDescending(r => (int)r[10]!).ThenBy(r => (int)r[0]!);
                foreach (var row in voted)
                {
                    rank++;
                    var cost = (int)row[9]!;
                    if (cost > left)
                        continue;
                    left -= cost;
                    t.Add(comuna.Number, rank, row[0], row[3], row[10], cost, left);
                }
            }
        });
        return DatasetDraft.Of("""
            presupuesto-participativo-ganadoras
            Proyectos ganadores del presupuesto participativo 2025
            Los proyectos que se harán en cada comuna: se toman por cantidad de votos mientras alcanza el dinero, y el que no entra deja su lugar al siguiente.
            GOVE SOCI | gobierno-abierto | R/P1Y | 2025-10-01 | 2025-11-14 | 2025-09-01/2025-09-20
            presupuesto participativo, proyectos ganadores, comunas
            """, table.Csv("Ganadores por comuna"), table.JsonFile("Ganadores por comuna, JSON"));
    }

    private static DatasetDraft[] Plans()
    {
        var titles = new[]
        {
            "Publicar el presupuesto en formato abierto", "Obras públicas con avance a la vista", "Sentencias en lenguaje claro",
            "Registro de audiencias de funcionarios",
            "Datos de género en todos los organismos", "Alertas de calidad del aire", "Contrataciones abiertas de punta a punta",
            "Mesa permanente de Estado abierto",
            "Presupuesto participativo con recuento auditable", "Estadísticas fiscales comparables", "Declaraciones juradas consultables",
            "Costa y mar: datos para cuidar la playa",
        };
        var statuses = new[] { "No iniciado", "Limitado", "Sustancial", "Completo" };
        var milestones = Table.Of("plan-accion-hitos", """
            compromiso_id string: Código del compromiso
            hito integer: Número del hito dentro del compromiso
            descripcion string: Qué hay que hacer
            fecha_inicio date: Inicio previsto
            fecha_fin date: Fin previsto
            porcentaje_avance integer %: Avance informado
            estado string: Estado según el avance
            evidencia string: Dirección de la evidencia, si la hay
            """, (t, rng) =>
        {
            string[] steps = ["Relevar lo existente", "Reunir a las áreas y a las organizaciones", "Publicar una primera versión",
                "Corregir con los aportes recibidos", "Dejar el proceso documentado", "Medir el uso"];
            for (var c = 0; c < titles.Length; c++)
            {
                var (start, pace) = (Day(2025, 3, 1), rng.Int(40, 130));
                for (var h = 0; h < rng.Int(4, 6); h++)
                {
                    var (end, progress) = (start.AddDays(rng.Int(60, 150)), Math.Clamp(pace - (h * rng.Int(8, 28)), 0, 100));
                    t.Add($"PAL{c + 1:D4}", h + 1, steps[h], start, end, progress,
                        progress switch { 0 => statuses[0], < 40 => statuses[1], < 100 => statuses[2], _ => statuses[3] },
                        progress == 100 ? $"https://gobiernoabierto.puertoalmendra.example/evidencia/PAL{c + 1:D4}-{h + 1}" : null);
                    start = end.AddDays(1);
                }
            }
        });
        var commitments = Table.Of("plan-accion-compromisos", """
            compromiso_id string: Código del compromiso
            titulo string: Título
            plan string: Plan de acción
            institucion string: Institución que responde
            valor string: Valor de gobierno abierto
            objetivo_desarrollo integer: Objetivo de desarrollo sostenible
            hitos integer: Cantidad de hitos
            porcentaje_avance number %: Promedio del avance de los hitos
            cumplimiento string: Grado de cumplimiento
            """, titles.Length, (rng, i) =>
        {
            var own = milestones.Rows.Where(r => (string)r[0]! == $"PAL{i + 1:D4}").Select(r => (int)r[5]!).ToList();
            var average = decimal.Round((decimal)own.Sum() / own.Count, 1);
            return [$"PAL{i + 1:D4}", titles[i], "Segundo plan 2025-2027", Organisations[i % Organisations.Length],
                rng.Any("Acceso a la información", "Participación ciudadana", "Rendición de cuentas"),
                rng.Int(1, 2) == 1 ? 16 : rng.Int(3, 14), own.Count, average,
                average switch { 0 => statuses[0], < 40 => statuses[1], < 100 => statuses[2], _ => statuses[3] }];
        });
        var nested = Json.Lines("[", commitments.Rows.Select(row =>
        {
            var commitment = Json.Object(commitments, row, n => n != "hitos");
            commitment["hitos"] = new JsonArray([.. milestones.Rows.Where(m => m[0]!.Equals(row[0])).Select(
                m => Json.Object(milestones, m, n => n != "compromiso_id"))]);
            return (JsonNode)commitment;
        }), "]");
        return
        [
            DatasetDraft.Of("""
                plan-accion-compromisos
                Compromisos del plan de acción de Estado abierto
                Los compromisos que el gobierno, la justicia y las organizaciones acordaron para 2025-2027, con la institución que responde por cada uno.
                GOVE | gobierno-abierto | R/P3M | 2025-03-05 | 2026-10-01 | 2025-03-01/2027-02-28
                estado abierto, gobierno abierto, compromisos, rendición de cuentas
                """, commitments.Csv("Compromisos"), new FileDraft("plan-accion.json", "Compromisos con sus hitos", "JSON", "application/json", nested)),
            DatasetDraft.Of("""
                plan-accion-hitos
                Hitos del plan de acción de Estado abierto
                Cada paso de cada compromiso, con sus fechas previstas, el avance informado y la evidencia publicada.
                GOVE | gobierno-abierto | R/P3M | 2025-03-05 | 2026-10-01 | 2025-03-01/2027-02-28
                estado abierto, hitos, seguimiento
                """, milestones.Csv("Hitos y avance"), milestones.Xlsx("Hitos y avance, planilla")),
        ];
    }

    private static DatasetDraft Minutes() => DatasetDraft.Of("""
        actas-mesas-estado-abierto
        Índice de actas de las mesas de Estado abierto
        Qué mesas se reunieron, cuándo, con cuántas instituciones y organizaciones, y dónde leer el acta.
        GOVE JUST | gobierno-abierto | R/P1M | 2022-05-12 | 2026-10-31 | 2022-04-01/2026-10-30
        actas, reuniones, estado abierto, diálogo, organizaciones sociales
        """,
        Table.Of("actas-mesas-estado-abierto", """
            acta_id integer: Número de acta
            fecha date: Día de la reunión
            mesa string: Tema de la mesa
            modalidad string: Presencial, virtual o mixta
            instituciones integer: Instituciones públicas presentes
            organizaciones integer: Organizaciones sociales presentes
            acuerdos integer: Acuerdos alcanzados
            enlace string: Dirección del acta
            """, 148, (rng, i) => [0, rng.Date(Day(2022, 4, 4), Day(2026, 10, 29)), rng.Pick(Topics), rng.Any("Presencial", "Presencial", "Virtual", "Mixta"),
                rng.Int(2, 14), rng.Int(1, 17), rng.Int(0, 6),
                $"https://gobiernoabierto.puertoalmendra.example/actas/{i + 1:D3}.pdf"]).SortedBy("fecha").Numbered().Csv("Índice de actas"));

    private static DatasetDraft Government() => DatasetDraft.Of("""
        compromisos-de-gobierno
        Compromisos de gobierno 2023-2027
        Metas con número y fecha que el gobierno anunció al asumir. Se informa cuánto se hizo de cada una y se señala cuando la meta cambió.
        GOVE | gobierno-abierto administracion-publica | R/P3M | 2024-02-01 | 2026-09-30 | 2023-12-10/2027-12-09
        metas de gobierno, compromisos, seguimiento
        """,
        Table.Of("compromisos-de-gobierno", """
            compromiso integer: Número
            eje string: Eje de gobierno
            meta string: Qué se prometió
            unidad string: Unidad de la meta
            valor_meta integer: Cuánto
            valor_logrado integer: Cuánto se hizo
            porcentaje number %: Logrado sobre meta
            fecha_limite date: Para cuándo
            meta_modificada string: SI cuando la meta cambió después del anuncio
            """, 48, (rng, i) =>
        {
            var (axis, goal, unit, scale) = rng.Pick(new[] { ("Movilidad", "Nuevas ciclovías", "metros", 500), ("Ambiente", "Árboles plantados", "árboles", 400),
                ("Educación", "Vacantes en jardines", "vacantes", 60), ("Salud", "Centros renovados", "centros", 1),
                ("Vivienda", "Viviendas terminadas", "viviendas", 25), ("Transparencia", "Conjuntos de datos publicados", "conjuntos", 12) });
            var target = scale * rng.Int(4, 24);
            var done = (int)(target * Math.Min(1.0, rng.Unit() * 1.5));
            return [i + 1, axis, $"{goal}, etapa {(i / 6) + 1}", unit, target, done, decimal.Round(100m * done / target, 1),
                rng.Date(Day(2025, 6, 30), Day(2027, 12, 9)), rng.Chance(0.12) ? "SI" : "NO"];
        }).Csv("Metas y avance"));

    private static DatasetDraft Requests() => DatasetDraft.Of("""
        acceso-informacion-solicitudes
        Solicitudes de acceso a la información pública
        Pedidos presentados por la ordenanza de acceso a la información, con el plazo legal, la prórroga y los días que tardó la respuesta.
        GOVE JUST | administracion-publica | R/P1M | 2021-06-01 | 2026-11-03 | 2024-01-01/2026-09-30
        acceso a la información, transparencia, pedidos, plazos
        """,
        Table.Of("acceso-informacion-solicitudes", """
            solicitud integer: Número de solicitud
            fecha date: Día en que se presentó
            tipo_solicitante string: Persona u organización
            area string: Área a la que se dirige
            tema string: Tema del pedido
            vencimiento date: Vencimiento del plazo de 15 días hábiles
            prorroga string: SI cuando se extendió 10 días hábiles
            fecha_respuesta date: Día de la respuesta; vacío si no la hubo
            dias_respuesta integer días: Días corridos hasta la respuesta
            estado string: Cómo terminó
            """, 540, (rng, _) =>
        {
            var (asked, longer) = (rng.Date(Day(2024, 1, 2), Day(2026, 9, 30)), rng.Chance(0.27));
            var days = rng.Chance(0.07) ? (int?)null : Math.Max(1, rng.Count(longer ? 29 : 15, 7));
            return [0, asked, rng.Any("Persona", "Persona", "Persona", "Organización", "Periodista"), rng.Pick(Organisations), rng.Pick(Topics), asked.AddDays(21),
                longer ? "SI" : "NO",
                days is { } d ? asked.AddDays(d) : null, days,
                days is null ? "Sin respuesta" : rng.Any("Completa", "Completa", "Completa", "Parcial", "Denegada con fundamento")];
        }).SortedBy("fecha").Numbered().Csv("Solicitudes y respuestas"));
}
