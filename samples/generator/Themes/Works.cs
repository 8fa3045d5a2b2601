using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

internal static class Works
{
    private const string WorkColumns = """
        id integer: Número de la obra en el sistema de gestión
        entorno string: Programa o conjunto al que pertenece la obra
        nombre string: Nombre con el que se difunde la obra
        etapa string: Etapa en la que se encuentra
        etapa_detalle string: Precisión sobre la etapa, si la hay
        tipo string: Tipo de obra
        area_responsable string: Área que contrata y controla la obra
        descripcion string: Tareas que incluye
        monto_contrato number ARS: Monto del contrato a valores de la firma
        comuna integer: Comuna en la que se realiza
        barrio string: Barrio en el que se realiza
        direccion string: Calle y altura
        lat number grados: Latitud en WGS 84
        lng number grados: Longitud en WGS 84
        fecha_inicio date: Fecha del acta de inicio
        fecha_fin_inicial date: Fecha de fin prevista en el contrato
        plazo_meses integer meses: Plazo de obra
        porcentaje_avance integer %: Avance físico certificado
        imagen_1 string: Dirección de una fotografía
        licitacion_oferta_empresa string: Empresa contratista
        licitacion_anio integer: Año de la licitación
        contratacion_tipo string: Procedimiento de contratación
        nro_contratacion string: Número de la contratación
        expediente_numero string: Expediente electrónico
        beneficiarios string: A quiénes sirve
        mano_obra integer personas: Personas ocupadas en el momento de mayor actividad
        compromiso string: SI cuando es un compromiso de gobierno
        destacada string: SI cuando se muestra en la portada
        presupuesto_participativo string: SI cuando la votaron los vecinos
        link_interno string: Página de la obra
        financiamiento string: Fuente de los fondos
        """;

    private sealed record Kind(string Name, string Office, int Millions, string[] Names, string Tasks, string People);

    private static readonly Kind[] Kinds =
    [
        new("Espacio Público", "Secretaría de Obras Públicas", 90, ["Plaza", "Paseo", "Patio de juegos", "Boulevard"],
            "Veredas, riego, juegos, iluminación y arbolado", "Vecinos del barrio"),
        new("Escuelas", "Secretaría de Educación", 310, ["Jardín de infantes", "Ampliación de escuela", "Cubierta de escuela", "Sanitarios de escuela"],
            "Aulas, cubierta, instalación eléctrica y sanitarios", "Comunidad educativa"),
        new("Hidráulica e Infraestructura", "Dirección de Hidráulica", 540, ["Desagüe pluvial", "Estación de bombeo", "Red cloacal", "Defensa costera"],
            "Excavación, conductos de hormigón, sumideros y reposición de pavimento", "Frentistas de la cuenca"),
        new("Transporte", "Agencia de Movilidad", 160, ["Ciclovía", "Cruce seguro", "Carril de colectivos", "Rotonda"], "Demarcación, cordones, semáforos y señales",
            "Quienes circulan por la zona"),
        new("Salud", "Secretaría de Salud", 420, ["Centro de salud", "Guardia", "Vacunatorio"], "Consultorios, climatización, accesos y equipamiento fijo",
            "Población a cargo del centro"),
        new("Vivienda", "Instituto de la Vivienda", 880, ["Viviendas", "Mejoramiento de viviendas", "Regularización"],
            "Estructura, instalaciones, terminaciones y redes", "Familias adjudicatarias"),
        new("Arquitectura", "Secretaría de Obras Públicas", 230, ["Restauración de fachada", "Centro cultural", "Polideportivo", "Mercado"],
            "Demolición parcial, obra nueva, instalaciones y accesibilidad", "Público en general"),
    ];

    private static readonly (string Stage, string Detail, double Weight)[] Stages =
    [
        ("Finalizada", "Recepción definitiva", 42), ("Finalizada", "Recepción provisoria", 20), ("En ejecución", "", 24),
        ("En licitación", "Apertura de ofertas", 6),
        ("En licitación", "Adjudicada", 3), ("En proyecto", "Anteproyecto", 4), ("Paralizada", "Readecuación del proyecto", 2), ("Rescindida", "", 1),
    ];

