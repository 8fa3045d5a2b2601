using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

/// <summary>The statistics office, and the city council.</summary>
internal static class Figures
{
    public static DatasetDraft[] Statistics(City city) =>
    [
        DatasetDraft.Of("""
            proyecciones-poblacion
            Proyecciones de población por comuna, sexo y edad
            Población estimada al 1 de julio de cada año hasta 2030, a partir del último censo.
            SOCI | poblacion | R/P10Y | 2024-02-28 | 2024-11-20 | 2022-01-01/2030-12-31
            población, demografía, proyecciones, censo
            """, Population(city).Csv("Proyecciones 2022 a 2030"), Population(city).Xlsx("Proyecciones 2022 a 2030, planilla")),
        DatasetDraft.Of("""
            indice-precios
            Índice de precios al consumidor de Puerto Almendra
            Evolución mensual de los precios por división, con base 100 en diciembre de 2020.
            ECON | economia-y-finanzas | R/P1M | 2021-01-20 | 2026-11-13 | 2020-12-01/2026-10-31
            precios, inflación, índice, canasta
            """, Prices().Csv("Índice mensual")),
        DatasetDraft.Of("""
            mercado-trabajo
            Mercado de trabajo: tasas trimestrales
            Tasas de actividad, empleo y desocupación de la encuesta de hogares. El empleo es lo que queda de la actividad al quitar a los desocupados.
            SOCI ECON | poblacion economia-y-finanzas | R/P3M | 2021-06-30 | 2026-09-24 | 2019-01-01/2026-06-30
            empleo, desocupación, encuesta de hogares
            """, Labour().Csv("Tasas trimestrales"), Labour().JsonFile("Tasas trimestrales, JSON")),
        DatasetDraft.Of("""
            canasta-alquileres
            Precio de los alquileres publicados
            Mediana del precio pedido por departamentos de uno, dos y tres ambientes, según un relevamiento de avisos.
            ECON REGI | economia-y-finanzas urbanismo-y-territorio | R/P1M | 2024-01-18 | 2026-10-15 | 2024-01-01/2026-09-30
            alquileres, vivienda, precios
            """, Rents(city).Csv("Alquileres por comuna") with { Absent = true })
            .Broken("its CSV is not in the folder: the download fails"),
    ];

    public static DatasetDraft[] Council(City city) =>
    [
        DatasetDraft.Of("""
            ordenanzas
            Ordenanzas sancionadas
            Índice de las ordenanzas con su tema, su estado de vigencia y el enlace al texto ordenado.
            GOVE JUST | administracion-publica | R/P1M | 2022-10-11 | 2026-11-17 | 2016-03-01/2026-10-31
            ordenanzas, normativa, legislación municipal
            """, Ordinances().Csv("Ordenanzas desde 2016")),
        DatasetDraft.Of("""
            votaciones-nominales
            Votaciones nominales del Concejo
            Cómo votó cada banca en las votaciones nominales. Las bancas se numeran y los bloques son ficticios.
            GOVE | administracion-publica | R/P1M | 2023-05-09 | 2026-11-17 | 2025-03-01/2026-10-31
            votaciones, concejo deliberante, bancas
            """, Votes().Csv("Votos por banca")),
        DatasetDraft.Of("""
            asistencia-sesiones
            Asistencia a las sesiones ordinarias, extraordinarias y especiales y a las reuniones de comisión del Concejo Deliberante
            Presencias y ausencias por mes y por bloque en las sesiones y en las comisiones.
            GOVE | administracion-publica | R/P1M | 2024-04-02 | 2026-11-17 | 2024-03-01/2026-10-31
            asistencia, sesiones, comisiones
            """, Attendance().Csv("Asistencia por mes"))
            .Broken("`title` has 120 characters; the profile allows 100"),
        DatasetDraft.Of("""
            temario-sesiones
            (sin título)
            Temario de las próximas sesiones, todavía en preparación.
            GOVE | administracion-publica | R/P1W | 2026-08-03 | 2026-08-03 | -
            sesiones, temario
            """)
            .Broken("neither `title` nor `distribution`", d =>
            {
                d.Remove("title");
                d.Remove("distribution");
            }, published: false),
    ];

    private static Table Population(City city) => Table.Of("proyecciones-poblacion", """
        anio integer: Año, al 1 de julio
        comuna integer: Comuna
        sexo string: Sexo registrado
        grupo_edad string: Grupo de edad
        poblacion integer habitantes: Población proyectada
        """, (t, _) =>
    {
        (string Group, int Percent)[] ages = [("0 a 14", 21), ("15 a 29", 23), ("30 a 44", 21), ("45 a 64", 21), ("65 y más", 14)];
        for (var year = 2022; year <= 2030; year++)
            foreach (var c in city.Comunas)
                foreach (var sex in new[] { "Mujeres", "Varones" })
                    foreach (var (group, percent) in ages)
                        t.Add(year, c.Number, sex, group, (int)((long)c.Population * percent * (sex == "Mujeres" ? 52 : 48) * (1000 + (7 * (year - 2022))) / 10_000_000));
    });

