using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

internal static class Mobility
{
    public static DatasetDraft[] Of(City city)
    {
        var places = new List<Place>();
        var stations = Stations(city, places);
        return
        [
            DatasetDraft.Of("""
                estaciones-bicicletas-publicas
                Estaciones de bicicletas públicas
                Dónde están las estaciones del sistema Almendra en Bici, cuántos anclajes tienen y desde cuándo funcionan.
                TRAN | transporte | R/P6M | 2022-03-18 | 2026-09-14 | -
                bicicletas, estaciones, movilidad sustentable
                """, stations.Csv("Estaciones"), stations.PointsFile("Estaciones, mapa")),
            Trips(places), Stops(city), Passengers(), Parking(city), Crashes(city), Lanes(city),
        ];
    }

    private static Table Stations(City city, List<Place> places) => Table.Of("estaciones-bicicletas", """
        estacion_id integer: Número de estación
        nombre string: Nombre de la estación
        comuna integer: Comuna
        barrio string: Barrio
        anclajes integer: Lugares para bicicletas
        fecha_apertura date: Desde cuándo funciona
        lat number grados: Latitud en WGS 84
        lon number grados: Longitud en WGS 84
        """, 32, (rng, i) =>
    {
        var place = City.In(rng, city.Barrios[i]);
        places.Add(place);
        return [i + 1, $"{i + 1:D2} - {place.Barrio.Name}", place.Comuna, place.Barrio.Name, rng.Int(3, 8) * 4, rng.Date(Day(2022, 3, 1), Day(2024, 2, 1)),
            place.At.Lat, place.At.Lon];
    });

    private static DatasetDraft Trips(List<Place> stations) => DatasetDraft.Of("""
        viajes-bicicletas-publicas
        Viajes en bicicletas públicas 2025
        Una muestra de los viajes del año: de qué estación salió cada uno, a cuál llegó, cuánto duró y la distancia por calles.
        No hay dato alguno de la persona que viajó.
        TRAN | transporte | R/P1M | 2022-05-02 | 2026-01-12 | 2025-01-01/2025-12-31
        bicicletas, viajes, origen y destino
        """,
        Table.Of("viajes-bicicletas-2025", """
            viaje_id integer: Número de viaje
            fecha_hora_retiro date-time: Momento en que se retiró la bicicleta
            estacion_origen_id integer: Estación de salida
            estacion_destino_id integer: Estación de llegada
            duracion_min integer minutos: Duración
            distancia_m integer m: Distancia por calles entre ambas estaciones
            """, 3200, (rng, _) =>
        {
            var month = rng.Pick(Enumerable.Range(1, 12).ToList(), m => Summer(m));
            var hour = rng.Pick(Enumerable.Range(6, 18).ToList(), h => h is 8 or 13 or 18 ? 3.0 : 1.0);
            var when = Day(2025, month, rng.Int(1, 28)).ToDateTime(new TimeOnly(hour, rng.Int(0, 59), rng.Int(0, 59)));
            var (from, to) = (rng.Int(0, stations.Count - 1), rng.Int(0, stations.Count - 1));
            var metres = Geometry.StreetMetres(stations[from].At, stations[to].At);
            return [0, when, from + 1, to + 1, from == to ? rng.Int(12, 55) : Math.Max(4, (int)(metres / 210.0 * rng.Normal(1, 0.12))), metres];
        }).SortedBy("fecha_hora_retiro").Numbered().Csv("Viajes 2025"));

