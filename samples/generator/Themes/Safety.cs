using System.Globalization;
using System.Text.Json.Nodes;
using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

internal static class Safety
{
    public static DatasetDraft[] Of(City city) =>
    [
        Fires(city), Storms(city),
        DatasetDraft.Of("""
            delitos-denunciados
            Delitos denunciados por barrio y mes
            Denuncias recibidas en comisarías y fiscalías, sumadas por barrio para que no se reconozca a nadie.
            JUST | emergencias | R/P3M | 2023-08-01 | 2026-10-19 | 2024-01-01/2026-09-30
            delitos, denuncias, seguridad
            """, Crimes(city).Csv("Denuncias por barrio y mes"), Crimes(city).Xlsx("Denuncias por barrio y mes, planilla")),
        DatasetDraft.Of("""
            camaras-seguridad
            Cámaras de seguridad en la vía pública
            Ubicación aproximada y tipo de las cámaras que opera el centro de monitoreo.
            JUST | emergencias | R/P6M | 2024-04-08 | 2026-07-13 | -
            cámaras, videovigilancia, monitoreo
            """, Cameras(city).Csv("Cámaras"))
            .Broken("`byteSize` is a string instead of a number", d =>
            {
                var size = d["distribution"]![0]!["byteSize"]!.GetValue<int>();
                d["distribution"]![0]!["byteSize"] = size.ToString(CultureInfo.InvariantCulture);
            }),
        DatasetDraft.Of("""
            simulacros
            Simulacros y capacitaciones de defensa civil
            Esta descripción se quita.
            JUST EDUC | emergencias | R/P6M | 2024-09-02 | 2026-09-07 | 2024-01-01/2026-08-31
            defensa civil, simulacros, capacitación
            """, Drills(city).Csv("Simulacros"))
            .Broken("`description` is missing, and no distribution has one either", d => d.Remove("description"), published: false),
        DatasetDraft.Of("""
            incendios-intervenciones
            Intervenciones de guardavidas en la costa
            Rescates y prevenciones en el mar durante la temporada, por balneario y por día.
            JUST HEAL | emergencias | R/P1Y | 2024-04-15 | 2026-04-20 | 2025-12-01/2026-03-31
            guardavidas, rescates, playas
            """, Rescues().Csv("Rescates de la temporada 2025-2026"))
            .Broken("its identifier is already that of the fires of the same catalog; the first one counts", published: false),
    ];

    private static DatasetDraft Fires(City city)
    {
        var table = Table.Of("incendios-intervenciones", """
            intervencion_id integer: Número de la intervención
            fecha date: Día
            hora_alarma time: Hora del aviso
            minutos_arribo integer minutos: Minutos hasta llegar
            tipo string: Qué se incendió o qué pasó
            dotaciones integer: Dotaciones que salieron
            lesionados integer personas: Personas lesionadas
            comuna integer: Comuna
            barrio string: Barrio
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 520, (rng, _) =>
        {
            var place = city.Somewhere(rng);
            var month = rng.Pick(Enumerable.Range(1, 12).ToList(), Summer);
            return [0, Day(rng.Int(2023, 2025), month, rng.Int(1, 28)), new TimeOnly(rng.Int(0, 23), rng.Int(0, 59)), rng.Int(3, 19),
                rng.Any("Pastizal", "Pastizal", "Vivienda", "Vehículo", "Comercio", "Contenedor", "Fuga de gas"), rng.Int(1, 4),
                rng.Chance(0.07) ? rng.Int(1, 3) : 0, place.Comuna, place.Barrio.Name, place.At.Lat, place.At.Lon];
        }).SortedBy("fecha", "hora_alarma").Numbered();
        return DatasetDraft.Of("""
            incendios-intervenciones
            Intervenciones de bomberos por incendios
            Salidas de los cuarteles, con la hora del aviso, los minutos que tardó la primera dotación y el lugar.
            JUST ENVI | emergencias | R/P1Y | 2022-05-30 | 2026-02-11 | 2023-01-01/2025-12-31
            incendios, bomberos, emergencias
            """, table.Csv("Intervenciones"), table.PointsFile("Intervenciones, mapa"));
    }

    private static DatasetDraft Storms(City city) => DatasetDraft.Of("""
        temporales-evacuados
        Temporales y personas asistidas
        Cada temporal con su lluvia y su viento, y las personas que pasaron por un centro de evacuación en cada comuna.
        JUST ENVI | emergencias medio-ambiente | eventual | 2022-11-14 | 2026-10-02 | 2019-01-01/2026-09-30
        temporales, inundaciones, evacuados, defensa civil
        """,
        Table.Of("temporales-evacuados", """
            fecha date: Día del temporal
            lluvia_mm number mm: Lluvia caída
            rafaga_kmh integer km/h: Ráfaga máxima
            comuna integer: Comuna
            personas_asistidas integer personas: Personas asistidas
            """, (t, rng) =>
        {
            for (var storm = 0; storm < 46; storm++)
            {
                var (day, rain, gust) = (Day(2019, 1, 20).AddDays((storm * 60) + rng.Int(0, 40)), rng.Dec(22, 118, 1), rng.Int(50, 121));
                foreach (var comuna in city.Comunas)
                    t.Add(day, rain, gust, comuna.Number, rain < 50 ? 0 : rng.Int(0, (int)rain));
            }
        }).Csv("Temporales desde 2019"));

    private static Table Crimes(City city) => Table.Of("delitos-denunciados", """
        mes date: Primer día del mes
        comuna integer: Comuna
        barrio string: Barrio
        hurtos integer denuncias: Hurtos
        robos integer denuncias: Robos
        estafas integer denuncias: Estafas
        """, (t, rng) =>
    {
        foreach (var month in Months(2025, 1, 21))
            foreach (var b in city.Barrios)
                t.Add(month, b.Comuna, b.Name, rng.Count((b.Population * 0.0012 * Summer(month.Month)) + 1, 2), rng.Count((b.Population * 0.0007) + 1, 1),
                    rng.Count(b.Population * 0.0004, 1));
    });

    private static Table Cameras(City city) => Table.Of("camaras-seguridad", """
        camara_id integer: Número de cámara
        tipo string: Fija o domo
        comuna integer: Comuna
        barrio string: Barrio
        lat number grados: Latitud, redondeada a la cuadra
        lon number grados: Longitud, redondeada a la cuadra
        """, 240, (rng, i) =>
    {
        var place = city.Somewhere(rng);
        return [i + 1, rng.Any("Fija", "Domo"), place.Comuna, place.Barrio.Name, decimal.Round(place.At.Lat, 3), decimal.Round(place.At.Lon, 3)];
    });

    private static Table Drills(City city) => Table.Of("simulacros", """
        fecha date: Día
        comuna integer: Comuna
        participantes integer personas: Participantes
        """, 60, (rng, i) => [Day(2024, 1, 15).AddDays(i * 15), (i % city.Comunas.Count) + 1, rng.Int(20, 350)]);

    private static Table Rescues() => Table.Of("rescates-guardavidas", """
        fecha date: Día
        balneario string: Balneario
        rescates integer personas: Personas rescatadas
        prevenciones integer avisos: Avisos a bañistas
        """, (t, rng) =>
    {
        for (var day = Day(2025, 12, 1); day <= Day(2026, 3, 31); day = day.AddDays(1))
            foreach (var beach in new[] { "Balneario Sur", "Bahía Chica", "Punta Gaviota" })
                t.Add(day, beach, rng.Chance(0.3) ? rng.Int(1, 5) : 0, rng.Int(2, 40));
    });
}
