using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

internal static class Planning
{
    public static DatasetDraft[] Of(City city) => [Comunas(city), Barrios(city), Permits(city), Parcels(city), LandUse(city)];

    private static DatasetDraft Comunas(City city)
    {
        var table = Table.Of("comunas", """
            comuna integer: Número de la comuna
            nombre string: Nombre de la comuna
            barrios string: Barrios que la forman
            poblacion integer habitantes: Población estimada en 2022
            superficie_km2 number km2: Superficie
            densidad number hab/km2: Habitantes por kilómetro cuadrado
            """, (t, _) =>
        {
            foreach (var c in city.Comunas)
                t.Add(c.Number, $"Comuna {c.Number}", string.Join(", ", c.Barrios.Select(b => b.Name)), c.Population, c.AreaKm2,
                    decimal.Round(c.Population / c.AreaKm2, 1));
        });
        return DatasetDraft.Of("""
            comunas
            Comunas
            Límites, población y superficie de las ocho comunas en que se divide la ciudad para su gobierno.
            REGI | planeamiento | eventual | 2021-03-15 | 2024-06-04 | -
            comunas, límites, división administrativa, mapa base
            """, table.ShapesFile("Límites de las comunas", "Polygon", city.Comunas.Select(c => c.Ring)), table.Csv("Comunas, tabla"), table.Xlsx("Comunas, planilla"));
    }

    private static DatasetDraft Barrios(City city)
    {
        var table = Table.Of("barrios", """
            barrio_id integer: Número del barrio
            nombre string: Nombre del barrio
            comuna integer: Comuna a la que pertenece
            poblacion integer habitantes: Población estimada en 2022
            superficie_km2 number km2: Superficie
            """, (t, _) =>
        {
            foreach (var b in city.Barrios)
                t.Add(b.Id, b.Name, b.Comuna, b.Population, b.AreaKm2);
        });
        return DatasetDraft.Of("""
            barrios
            Barrios
            Los 32 barrios con sus límites oficiales. La población y la superficie de cada comuna son la suma de las de sus cuatro barrios.
            REGI | planeamiento | eventual | 2021-03-15 | 2024-06-04 | -
            barrios, límites, mapa base
            """, table.ShapesFile("Límites de los barrios", "Polygon", city.Barrios.Select(b => b.Ring)), table.Csv("Barrios, tabla"));
    }

    private static DatasetDraft Permits(City city)
    {
        var table = Table.Of("permisos-edificacion", """
            permiso_id string: Número del permiso
            fecha_solicitud date: Día en que se pidió
            fecha_otorgamiento date: Día en que se otorgó
            dias_tramite integer días: Días corridos entre ambos
            tipo_obra string: Obra nueva, ampliación, demolición o reforma
            destino string: Uso del edificio
            pisos integer: Cantidad de pisos
            superficie_m2 integer m2: Superficie a construir
            comuna integer: Comuna
            barrio string: Barrio
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 560, (rng, i) =>
        {
            var (place, asked) = (city.Somewhere(rng), rng.Date(Day(2024, 1, 3), Day(2026, 7, 31)));
            var (use, days) = (rng.Any("Vivienda unifamiliar", "Vivienda unifamiliar", "Vivienda multifamiliar", "Comercio", "Hotel", "Industria"),
                Math.Max(6, rng.Count(48, 16)));
            var floors = use switch { "Vivienda multifamiliar" or "Hotel" => rng.Int(3, 9), "Industria" => 1, _ => rng.Int(1, 2) };
            return [$"PE-{asked.Year}-{i + 1:D4}", asked, asked.AddDays(days), days, rng.Any("Obra nueva", "Obra nueva", "Ampliación", "Reforma", "Demolición"), use,
                floors,
                floors * rng.Int(60, 420), place.Comuna, place.Barrio.Name, place.At.Lat, place.At.Lon];
        }).SortedBy("fecha_solicitud");
        return DatasetDraft.Of("""
            permisos-edificacion
            Permisos de edificación otorgados
            Permisos para construir, ampliar, reformar o demoler, con los días que tardó cada trámite y los metros autorizados.
            REGI ECON | planeamiento | R/P1M | 2022-09-01 | 2026-11-05 | 2024-01-01/2026-09-30
            construcción, permisos, edificación, trámites
            """, table.Csv("Permisos otorgados"), table.PointsFile("Permisos otorgados, mapa"));
    }

    private static DatasetDraft Parcels(City city) => DatasetDraft.Of("""
        catastro-resumen
        Resumen catastral por barrio y destino
        Cantidad de parcelas, superficie y valuación fiscal total por barrio. Es un resumen: no se publican datos de propietarios.
        REGI ECON | urbanismo-y-territorio | R/P1Y | 2023-03-10 | 2026-03-06 | 2025-01-01/2025-12-31
        catastro, parcelas, valuación fiscal
        """,
        Table.Of("catastro-resumen", """
            barrio_id integer: Número del barrio
            barrio string: Barrio
            comuna integer: Comuna
            destino string: Destino de las parcelas
            parcelas integer parcelas: Cantidad de parcelas
            superficie_terreno_m2 integer m2: Superficie de terreno
            superficie_cubierta_m2 integer m2: Superficie cubierta
            valuacion_total integer ARS: Valuación fiscal
            """, (t, rng) =>
        {
            foreach (var b in city.Barrios)
                foreach (var (use, share) in new[] { ("Residencial", 0.31), ("Comercial", 0.06), ("Industrial", 0.05), ("Baldío", 0.12), ("Equipamiento", 0.04) })
                {
                    var land = (int)((double)b.AreaKm2 * 1_000_000 * share * rng.Normal(1, 0.12));
                    var built = use == "Baldío" ? 0 : (int)(land * rng.Normal(use == "Comercial" ? 0.9 : 0.45, 0.08));
                    t.Add(b.Id, b.Name, b.Comuna, use, land / rng.Int(260, 520), land, built, (land * 9_500L) + (built * 61_000L));
                }
        }).Csv("Resumen por barrio y destino"));

    private static DatasetDraft LandUse(City city) => DatasetDraft.Of("""
        usos-del-suelo-locales
        Relevamiento de locales y usos del suelo
        Locales relevados a pie en las avenidas y los centros comerciales: si estaban abiertos, y para qué se usaban el día de la visita.
        REGI ECON | urbanismo-y-territorio economia-y-finanzas | R/P2Y | 2022-12-01 | 2024-12-12 | 2024-08-01/2024-10-31
        usos del suelo, locales, comercio, vacancia
        """,
        Table.Of("usos-del-suelo-locales", """
            local_id integer: Número del relevamiento
            fecha date: Día de la visita
            comuna integer: Comuna
            barrio string: Barrio
            direccion string: Calle y altura
            rubro string: Rubro; vacío si el local estaba desocupado
            situacion string: Ocupado o desocupado
            frente_m number m: Ancho del frente
            """, 760, (rng, i) =>
        {
            var (place, empty) = (city.Somewhere(rng), rng.Chance(0.13));
            return [i + 1, Day(2024, 8, 5).AddDays(i / 9), place.Comuna, place.Barrio.Name, place.Address,
                empty ? null : rng.Any("Almacén", "Gastronomía", "Indumentaria", "Ferretería", "Farmacia", "Servicios", "Librería", "Artículos náuticos"),
                empty ? "Desocupado" : "Ocupado", rng.Dec(2.8, 12, 1)];
        }).Csv("Locales relevados en 2024"));
}
