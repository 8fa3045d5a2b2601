using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

internal static class Education
{
    private static readonly (string Level, int Grades, int Ages)[] Levels = [("Inicial", 3, 3), ("Primario", 6, 6), ("Secundario", 6, 12)];

    public static DatasetDraft[] Of(City city)
    {
        var schools = Table.Of("escuelas", """
            cue string: Código inventado del establecimiento
            nombre string: Nombre de la escuela
            nivel string: Inicial, primario o secundario
            gestion string: Estatal o privada
            jornada string: Simple o completa
            direccion string: Calle y altura
            comuna integer: Comuna
            barrio string: Barrio
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 118, (rng, i) =>
        {
            var (place, level, own) = (city.Somewhere(rng), Levels[i % 3].Level, rng.Chance(0.72));
            return [$"PAL-{i + 1:D4}", $"{(level == "Inicial" ? "Jardín" : "Escuela")} N° {i + 1} \"{place.Barrio.Name}\"", level, own ? "Estatal" : "Privada",
                rng.Any("Simple", "Simple", "Completa"),
                place.Address, place.Comuna, place.Barrio.Name, place.At.Lat, place.At.Lon];
        });
        var enrolment = Table.Of("matricula-escolar", """
            anio integer: Ciclo lectivo
            cue string: Código del establecimiento, como en el archivo de escuelas
            nivel string: Nivel
            grado integer: Sala, grado o año
            mujeres integer estudiantes: Mujeres
            varones integer estudiantes: Varones
            total integer estudiantes: Suma de ambos
            """, (t, rng) =>
        {
            for (var year = 2024; year <= 2026; year++)
                foreach (var school in schools.Rows)
                    for (var grade = 1; grade <= Levels.First(l => l.Level == (string)school[2]!).Grades; grade++)
                    {
                        var (girls, boys) = (rng.Int(14, 46), rng.Int(14, 46));
                        t.Add(year, school[0], school[2], grade, girls, boys, girls + boys);
                    }
        });
        return
        [
            DatasetDraft.Of("""
                escuelas
                Establecimientos educativos
                Jardines, primarias y secundarias de gestión estatal y privada, con su jornada y su ubicación.
                EDUC | escuelas | R/P1Y | 2021-04-12 | 2026-03-20 | -
                escuelas, jardines de infantes, establecimientos educativos
                """, schools.Csv("Establecimientos"), schools.PointsFile("Establecimientos, mapa")),
            DatasetDraft.Of("""
                matricula-escolar
                Matrícula por establecimiento y grado
                Estudiantes inscriptos al 30 de abril de cada año. El código permite unirla con el listado de establecimientos.
                EDUC SOCI | escuelas | R/P1Y | 2022-06-15 | 2026-06-10 | 2024-03-01/2026-12-20
                matrícula, estudiantes, inscripción
                """, enrolment.Csv("Matrícula 2024 a 2026")),
            DatasetDraft.Of("""
                trayectorias-escolares
                Promoción, repitencia y abandono por nivel
                Cómo terminaron el año los estudiantes de cada comuna: quiénes promovieron, quiénes repitieron y quiénes dejaron.
                EDUC SOCI | educacion | R/P1Y | 2022-08-01 | 2026-05-18 | 2018-01-01/2025-12-31
                repitencia, abandono escolar, promoción, indicadores educativos
                """,
                Tracks(city).Csv("Trayectorias por comuna y nivel")),
            DatasetDraft.Of("""
                comedores-escolares
                Raciones servidas en comedores escolares
                Desayunos, almuerzos y meriendas servidos por mes en cada comuna durante el ciclo lectivo.
                EDUC SOCI | escuelas politicas-sociales | R/P1M | 2024-05-20 | 2026-11-06 | 2024-03-01/2026-10-31
                comedores, alimentación, raciones
                """,
                Meals(city).Csv("Raciones por mes y comuna"), Meals(city).Xlsx("Raciones por mes y comuna, planilla")),
        ];
    }

    private static Table Tracks(City city) => Table.Of("trayectorias-escolares", """
        anio integer: Ciclo lectivo
        comuna integer: Comuna de la escuela
        nivel string: Nivel
        promovidos number %: Porcentaje que promovió
        repitentes number %: Porcentaje que repitió
        abandono number %: Porcentaje que dejó; los tres suman 100
        """, (t, rng) =>
    {
        for (var year = 2018; year <= 2025; year++)
            foreach (var comuna in city.Comunas)
                foreach (var level in new[] { "Primario", "Secundario" })
                {
                    var (again, gone) = level == "Primario" ? (rng.Dec(0.8, 3.4, 1), rng.Dec(0.1, 0.9, 1)) : (rng.Dec(5, 12, 1), rng.Dec(2, 8, 1));
                    t.Add(year, comuna.Number, level, 100m - again - gone, again, gone);
                }
    });

    private static Table Meals(City city) => Table.Of("comedores-escolares", """
        mes date: Primer día del mes
        comuna integer: Comuna
        desayunos integer raciones: Desayunos servidos
        almuerzos integer raciones: Almuerzos servidos
        meriendas integer raciones: Meriendas servidas
        """, (t, rng) =>
    {
        foreach (var month in Months(2024, 3, 32).Where(m => m.Month is >= 3 and <= 12))
            foreach (var comuna in city.Comunas)
            {
                var mean = comuna.Population * (month.Month == 7 ? 0.5 : 0.95);
                t.Add(month, comuna.Number, rng.Count(mean, mean * 0.06), rng.Count(mean * 0.8, mean * 0.05), rng.Count(mean * 0.7, mean * 0.05));
            }
    });
}
