using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

internal static class Health
{
    public static DatasetDraft[] Of(City city)
    {
        var centres = Table.Of("centros-salud", """
            centro_id integer: Número del centro
            nombre string: Nombre
            tipo string: Hospital, centro de atención primaria o posta
            horario string: Días y horas de atención
            guardia string: SI cuando atiende urgencias todo el día
            direccion string: Calle y altura
            comuna integer: Comuna
            barrio string: Barrio
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 34, (rng, i) =>
        {
            var place = City.In(rng, city.Barrios[i % 32]);
            var kind = i < 3 ? "Hospital" : i < 25 ? "Centro de atención primaria" : "Posta sanitaria";
            return [i + 1, i < 3 ? $"Hospital {place.Barrio.Name}" : $"{(kind[0] == 'C' ? "Centro" : "Posta")} N° {i - 2} {place.Barrio.Name}", kind,
                i < 3 ? "Todos los días, 24 horas" : "Lunes a viernes de 7 a 17",
                i < 3 ? "SI" : "NO", place.Address, place.Comuna, place.Barrio.Name, place.At.Lat, place.At.Lon];
        });
        return
        [
            DatasetDraft.Of("""
                centros-salud
                Hospitales y centros de salud
                Efectores públicos de la ciudad con su dirección y su horario. No incluye teléfonos personales de los equipos.
                HEAL | salud-publica | R/P6M | 2021-05-10 | 2026-07-02 | -
                hospitales, centros de salud, atención primaria
                """, centres.Csv("Efectores"), centres.PointsFile("Efectores, mapa"), centres.Xlsx("Efectores, planilla")),
            Consultations(centres), Vaccines(city), Covid(city),
            DatasetDraft.Of("""
                farmacias-turno
                Farmacias de turno
                Qué farmacia queda abierta cada noche, según el cronograma que acuerda el colegio profesional.
                HEAL | salud-publica | R/P1M | 2023-02-01 | 2026-10-30 | 2026-01-01/2026-12-31
                farmacias, turnos, guardias nocturnas
                """, Pharmacies(city).CsvBomCrlf("Turnos 2026"))
                .Broken("its CSV begins with a byte order mark and ends lines with CR LF (harmless when it is read well)"),
            DatasetDraft.Of("""
                vacunatorios-antigripales
                Vacunatorios antigripales
                Lugares y horarios para vacunarse contra la gripe en la campaña de otoño.
                HEAL | salud | R/P1Y | 2024-03-20 | 2026-04-01 | 2026-04-01/2026-08-31
                vacunación, gripe, campaña de invierno
                """, Clinics(city).Csv("Vacunatorios 2026", "vacunatorios antigripales 2026.csv"))
                .Broken("`downloadURL` contains blanks: \"…/vacunatorios antigripales 2026.csv\""),
            DatasetDraft.Of("""
                dengue-febriles
                Vigilancia de síndromes febriles
                Notificaciones semanales de síndromes febriles y casos confirmados de dengue por comuna.
                HEAL | salud-publica | R/P1W | 2024-01-15 | 2026-11-16 | 2024-01-01/2026-11-14
                dengue, vigilancia epidemiológica, salud pública
                """, Fever(city).Csv("Notificaciones semanales"))
                .Broken("`issued` is \"2023/04/14\" instead of 2023-04-14", d => d["issued"] = "2023/04/14"),
        ];
    }

    private static DatasetDraft Consultations(Table centres) => DatasetDraft.Of("""
        consultas-por-centro
        Consultas ambulatorias por centro de salud
        Consultas atendidas por mes en cada efector, separadas en clínica médica, pediatría, ginecología y salud mental.
        HEAL | salud-publica | R/P3M | 2022-07-01 | 2026-10-14 | 2025-01-01/2026-09-30
        consultas, atención primaria, estadísticas sanitarias
        """,
        Table.Of("consultas-por-centro", """
            mes date: Primer día del mes
            centro_id integer: Número del centro, como en el listado de efectores
            clinica integer consultas: Clínica médica
            pediatria integer consultas: Pediatría
            ginecologia integer consultas: Ginecología y obstetricia
            salud_mental integer consultas: Salud mental
            total integer consultas: Suma de las cuatro
            """, (t, rng) =>
        {
            foreach (var month in Months(2025, 1, 21))
                foreach (var centre in centres.Rows)
                {
                    var size = (string)centre[2]! == "Hospital" ? 6.0 : 1.0;
                    var (a, b, c, d) = (rng.Count(310 * size, 40), rng.Count(190 * size * Winter(month.Month), 30), rng.Count(95 * size, 14),
                        rng.Count(60 * size, 12));
                    t.Add(month, centre[0], a, b, c, d, a + b + c + d);
                }
        }).Csv("Consultas 2025 y 2026"));

    private static DatasetDraft Vaccines(City city) => DatasetDraft.Of("""
        vacunacion-calendario
        Coberturas del calendario de vacunación
        Dosis aplicadas y población objetivo de las vacunas del calendario, por comuna y por año.
        HEAL SOCI | salud-publica | R/P1Y | 2022-11-20 | 2026-02-25 | 2019-01-01/2025-12-31
        vacunas, cobertura, calendario de vacunación
        """,
        Table.Of("vacunacion-calendario", """
            anio integer: Año
            comuna integer: Comuna de residencia
            vacuna string: Vacuna
            poblacion_objetivo integer personas: Personas que debían recibirla
            dosis integer dosis: Dosis aplicadas
            cobertura number %: Dosis sobre población objetivo
            """, (t, rng) =>
        {
            for (var year = 2019; year <= 2025; year++)
                foreach (var comuna in city.Comunas)
                    foreach (var vaccine in new[] { "BCG", "Quíntuple", "Polio", "Triple viral", "Neumococo", "Hepatitis A" })
                    {
                        var target = rng.Count(comuna.Population * 0.0125, 12);
                        var doses = (int)(target * rng.Dec(year == 2020 ? 0.68 : 0.78, 0.98, 3));
                        t.Add(year, comuna.Number, vaccine, target, doses, decimal.Round(100m * doses / target, 1));
                    }
        }).Csv("Coberturas por comuna"));

    private static DatasetDraft Covid(City city) => DatasetDraft.Of("""
        covid-19-vacunacion
        Vacunación contra COVID-19 por comuna y semana
        Dosis aplicadas durante la campaña, por semana, comuna y número de dosis. Serie cerrada en 2022.
        HEAL | covid-19 | eventual | 2021-03-15 | 2023-01-20 | 2021-01-04/2022-06-26
        covid-19, vacunación, pandemia
        """,
        Table.Of("covid-19-vacunacion", """
            semana date: Lunes de la semana
            comuna integer: Comuna
            primera_dosis integer dosis: Primeras dosis
            segunda_dosis integer dosis: Segundas dosis
            refuerzos integer dosis: Dosis de refuerzo
            """, (t, rng) =>
        {
            for (var week = 0; week < 77; week++)
                foreach (var comuna in city.Comunas)
                {
                    double Wave(int peak, int width) => comuna.Population * 0.03 * Math.Max(0, 1 - (Math.Abs(week - peak) / (double)width));
                    t.Add(Day(2021, 1, 4).AddDays(7 * week), comuna.Number, rng.Count(Wave(24, 24), 15), week < 8 ? 0 : rng.Count(Wave(36, 26), 15),
                        week < 42 ? 0 : rng.Count(Wave(58, 18), 15));
                }
        }).Csv("Dosis por semana y comuna"));

    private static Table Pharmacies(City city) => Table.Of("farmacias-turno", """
        fecha date: Noche del turno
        farmacia string: Nombre inventado de la farmacia
        direccion string: Calle y altura
        comuna integer: Comuna
        """, 365, (rng, i) =>
    {
        var place = city.Somewhere(rng);
        return [Day(2026, 1, 1).AddDays(i), $"Farmacia Ejemplo {rng.Int(1, 40):D2}", place.Address, place.Comuna];
    });

    private static Table Clinics(City city) => Table.Of("vacunatorios-antigripales", """
        nombre string: Lugar
        direccion string: Calle y altura
        comuna integer: Comuna
        horario string: Horario de la campaña
        """, 26, (rng, i) =>
    {
        var place = city.Somewhere(rng);
        return [$"Vacunatorio {i + 1} {place.Barrio.Name}", place.Address, place.Comuna, rng.Any("8 a 14", "9 a 16", "8 a 18")];
    });

    private static Table Fever(City city) => Table.Of("dengue-febriles", """
        semana date: Lunes de la semana epidemiológica
        comuna integer: Comuna de residencia
        febriles integer casos: Síndromes febriles notificados
        dengue_confirmado integer casos: De ellos, casos de dengue confirmados
        """, (t, rng) =>
    {
        for (var day = Day(2024, 1, 1); day < Day(2026, 11, 10); day = day.AddDays(7))
            foreach (var comuna in city.Comunas)
            {
                var fevers = rng.Count(7 * Summer(day.Month), 3);
                t.Add(day, comuna.Number, fevers, day.Month is >= 2 and <= 5 ? rng.Int(0, fevers / 3) : 0);
            }
    });
}