    private static readonly string[] Companies =
        ["Constructora Ejemplo Uno S.A.", "Vialidad Ejemplo S.R.L.", "Obras del Sur Ejemplo S.A.", "Hormigones Ficticios S.A.", "Cooperativa Modelo Ltda.",
         "Ingeniería Inventada S.A.", "Parques de Muestra S.R.L."];

    private static readonly string[] Funds = ["Fuente 11", "Fuente 11", "Fuente 11", "Nación", "BID", "CAF", "Fondo de obras sanitarias"];

    private static readonly string[][] Reuse =
        [["Escuela de deportes", "Club municipal", "Competencias federadas"], ["Vivienda social", "Espacio público", "Oficinas públicas"]];

    public static DatasetDraft[] Of(City city)
    {
        var (w24, w25) = (Yearly(city, 2024, 1), Yearly(city, 2025, 211));
        return
        [
            DatasetDraft.Of("""
                obras-publicas
                Obras públicas de la ciudad
                Las obras que la Ciudad proyecta, licita, ejecuta y termina, con su lugar, su monto, su contratista y su avance.
                Hay un archivo por año de licitación; las obras no se borran cuando terminan.
                REGI GOVE | obra-publica | R/P3M | 2024-04-10 | 2026-10-05 | 2024-01-01/2025-12-31
                obras, infraestructura, licitaciones, avance de obra, contratistas
                """,
                w24.Csv("Obras licitadas en 2024"), w24.Xlsx("Obras licitadas en 2024, planilla"), w25.Csv("Obras licitadas en 2025"),
                Points(w25).PointsFile("Obras licitadas en 2025, mapa")),
            Legacy(city), Paving(city), Lights(city), Drains(city),
        ];
    }

    private static Table Yearly(City city, int year, int from) => Table.Of($"obras-{year}", WorkColumns, year == 2024 ? 210 : 195, (rng, i) =>
    {
        var kind = rng.Pick(Kinds, k => 1000.0 / (k.Millions + 100));
        var place = city.Somewhere(rng);
        var start = rng.Date(Day(year, 2, 1), Day(year, 12, 20));
        var months = rng.Int(3, kind.Millions > 300 ? 24 : 12);
        var late = start.AddMonths(months) < Day(2026, 6, 30);
        var stage = rng.Pick(Stages, s => s.Stage switch { "Finalizada" => late ? s.Weight : 0, "En ejecución" => late ? 5 : 60, _ => s.Weight });
        var begun = stage.Stage is "Finalizada" or "En ejecución" or "Paralizada" or "Rescindida";
        var progress = stage.Stage switch { "Finalizada" => 100, "En ejecución" => late ? rng.Int(72, 98) : rng.Int(25, 80),
            "Paralizada" or "Rescindida" => rng.Int(5, 60), _ => 0 };
        var name = $"{rng.Pick(kind.Names)} {place.Barrio.Name}, {place.Street}";
        var number = from + i;
        return
        [
            number, rng.Chance(0.35) ? $"Plan {place.Barrio.Name}" : "Obras de la comuna", name, stage.Stage, stage.Detail, kind.Name, kind.Office, $"{kind.Tasks}.",
            decimal.Round((decimal)(kind.Millions * rng.Normal(1, 0.28) * (year == 2025 ? 1.6 : 1.0)) * 1_000_000m, 2),
            place.Comuna, place.Barrio.Name, place.Address, place.At.Lat, place.At.Lon, begun ? start : null, begun ? start.AddMonths(months) : null, months, progress,
            begun ? $"https://datos.puertoalmendra.example/fotos/obra-{number:D4}.jpg" : null, begun || stage.Detail == "Adjudicada" ? rng.Pick(Companies) : null,
            year,
            kind.Millions > 200 ? "Licitación pública" : rng.Any("Licitación pública", "Licitación privada", "Contratación directa"), $"{rng.Int(1, 480)}/{year}",
            $"EX-{year}-{rng.Int(100000, 999999):D8}-PAL", kind.People, begun ? rng.Int(6, 90) : null, rng.Chance(0.08) ? "SI" : null, rng.Chance(0.1) ? "SI" : null,
            kind.Name == "Espacio Público" && rng.Chance(0.3) ? "SI" : null, $"https://obras.puertoalmendra.example/{number}", rng.Pick(Funds),
        ];
    });