    private static DatasetDraft Stops(City city)
    {
        var table = Table.Of("paradas-colectivo", """
            parada_id integer: Número de parada
            linea string: Línea que se detiene
            sentido string: Ida o vuelta
            direccion string: Calle y altura
            comuna integer: Comuna
            barrio string: Barrio
            refugio string: SI cuando tiene refugio
            accesible string: SI cuando la vereda y el cordón son accesibles
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 460, (rng, i) =>
        {
            var place = city.Somewhere(rng);
            return [i + 1, $"Línea {500 + rng.Int(1, 9)}", i % 2 == 0 ? "Ida" : "Vuelta", place.Address, place.Comuna, place.Barrio.Name,
                rng.Chance(0.44) ? "SI" : "NO", rng.Chance(0.6) ? "SI" : "NO", place.At.Lat, place.At.Lon];
        });
        return DatasetDraft.Of("""
            paradas-colectivo
            Paradas de colectivo
            Las paradas de las nueve líneas urbanas, con su refugio y su accesibilidad según el relevamiento de invierno.
            TRAN | transporte | R/P1Y | 2021-08-20 | 2026-08-03 | -
            colectivos, transporte público, paradas, accesibilidad
            """, table.Csv("Paradas"), table.PointsFile("Paradas, mapa"));
    }

    private static DatasetDraft Passengers() => DatasetDraft.Of("""
        pasajeros-colectivo
        Pasajeros de colectivo por línea y mes
        Boletos vendidos y kilómetros recorridos por cada línea urbana, informados por las empresas.
        TRAN | movilidad | R/P1M | 2021-09-01 | 2026-11-10 | 2021-01-01/2026-10-31
        colectivos, pasajeros, transporte público
        """,
        Table.Of("pasajeros-colectivo", """
            mes date: Primer día del mes
            linea string: Línea
            pasajeros integer pasajeros: Boletos vendidos
            pasajeros_con_descuento integer pasajeros: De ellos, con tarifa social o estudiantil
            kilometros integer km: Kilómetros recorridos
            """, (t, rng) =>
        {
            foreach (var month in Months(2021, 1, 70))
                for (var line = 1; line <= 9; line++)
                {
                    var total = rng.Count((46_000 + (line * 3_100)) * (month.Year == 2021 ? 0.6 : 1.0) * (month.Month < 3 ? 0.8 : 1.0), 3_000);
                    t.Add(month, $"Línea {500 + line}", total, (int)(total * rng.Dec(0.34, 0.46, 3)), 31_000 + (line * 1_900) + rng.Int(-900, 900));
                }
        }).Csv("Pasajeros desde 2021"));

    private static DatasetDraft Parking(City city) => DatasetDraft.Of("""
        estacionamiento-medido
        Cuadras con estacionamiento medido
        Cada cuadra donde se paga por estacionar, con la cantidad de lugares, el horario y la tarifa vigente.
        TRAN ECON | transporte | eventual | 2023-11-01 | 2026-05-29 | -
        estacionamiento, tarifas, tránsito
        """,
        Table.Of("estacionamiento-medido", """
            cuadra_id integer: Número de cuadra
            calle string: Calle
            altura integer: Altura en la que empieza la cuadra
            barrio string: Barrio
            comuna integer: Comuna
            lugares integer: Lugares para autos
            lugares_reservados integer: De ellos, para personas con discapacidad
            desde time: Hora de inicio
            hasta time: Hora de fin
            tarifa_hora integer ARS: Tarifa por hora
            """, 210, (rng, i) =>
        {
            var place = city.InComuna(rng, rng.Pick([2, 2, 3]));
            return [i + 1, place.Street, place.Number / 100 * 100, place.Barrio.Name, place.Comuna, rng.Int(9, 22), rng.Int(0, 2), new TimeOnly(8, 0),
                new TimeOnly(place.Comuna == 3 ? 22 : 20, 0), place.Comuna == 3 ? 950 : 700];
        }).Csv("Cuadras con estacionamiento medido"));

    private static DatasetDraft Crashes(City city)
    {
        var table = Table.Of("siniestros-viales", """
            siniestro_id integer: Número del registro
            fecha date: Día
            hora time: Hora aproximada
            tipo string: Tipo de siniestro
            participantes string: Quiénes participaron
            lesionados_leves integer personas: Personas con lesiones leves
            lesionados_graves integer personas: Personas con lesiones graves
            fallecidos integer personas: Personas fallecidas hasta 30 días después
            comuna integer: Comuna
            barrio string: Barrio
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 780, (rng, _) =>
        {
            var place = city.Somewhere(rng);
            return [0, rng.Date(Day(2023, 1, 1), Day(2026, 9, 30)), new TimeOnly(rng.Int(0, 23), rng.Int(0, 11) * 5),
                rng.Any("Colisión", "Colisión", "Atropello", "Caída", "Choque con objeto fijo"),
                rng.Any("Auto y moto", "Auto y moto", "Auto y auto", "Auto y peatón", "Moto", "Auto y bicicleta", "Camión y auto"), rng.Int(0, 3),
                rng.Chance(0.16) ? 1 : 0, rng.Chance(0.012) ? 1 : 0,
                place.Comuna, place.Barrio.Name, place.At.Lat, place.At.Lon];
        }).SortedBy("fecha", "hora").Numbered();
        return DatasetDraft.Of("""
            siniestros-viales
            Siniestros viales con personas lesionadas
            Registro de choques, atropellos y caídas atendidos por el servicio de emergencias, con el lugar redondeado a la esquina.
            TRAN JUST | transporte emergencias | R/P3M | 2023-05-30 | 2026-10-21 | 2023-01-01/2026-09-30
            accidentes, seguridad vial, víctimas, tránsito
            """, table.Csv("Siniestros"), table.PointsFile("Siniestros, mapa"));
    }

    private static DatasetDraft Lanes(City city)
    {
        var lines = new List<IReadOnlyList<Point>>();
        var table = Table.Of("ciclovias", """
            tramo_id integer: Número de tramo
            nombre string: Nombre del recorrido
            tipo string: Ciclovía o bicisenda
            desde_barrio string: Barrio donde empieza
            hasta_barrio string: Barrio donde termina
            anio integer: Año de habilitación
            longitud_m integer m: Longitud por calles
            """, 28, (rng, i) =>
        {
            var (a, b) = (city.Barrios[i], city.Barrios[i + 1]);
            var (from, to) = (City.In(rng, a).At, City.In(rng, b).At);
            lines.Add([from, new Point(to.X, from.Y), to]);
            return [i + 1, $"{a.Name} - {b.Name}", rng.Any("Ciclovía", "Ciclovía", "Bicisenda"), a.Name, b.Name, rng.Int(2019, 2026),
                Geometry.StreetMetres(from, to)];
        });
        return DatasetDraft.Of("""
            ciclovias
            Red de ciclovías y bicisendas
            Trazado de la red ciclista, tramo por tramo, con el año en que se habilitó cada uno.
            TRAN REGI | transporte | eventual | 2021-07-01 | 2026-06-18 | -
            ciclovías, bicicletas, infraestructura vial
            """, table.ShapesFile("Trazado de la red", "LineString", lines), table.Csv("Tramos de la red"));
    }
}
