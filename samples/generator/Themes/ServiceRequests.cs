using System.Text.Json.Nodes;
using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

/// <summary>What residents ask of the city, by telephone and otherwise.</summary>
internal static class ServiceRequests
{
    private sealed record Service(string Code, string Category, string Subcategory, string Name, string Kind, string Agency, int Days, int Weight);

    private static readonly Service[] Services =
    [
        new("ALU-01", "Alumbrado", "Luminarias", "Reparación de luminaria apagada", "Solicitud", "Secretaría de Obras Públicas", 9, 14),
        new("ALU-02", "Alumbrado", "Columnas", "Columna inclinada o dañada", "Solicitud", "Secretaría de Obras Públicas", 15, 3),
        new("ARB-01", "Arbolado", "Poda", "Poda de árbol en vereda", "Solicitud", "Agencia de Protección Ambiental", 45, 9),
        new("ARB-02", "Arbolado", "Plantación", "Plantación de árbol", "Solicitud", "Agencia de Protección Ambiental", 70, 4),
        new("HIG-01", "Higiene urbana", "Recolección", "Recolección de restos de obra o poda", "Solicitud", "Agencia de Protección Ambiental", 4, 15),
        new("HIG-02", "Higiene urbana", "Contenedores", "Vaciado de contenedor", "Reclamo", "Agencia de Protección Ambiental", 2, 10),
        new("CAL-01", "Calles y veredas", "Baches", "Reparación de bache", "Solicitud", "Secretaría de Obras Públicas", 21, 13),
        new("CAL-02", "Calles y veredas", "Veredas", "Vereda rota por empresa de servicios", "Denuncia", "Secretaría de Obras Públicas", 38, 6),
        new("TRA-01", "Tránsito", "Señales", "Señal caída o tapada", "Solicitud", "Agencia de Movilidad", 8, 5),
        new("TRA-02", "Tránsito", "Vehículos", "Vehículo abandonado", "Denuncia", "Agencia de Movilidad", 33, 6),
        new("PLU-01", "Pluviales", "Sumideros", "Limpieza de sumidero", "Solicitud", "Secretaría de Obras Públicas", 6, 7),
        new("FIS-01", "Fiscalización", "Ruidos", "Ruidos molestos de un local", "Denuncia", "Agencia de Protección Ambiental", 12, 5),
        new("ACC-01", "Accesibilidad", "Rampas", "Rampa rota u obstruida", "Reclamo", "Secretaría de Obras Públicas", 28, 3),
    ];

    private const string Columns = """
        nro_solicitud string: Número que recibe el vecino para seguir su pedido
        periodo integer: Año y mes de ingreso, como aaaamm
        categoria string: Categoría
        subcategoria string: Subcategoría
        prestacion string: Qué se pide
        tipo_prestacion string: Solicitud, reclamo o denuncia
        fecha_ingreso date: Día de ingreso
        hora_ingreso time: Hora de ingreso
        domicilio_comuna integer: Comuna del domicilio del pedido
        domicilio_barrio string: Barrio
        domicilio_calle string: Calle
        domicilio_altura integer: Altura
        lat number grados: Latitud en WGS 84
        lon number grados: Longitud en WGS 84
        canal string: Por dónde entró
        genero string: Género declarado, si se declaró
        estado_general string: Abierto o cerrado
        fecha_cierre date: Día de cierre; vacío si sigue abierto
        """;

    public static DatasetDraft[] Of(City city) =>
    [
        DatasetDraft.Of("""
            solicitudes-ciudadanas
            Solicitudes, reclamos y denuncias al 147
            Lo que los vecinos piden por teléfono, por la aplicación y en las comunas, desde que entra hasta que se cierra. Un archivo por año.
            GOVE SOCI | servicios-al-vecino | R/P1M | 2022-02-01 | 2026-11-04 | 2024-01-01/2025-12-31
            reclamos, 147, atención ciudadana, solicitudes, espacio público
            """, Yearly(city, 2024, 1700).Csv("Solicitudes 2024"), Yearly(city, 2025, 1850).Csv("Solicitudes 2025")),
        Catalogue(), Channels(),
        DatasetDraft.Of("""
            encuesta-satisfaccion
            Encuesta de satisfacción con la respuesta recibida
            Una encuesta de dos preguntas que se envía al cerrar cada pedido, resumida por mes y por área.
            GOVE | servicios-al-vecino | R/P1M | 2024-03-01 | 2026-11-04 | 2024-01-01/2026-10-31
            encuesta, satisfacción, calidad/atención (vecinos)
            """, Survey().Csv("Encuesta por mes y área"))
            .Broken("`keyword` has \"calidad/atención (vecinos)\": slash and brackets are not allowed in keywords"),
        DatasetDraft.Of("""
            turnos-por-sede
            Turnos otorgados por sede y trámite
            Turnos dados y turnos cumplidos en las sedes de las comunas, por mes y por trámite.
            GOVE | servicios-al-vecino | R/P1Month | 2024-05-06 | 2026-10-12 | 2025-01-01/2026-09-30
            turnos, trámites, sedes comunales
            """, Appointments().Csv("Turnos por mes"))
            .Broken("`accrualPeriodicity` is \"R/P1Month\"; a month is \"R/P1M\""),
    ];