    /// <summary>What a map needs of a work, no more.</summary>
    private static Table Points(Table works)
    {
        string[] names = ["id", "nombre", "etapa", "tipo", "monto_contrato", "comuna", "barrio", "porcentaje_avance"];
        var columns = works.Columns.Where(c => names.Contains(c.Name)).Select(c => $"{c.Name} {c.Type}: {c.Description}");
        return Table.Of(works.Name, string.Join('\n', [.. columns, "lat number: Latitud", "lon number: Longitud"]), (table, _) =>
        {
            foreach (var row in works.Rows)
                table.Add([.. table.Columns.Select(c => works.Get<object?>(row, c.Name == "lon" ? "lng" : c.Name))]);
        });
    }

    private static DatasetDraft Legacy(City city)
    {
        var table = LegacyTable(city);
        return DatasetDraft.Of("""
            juegos-juventud-legado
            Obras y legado de los Juegos de la Juventud 2018
            Las 27 obras que dejaron los Juegos: sedes deportivas, viviendas de la villa y mejoras del entorno, con el uso que tienen hoy.
            Archivo cerrado, que se conserva como memoria del programa.
            EDUC REGI | obra-publica cultura-y-turismo | eventual | 2019-05-20 | 2023-11-02 | 2016-01-01/2018-12-31
            juegos de la juventud, deporte, legado, villa deportiva
            """,
            table.Csv("Obras del legado"), table.PointsFile("Obras del legado, mapa"));
    }

