using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

internal static class Social
{
    public static DatasetDraft[] Of(City city) => [Gender(), Line(city), Nurseries(city), Programmes(city)];

    private static DatasetDraft Gender()
    {
        (string Axis, string Name, string Unit, double Women, double Men, double Step)[] indicators =
        [
            ("Autonomía económica", "Tasa de actividad", "%", 48, 69, 0.5), ("Autonomía económica", "Tasa de desocupación", "%", 9.8, 7.6, -0.2),
            ("Autonomía económica", "Ingreso laboral mediano, varones = 100", "índice", 74, 100, 0.6),
            ("Autonomía económica", "Horas semanales de trabajo no remunerado", "horas", 31, 14, -0.3),
            ("Autonomía física", "Esperanza de vida al nacer", "años", 80.9, 75.1, 0.1),
            ("Autonomía física", "Tasa de fecundidad adolescente", "por mil", 38, 0, -2),
            ("Toma de decisiones", "Cargos superiores en el gobierno", "%", 37, 63, 1.1), ("Toma de decisiones", "Bancas en el Concejo", "%", 42, 58, 1.0),
            ("Toma de decisiones", "Magistraturas", "%", 44, 56, 0.8),
            ("Educación", "Secundario completo, 25 años y más", "%", 61, 55, 0.9), ("Educación", "Matrícula en carreras técnicas", "%", 24, 76, 0.7),
            ("Cuidados", "Hogares con demanda de cuidado", "%", 46, 38, -0.1),
        ];
        var table = Table.Of("indicadores-genero", """
            anio integer: Año
            dimension string: Dimensión del sistema de indicadores
            indicador string: Indicador
            unidad string: Unidad
            mujeres number: Valor para mujeres
            varones number: Valor para varones; vacío cuando no corresponde
            brecha number: Mujeres menos varones
            """, (t, rng) =>
        {
            for (var year = 2014; year <= 2025; year++)
                foreach (var (axis, name, unit, women, men, step) in indicators)
                {
                    decimal At(double start, double direction) => decimal.Round((decimal)(start + (direction * (year - 2014)) + rng.Normal(0, 0.25)), 1);
                    // Where both are shares of one whole they add up to it.
                    var shares = women + men == 100;
                    var w = At(women, step);
                    decimal? m = men == 0 ? null : shares ? 100m - w : men == 100 ? 100m : At(men, step / 3);
                    t.Add(year, axis, name, unit, w, m, w - m);
                }
        });
        return DatasetDraft.Of("""
            indicadores-genero
            Sistema de indicadores de género
            Doce indicadores sobre autonomía económica, física y en las decisiones, educación y cuidados, con la brecha entre mujeres y varones.
            SOCI | mujeres-y-diversidad | R/P1Y | 2021-03-08 | 2026-03-08 | 2014-01-01/2025-12-31
            género, brechas, indicadores, igualdad
            """, table.Csv("Indicadores por año"), table.Xlsx("Indicadores por año, planilla"));
    }

    private static DatasetDraft Line(City city) => DatasetDraft.Of("""
        linea-violencia-genero
        Llamadas a la línea de atención por violencia de género
        Consultas por mes y comuna, según el tipo de violencia y quién llama. Los grupos de menos de tres casos se informan como cero.
        SOCI JUST | mujeres-y-diversidad | R/P3M | 2022-11-25 | 2026-10-15 | 2024-01-01/2026-09-30
        violencia de género, línea de ayuda, llamadas
        """,
        Table.Of("linea-violencia-genero", """
            mes date: Primer día del mes
            comuna integer: Comuna desde la que se llama
            tipo string: Tipo de violencia principal
            llamadas integer llamadas: Llamadas recibidas
            llama_la_persona integer llamadas: De ellas, hechas por la propia persona
            derivaciones integer llamadas: De ellas, con derivación a un equipo
            """, (t, rng) =>
        {
            foreach (var month in Months(2024, 1, 33))
                foreach (var comuna in city.Comunas)
                    foreach (var kind in new[] { "Psicológica", "Física", "Económica", "Sexual" })
                    {
                        var calls = rng.Count(kind == "Psicológica" ? 14 : 6, 4);
                        calls = calls < 3 ? 0 : calls;
                        t.Add(month, comuna.Number, kind, calls, (int)(calls * rng.Dec(0.5, 0.85, 2)), (int)(calls * rng.Dec(0.3, 0.8, 2)));
                    }
        }).Csv("Llamadas desde 2024"));

    private static DatasetDraft Nurseries(City city)
    {
        var table = Table.Of("centros-primera-infancia", """
            centro_id integer: Número del centro
            nombre string: Nombre
            vacantes integer: Vacantes
            inscriptos integer: Niños y niñas inscriptos
            lista_espera integer: En lista de espera
            comuna integer: Comuna
            barrio string: Barrio
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 44, (rng, i) =>
        {
            var (place, seats) = (city.Somewhere(rng), rng.Int(4, 14) * 10);
            var enrolled = Math.Min(seats, rng.Int(seats - 25, seats + 12));
            return [i + 1, $"Centro Caracol {i + 1}", seats, enrolled, enrolled == seats ? rng.Int(2, 48) : 0, place.Comuna, place.Barrio.Name, place.At.Lat,
                place.At.Lon];
        });
        return DatasetDraft.Of("""
            centros-primera-infancia
            Centros de primera infancia
            Espacios de cuidado para niños de 45 días a 3 años, con sus vacantes y su lista de espera al comienzo del año.
            SOCI EDUC | politicas-sociales | R/P1Y | 2023-04-18 | 2026-04-09 | 2026-03-01/2026-12-31
            primera infancia, cuidados, vacantes
            """, table.Csv("Centros"), table.PointsFile("Centros, mapa"));
    }

    private static DatasetDraft Programmes(City city) => DatasetDraft.Of("""
        programas-sociales
        Programas sociales: titulares y montos por comuna
        Cuántas personas recibieron cada programa y cuánto se transfirió, por mes y por comuna. No se publica ningún listado de personas.
        SOCI ECON | politicas-sociales | R/P1M | 2023-06-12 | 2026-11-11 | 2025-01-01/2026-10-31
        programas sociales, transferencias, asistencia alimentaria
        """,
        Table.Of("programas-sociales", """
            mes date: Primer día del mes
            programa string: Programa
            comuna integer: Comuna de residencia
            titulares integer personas: Personas titulares
            monto_total integer ARS: Suma transferida en el mes
            """, (t, rng) =>
        {
            var months = Months(2025, 1, 22).ToList();
            for (var m = 0; m < months.Count; m++)
                foreach (var (name, share, each) in new[] { ("Tarjeta Almendra", 0.06, 42_000), ("Beca de transporte", 0.03, 11_500),
                    ("Alquiler social", 0.004, 128_000) })
                    foreach (var comuna in city.Comunas)
                    {
                        var people = rng.Count(comuna.Population * share, 9);
                        t.Add(months[m], name, comuna.Number, people, (long)people * each * (100 + (4 * (m / 2))) / 100);
                    }
        }).Csv("Titulares por mes y comuna"));
}
