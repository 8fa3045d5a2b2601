using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

/// <summary>What stations measure and crews count. Every dataset is a Data Package in a folder of its own.</summary>
internal static class Environment
{
    private static readonly string[] Stations = ["Centro", "Parque Industrial", "Costanera"];

    public static DatasetDraft[] Of(City city) => [Air(), Noise(city), Water(), Recycling(city), Trees(city), Waste()];

    private static DatasetDraft Air() => DatasetDraft.Of("""
        calidad-aire-horaria
        Calidad del aire: mediciones horarias
        Material particulado, dióxido de nitrógeno, ozono y viento medidos cada hora en tres estaciones. Las horas sin dato quedan vacías.
        ENVI HEAL | medio-ambiente | R/PT1H | 2021-06-05 | 2026-11-01 | 2026-09-20/2026-10-31
        calidad del aire, contaminación, pm10, ozono, monitoreo
        """,
        Table.Of("calidad-aire-horaria", """
            fecha_hora date-time: Comienzo de la hora, hora local
            estacion string: Estación de medición
            pm10 number µg/m3: Material particulado de hasta 10 micrones
            pm25 number µg/m3: Material particulado de hasta 2,5 micrones
            no2 number µg/m3: Dióxido de nitrógeno
            o3 number µg/m3: Ozono
            viento_kmh number km/h: Velocidad del viento
            """, (t, rng) =>
        {
            for (var hour = 0; hour < 24 * 42; hour++)
                foreach (var station in Stations)
                {
                    var when = Day(2026, 9, 20).ToDateTime(TimeOnly.MinValue).AddHours(hour);
                    var traffic = when.Hour is 7 or 8 or 18 or 19 or 20 ? 1.6 : when.Hour < 6 ? 0.6 : 1.0;
                    var dirt = station switch { "Parque Industrial" => 1.7, "Centro" => 1.2, _ => 0.7 };
                    if (rng.Chance(0.012))
                    {
                        t.Add(when, station, null, null, null, null, rng.Dec(2, 40, 1));
                        continue;
                    }

                    var coarse = decimal.Round((decimal)Math.Max(3, rng.Normal(24 * dirt * traffic, 5)), 1);
                    t.Add(when, station, coarse, decimal.Round(coarse * rng.Dec(0.38, 0.62, 3), 1),
                        decimal.Round((decimal)Math.Max(1, rng.Normal(16 * dirt * traffic, 4)), 1),
                        decimal.Round((decimal)Math.Max(2, rng.Normal(when.Hour is > 10 and < 18 ? 62 : 34, 8)), 1), rng.Dec(2, 46, 1));
                }
        }).Csv("Mediciones horarias, primavera de 2026"));

    private static DatasetDraft Noise(City city) => DatasetDraft.Of("""
        mapa-ruido
        Mediciones de ruido urbano
        Nivel sonoro de día y de noche en puntos fijos de la ciudad, y cuántos decibeles se pasan del valor guía.
        ENVI HEAL | medio-ambiente | R/P1Y | 2022-10-04 | 2026-05-08 | 2022-01-01/2026-03-31
        ruido, contaminación sonora, decibeles
        """,
        Table.Of("mapa-ruido", """
            punto_id integer: Punto de medición
            anio integer: Año
            barrio string: Barrio
            comuna integer: Comuna
            nivel_dia number dBA: Nivel equivalente de 7 a 22
            nivel_noche number dBA: Nivel equivalente de 22 a 7
            exceso_noche number dBA: Lo que pasa de 55 de noche; cero si no pasa
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, (t, rng) =>
        {
            for (var p = 1; p <= 64; p++)
            {
                var (place, loud) = (City.In(rng, city.Barrios[(p - 1) % 32]), rng.Normal(63, 4));
                for (var year = 2022; year <= 2026; year++)
                {
                    var day = decimal.Round((decimal)(loud + rng.Normal(0, 1.2)), 1);
                    var night = decimal.Round(day - rng.Dec(5, 12, 1), 1);
                    t.Add(p, year, place.Barrio.Name, place.Comuna, day, night, Math.Max(0m, night - 55m), place.At.Lat, place.At.Lon);
                }
            }
        }).Csv("Mediciones por punto y año"));

    private static DatasetDraft Water() => DatasetDraft.Of("""
        calidad-agua-balnearios
        Calidad del agua en los balnearios
        Análisis de enterococos y turbiedad en las playas habilitadas. Por encima de 35 enterococos se recomienda no bañarse.
        ENVI HEAL | medio-ambiente salud | R/P1W | 2021-12-10 | 2026-04-02 | 2023-12-01/2026-03-31
        agua de mar, playas, balnearios, enterococos
        """,
        Table.Of("calidad-agua-balnearios", """
            fecha date: Día de la muestra
            balneario string: Balneario
            temperatura number °C: Temperatura del agua
            enterococos integer UFC/100 ml: Enterococos
            turbiedad number NTU: Turbiedad
            apta string: SI cuando es apta para el baño
            """, (t, rng) =>
        {
            for (var season = 2023; season <= 2025; season++)
                for (var day = Day(season, 12, 1); day <= Day(season + 1, 3, 31); day = day.AddDays(7))
                    foreach (var beach in new[] { "Balneario Sur", "Bahía Chica", "La Escollera", "Punta Gaviota", "Las Dunas" })
                    {
                        var count = (int)(60 * rng.Unit() * rng.Unit()) + (beach == "La Escollera" ? 9 : 0);
                        t.Add(day, beach, rng.Dec(17, 23.5, 1), count, rng.Dec(0.8, 9, 1), count <= 35 ? "SI" : "NO");
                    }
        }).Csv("Análisis de las temporadas 2023 a 2026"));

    private static DatasetDraft Recycling(City city)
    {
        var table = Table.Of("puntos-verdes", """
            punto_id integer: Número del punto
            nombre string: Nombre
            tipo string: Fijo, móvil o contenedor
            materiales string: Qué se puede llevar
            horario string: Días y horas
            comuna integer: Comuna
            barrio string: Barrio
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 72, (rng, i) =>
        {
            var place = City.In(rng, city.Barrios[i % 32]);
            var kind = i < 12 ? "Fijo" : rng.Any("Contenedor", "Contenedor", "Móvil");
            return [i + 1, $"Punto verde {place.Barrio.Name} {(i / 32) + 1}", kind,
                kind == "Fijo" ? "Papel; vidrio; plástico; metal; aceite; electrónicos" : "Papel; vidrio; plástico; metal",
                kind == "Móvil" ? "Sábados de 10 a 16" : kind == "Fijo" ? "Martes a domingos de 11 a 19" : "Todo el día", place.Comuna, place.Barrio.Name,
                place.At.Lat, place.At.Lon];
        });
        return DatasetDraft.Of("""
            puntos-verdes
            Puntos verdes para reciclar
            Dónde llevar papel, vidrio, plástico, metales, aceite y electrónicos, y en qué horario.
            ENVI | higiene-urbana | R/P6M | 2022-04-22 | 2026-08-26 | -
            reciclado, puntos verdes, residuos
            """, table.Csv("Puntos verdes"), table.PointsFile("Puntos verdes, mapa"));
    }