    private static Table LegacyTable(City city) =>
        Table.Of("juegos-juventud-legado", """
            obra_id integer: Número de la obra
            nombre string: Nombre de la obra
            programa string: Sedes o Villa y entorno
            uso_actual string: Para qué se usa hoy
            comuna integer: Comuna
            barrio string: Barrio
            inversion number ARS: Inversión total a valores de 2018
            fecha_inicio date: Inicio de la obra
            fecha_fin date: Recepción de la obra
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 27, (rng, i) =>
        {
            var place = city.InComuna(rng, rng.Pick([3, 4, 8]));
            var start = rng.Date(Day(2016, 3, 1), Day(2017, 6, 30));
            string[] what = i < 11 ? ["Pabellón", "Pista", "Natatorio", "Cancha", "Muelle de remo"] : ["Edificio de la villa", "Parque", "Calle nueva", "Escuela"];
            return
            [
                i + 1, $"{rng.Pick(what)} {(i < 11 ? i + 1 : i - 10)} {place.Barrio.Name}", i < 11 ? "Sedes" : "Villa y entorno",
                rng.Pick(Reuse[i < 11 ? 0 : 1]),
                place.Comuna, place.Barrio.Name, rng.Dec(18, 420, 1) * 1_000_000m, start, start.AddDays(rng.Int(240, 460)), place.At.Lat, place.At.Lon,
            ];
        });

    private static DatasetDraft Paving(City city) => DatasetDraft.Of("""
        pavimentacion-cuadras
        Cuadras pavimentadas y repavimentadas
        Cada cuadra en la que se renovó la calzada: el material, los metros cuadrados y el día en que se habilitó al tránsito.
        TRAN REGI | obra-publica transporte | R/P1M | 2022-08-01 | 2026-10-30 | 2022-01-01/2026-09-30
        pavimento, calles, bacheo, vialidad
        """,
        Table.Of("pavimentacion-cuadras", """
            tramo_id integer: Número del tramo
            fecha_habilitacion date: Día en que se habilitó al tránsito
            calle string: Calle
            altura integer: Altura en la que empieza la cuadra
            comuna integer: Comuna
            barrio string: Barrio
            material string: Material de la calzada
            superficie integer m2: Superficie intervenida
            """, 420, (rng, _) =>
        {
            var place = city.Somewhere(rng);
            return [0, rng.Date(Day(2022, 1, 10), Day(2026, 9, 30)), place.Street, place.Number / 100 * 100, place.Comuna, place.Barrio.Name,
                rng.Any("Asfalto", "Asfalto", "Hormigón", "Adoquín intertrabado"), rng.Int(62, 118) * 9];
        }).SortedBy("fecha_habilitacion").Numbered().Csv("Cuadras por fecha de habilitación"));

    private static DatasetDraft Lights(City city)
    {
        var table = Table.Of("luminarias-led", """
            anio integer: Año, al 31 de diciembre
            comuna integer: Comuna
            barrio string: Barrio
            luminarias_led integer: Luminarias de tecnología LED
            luminarias_sodio integer: Luminarias de sodio que quedan por cambiar
            luminarias_total integer: Suma de ambas
            consumo_anual_mwh number MWh: Energía consumida en el año
            """, (t, rng) =>
        {
            foreach (var barrio in city.Barrios)
            {
                var total = Math.Max(80, barrio.Population / 14);
                for (var year = 2020; year <= 2025; year++)
                {
                    total += rng.Int(0, 9);
                    var led = (int)(total * Math.Min(1.0, 0.25 + (0.15 * (year - 2020)) + (0.06 * rng.Unit())));
                    t.Add(year, barrio.Comuna, barrio.Name, led, total - led, total, decimal.Round((led * 0.42m) + ((total - led) * 0.98m), 1));
                }
            }
        }).SortedBy("anio", "comuna", "barrio");
        return DatasetDraft.Of("""
            luminarias-led
            Recambio de luminarias a LED
            Cuántas luminarias de cada barrio son LED y cuántas siguen siendo de sodio al cierre de cada año, con la energía que consumen.
            ENER REGI | obra-publica medio-ambiente | R/P1Y | 2021-02-12 | 2026-02-20 | 2020-01-01/2025-12-31
            alumbrado público, led, eficiencia energética
            """, table.Csv("Luminarias por barrio y año"), table.Xlsx("Luminarias por barrio y año, planilla"));
    }

    private static DatasetDraft Drains(City city)
    {
        var table = Table.Of("sumideros-pluviales", """
            sumidero_id integer: Número de inventario
            comuna integer: Comuna
            barrio string: Barrio
            direccion string: Calle y altura más cercanas
            tipo string: Horizontal, vertical o mixto
            ultima_limpieza date: Día de la última limpieza
            estado string: Estado al momento de la última visita
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 480, (rng, i) =>
        {
            var place = city.Somewhere(rng);
            return [i + 1, place.Comuna, place.Barrio.Name, place.Address, rng.Any("Horizontal", "Vertical", "Vertical", "Mixto"),
                rng.Date(Day(2026, 3, 1), Day(2026, 10, 28)), rng.Any("Bueno", "Bueno", "Bueno", "Regular", "Obstruido"), place.At.Lat, place.At.Lon];
        });
        return DatasetDraft.Of("""
            sumideros-pluviales
            Sumideros de la red pluvial
            Inventario de sumideros con la fecha de la última limpieza. Ayuda a saber qué esquinas revisar antes de una tormenta.
            ENVI REGI | obra-publica medio-ambiente | R/P1M | 2023-06-01 | 2026-11-02 | -
            desagües, lluvias, inundaciones, mantenimiento
            """, table.Csv("Inventario de sumideros"), table.PointsFile("Inventario de sumideros, mapa"));
    }
}