    private static Table Yearly(City city, int year, int count)
    {
        var number = 0;
        var table = Table.Of($"solicitudes-{year}", Columns, count, (rng, _) =>
        {
            var (service, place, day) = (rng.Pick(Services, s => s.Weight), city.Somewhere(rng), rng.Date(Day(year, 1, 1), Day(year, 12, 31)));
            var closed = rng.Chance(year == 2024 ? 0.985 : 0.93);
            return
            [
                "", (year * 100) + day.Month, service.Category, service.Subcategory, service.Name, service.Kind, day, new TimeOnly(rng.Int(7, 22), rng.Int(0, 59)),
                place.Comuna, place.Barrio.Name, place.Street, place.Number, place.At.Lat, place.At.Lon,
                rng.Any("Aplicación", "Aplicación", "Teléfono", "Teléfono", "Web", "Comuna"),
                rng.Any("Femenino", "Femenino", "Masculino", "Masculino", "No declara", "Otro"), closed ? "Cerrado" : "Abierto",
                closed ? day.AddDays(rng.Count(service.Days, service.Days * 0.35)) : null,
            ];
        }).SortedBy("fecha_ingreso", "hora_ingreso");
        foreach (var row in table.Rows)
            row[0] = $"{++number:D6}/{year % 100}";
        return table;
    }

    private static DatasetDraft Catalogue()
    {
        var table = Table.Of("catalogo-prestaciones", """
            codigo string: Código de la prestación
            categoria string: Categoría
            nombre string: Nombre de la prestación
            tipo string: Solicitud, reclamo o denuncia
            area_responsable string: Área que la resuelve
            plazo_dias integer días: Plazo comprometido
            """, Services.Length, (_, i) => [Services[i].Code, Services[i].Category, Services[i].Name, Services[i].Kind, Services[i].Agency, Services[i].Days]);
        var open311 = Json.Lines("[", Services.Select(s => (JsonNode)new JsonObject
        {
            ["service_code"] = s.Code, ["service_name"] = s.Name, ["description"] = $"{s.Kind}: {s.Subcategory}", ["metadata"] = false, ["type"] = "batch",
            ["group"] = s.Category,
        }), "]");
        return DatasetDraft.Of("""
            catalogo-prestaciones
            Catálogo de prestaciones del 147
            Qué se puede pedir, qué área lo resuelve y en cuántos días se compromete a hacerlo. El JSON sigue el formato Open311.
            GOVE | servicios-al-vecino | eventual | 2022-02-01 | 2026-04-22 | -
            prestaciones, plazos, servicios, open311
            """, table.Csv("Prestaciones"), new FileDraft("catalogo-prestaciones.json", "Prestaciones, Open311", "JSON", "application/json", open311));
    }

    private static DatasetDraft Channels() => DatasetDraft.Of("""
        contactos-por-canal
        Contactos por canal de atención
        Llamadas, mensajes y visitas recibidas por mes en cada canal, con la demora media hasta hablar con una persona.
        GOVE | servicios-al-vecino | R/P1M | 2022-02-01 | 2026-11-04 | 2022-01-01/2026-10-31
        atención ciudadana, canales, demoras
        """,
        Table.Of("contactos-por-canal", """
            mes date: Primer día del mes
            canal string: Canal de atención
            contactos integer contactos: Contactos recibidos
            atendidos integer contactos: Contactos atendidos
            demora_segundos integer segundos: Demora media
            """, (t, rng) =>
        {
            foreach (var month in Months(2022, 1, 58))
                foreach (var (name, mean) in new[] { ("Teléfono", 9_400), ("Aplicación", 5_200), ("Mensajería", 3_100), ("Atención en comunas", 2_600) })
                {
                    var received = rng.Count(mean, mean * 0.09);
                    t.Add(month, name, received, (int)(received * rng.Dec(0.84, 0.99, 3)), rng.Int(15, 340));
                }
        }).CsvLatin1("Contactos por mes y canal"))
        .Broken("its CSV is separated by `;` and encoded in ISO-8859-1, as an old spreadsheet saves it (nothing in the metadata says so)");

    private static Table Survey() => Table.Of("encuesta-satisfaccion", """
        mes date: Primer día del mes
        area string: Área que respondió
        respuestas integer: Encuestas contestadas
        conformes integer: Dijeron estar conformes
        promedio number: Nota media de 1 a 5
        """, (t, rng) =>
    {
        foreach (var month in Months(2024, 1, 34))
            foreach (var agency in Services.Select(s => s.Agency).Distinct())
            {
                var answers = rng.Int(35, 210);
                t.Add(month, agency, answers, (int)(answers * rng.Dec(0.48, 0.86, 3)), rng.Dec(2.8, 4.4, 2));
            }
    });

    private static Table Appointments() => Table.Of("turnos-por-sede", """
        mes date: Primer día del mes
        sede string: Sede comunal
        tramite string: Trámite
        turnos_otorgados integer: Turnos dados
        turnos_cumplidos integer: Personas que se presentaron
        """, (t, rng) =>
    {
        foreach (var month in Months(2025, 1, 21))
            for (var comuna = 1; comuna <= 8; comuna++)
                foreach (var what in new[] { "Licencia de conducir", "Libre deuda", "Habilitación comercial" })
                {
                    var given = rng.Int(40, 420);
                    t.Add(month, $"Sede Comuna {comuna}", what, given, (int)(given * rng.Dec(0.7, 0.95, 3)));
                }
    });
}