    private static Table Prices() => Table.Of("indice-precios", """
        mes date: Primer día del mes
        division string: División de la canasta
        indice number: Índice, diciembre de 2020 = 100
        variacion_mensual number %: Variación respecto del mes anterior
        """, (t, rng) =>
    {
        (string Name, decimal Weight)[] divisions = [("Alimentos y bebidas", 0.34m), ("Vivienda y servicios", 0.25m), ("Transporte", 0.19m), ("Salud", 0.13m),
            ("Educación", 0.09m)];
        var (indices, all) = (divisions.Select(_ => 100m).ToArray(), 100m);
        foreach (var month in Months(2020, 12, 71))
        {
            var first = month == Day(2020, 12, 1);
            var before = all;
            var changes = divisions.Select(_ => first ? 0m : rng.Dec(2.1, 8.6, 1)).ToArray();
            indices = [.. indices.Zip(changes, (index, change) => decimal.Round(index * (1 + (change / 100)), 2))];
            all = decimal.Round(indices.Zip(divisions, (index, d) => index * d.Weight).Sum(), 2);
            t.Add(month, "Nivel general", all, first ? null : decimal.Round(100 * ((all / before) - 1), 1));
            for (var d = 0; d < divisions.Length; d++)
                t.Add(month, divisions[d].Name, indices[d], first ? null : changes[d]);
        }
    });

    private static Table Labour() => Table.Of("mercado-trabajo", """
        trimestre date: Primer día del trimestre
        sexo string: Total, mujeres o varones
        tasa_actividad number %: Activos sobre población
        tasa_empleo number %: Ocupados sobre población
        tasa_desocupacion number %: Desocupados sobre activos
        """, (t, rng) =>
    {
        foreach (var quarter in Months(2019, 1, 90).Where(m => m.Month % 3 == 1))
        {
            // Out of a hundred people 52 are women; all three rates of everybody follow from theirs.
            decimal Active(double mean) => decimal.Round((decimal)rng.Normal(mean, 0.5), 1);
            decimal Idle(double low) => rng.Dec(low, quarter.Year == 2020 ? 14 : 9.5, 1);
            var (women, men, womenIdle, menIdle) = (Active(42.1), Active(53.4), Idle(7), Idle(5.5));
            var active = (women * 0.52m) + (men * 0.48m);
            var idle = ((women * 0.52m * womenIdle) + (men * 0.48m * menIdle)) / active;
            foreach (var (sex, a, i) in new[] { ("Total", active, idle), ("Mujeres", women, womenIdle), ("Varones", men, menIdle) })
                t.Add(quarter, sex, decimal.Round(a, 1), decimal.Round(a * (100 - i) / 100, 1), decimal.Round(i, 1));
        }
    });

    private static Table Rents(City city) => Table.Of("canasta-alquileres", """
        mes date: Primer día del mes
        comuna integer: Comuna
        ambientes integer: Cantidad de ambientes
        precio_mediano integer ARS: Mediana del precio pedido
        """, (t, rng) =>
    {
        foreach (var month in Months(2024, 1, 33))
            foreach (var c in city.Comunas)
                t.Add(month, c.Number, rng.Int(1, 3), rng.Int(180, 720) * 1000);
    });

    private static Table Ordinances() => Table.Of("ordenanzas", """
        numero integer: Número de ordenanza
        fecha_sancion date: Día de la sanción
        tema string: Tema
        titulo string: De qué trata
        vigente string: SI cuando rige
        enlace string: Dirección del texto
        """, 410, (rng, i) =>
    {
        var topic = rng.Any("Tránsito", "Ambiente", "Tributaria", "Urbanismo", "Cultura", "Salud", "Presupuesto");
        return [4_100 + i, Day(2016, 3, 10).AddDays((i * 9) + rng.Int(0, 6)), topic,
            $"{rng.Any("Crea el registro de", "Modifica el régimen de", "Aprueba el plan de", "Adhiere a la norma de")} {topic.ToLowerInvariant()}",
            rng.Chance(0.86) ? "SI" : "NO", $"https://concejo.puertoalmendra.example/ordenanzas/{4_100 + i}"];
    });

    private static Table Votes() => Table.Of("votaciones-nominales", """
        votacion integer: Número de votación
        fecha date: Día de la sesión
        asunto string: Qué se votó
        banca integer: Número de banca
        bloque string: Bloque ficticio
        voto string: Afirmativo, negativo, abstención o ausente
        """, (t, rng) =>
    {
        string[] blocs = ["Bloque Faro", "Bloque Marea", "Bloque Médano"];
        for (var vote = 1; vote <= 64; vote++)
        {
            var (day, matter) = (Day(2025, 3, 6).AddDays(vote * 9),
                rng.Any("Tarifa de estacionamiento", "Cuenta de inversión", "Código de edificación", "Declaración de interés", "Convenio con la Provincia"));
            var lean = blocs.Select(_ => rng.Chance(0.65)).ToArray();
            for (var seat = 1; seat <= 18; seat++)
            {
                var bloc = seat <= 8 ? 0 : seat <= 14 ? 1 : 2;
                t.Add(vote, day, matter, seat, blocs[bloc],
                    rng.Chance(0.06) ? "Ausente" : rng.Chance(0.05) ? "Abstención" : lean[bloc] != rng.Chance(0.04) ? "Afirmativo" : "Negativo");
            }
        }
    });

    private static Table Attendance() => Table.Of("asistencia-sesiones", """
        mes date: Primer día del mes
        bloque string: Bloque ficticio
        presencias integer: Presencias
        ausencias integer: Ausencias
        """, (t, rng) =>
    {
        foreach (var month in Months(2024, 3, 32).Where(m => m.Month is >= 3 and <= 11))
            foreach (var (bloc, seats) in new[] { ("Bloque Faro", 8), ("Bloque Marea", 6), ("Bloque Médano", 4) })
            {
                var away = rng.Int(0, seats);
                t.Add(month, bloc, (seats * 5) - away, away);
            }
    });
}