    private static DatasetDraft Trees(City city) => DatasetDraft.Of("""
        arbolado-urbano
        Arbolado de alineación
        Una muestra del censo de árboles de vereda: especie, altura, estado y lugar.
        ENVI REGI | medio-ambiente | R/P4Y | 2022-09-21 | 2025-09-19 | 2025-03-01/2025-08-31
        árboles, arbolado, censo, espacio verde
        """,
        Table.Of("arbolado-urbano", """
            arbol_id integer: Número del árbol
            especie string: Nombre común
            nombre_cientifico string: Nombre científico
            altura_m number m: Altura
            diametro_cm integer cm: Diámetro a 1,30 m del suelo
            estado string: Estado sanitario
            comuna integer: Comuna
            barrio string: Barrio
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 1900, (rng, i) =>
        {
            (string Common, string Science, double High)[] species = [("Fresno", "Fraxinus pennsylvanica", 8), ("Tamarisco", "Tamarix gallica", 4),
                ("Plátano", "Platanus x hispanica", 12), ("Pino marítimo", "Pinus pinaster", 14), ("Ciruelo de jardín", "Prunus cerasifera", 4),
                ("Almendro", "Prunus dulcis", 5), ("Acacia", "Robinia pseudoacacia", 7)];
            var (place, (common, science, high)) = (city.Somewhere(rng), rng.Pick(species));
            var height = decimal.Round((decimal)Math.Max(1.5, rng.Normal(high, high * 0.25)), 1);
            return [i + 1, common, science, height, Math.Max(3, rng.Count((double)height * 3.1, 5)), rng.Any("Bueno", "Bueno", "Bueno", "Regular", "Malo"),
                place.Comuna, place.Barrio.Name, place.At.Lat, place.At.Lon];
        }).Csv("Muestra del censo 2025"));

    private static DatasetDraft Waste()
    {
        var table = Table.Of("residuos-recolectados", """
            mes date: Primer día del mes
            fraccion string: Fracción de residuos
            destino string: Adónde van
            toneladas number t: Toneladas pesadas en balanza
            """, (t, rng) =>
        {
            foreach (var month in Months(2020, 1, 82))
                foreach (var (kind, where, mean) in new[] { ("Domiciliarios", "Relleno sanitario", 4_300.0), ("Reciclables", "Planta de clasificación", 260.0),
                    ("Poda", "Planta de compostaje", 540.0), ("Áridos", "Planta de áridos", 1_150.0) })
                    t.Add(month, kind, where, decimal.Round(
                        (decimal)(rng.Normal(mean, mean * 0.05) * (kind == "Domiciliarios" ? 0.75 + (0.25 * Summer(month.Month)) : 1)), 1));
        });
        return DatasetDraft.Of("""
            residuos-recolectados
            Residuos recolectados por fracción
            Toneladas por mes de residuos domiciliarios, reciclables, poda y áridos, desde 2020.
            ENVI | higiene-urbana | R/P1M | 2021-02-18 | 2026-11-05 | 2020-01-01/2026-10-31
            residuos, recolección, reciclables, toneladas
            """, table.Csv("Toneladas por mes"), table.Xlsx("Toneladas por mes, planilla"));
    }
}
