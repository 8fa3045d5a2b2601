using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

internal static class Culture
{
    public static DatasetDraft[] Of(City city)
    {
        var museums = Table.Of("museos", """
            museo_id integer: Número del museo
            nombre string: Nombre
            tema string: De qué trata
            entrada string: Gratuita o paga
            direccion string: Calle y altura
            comuna integer: Comuna
            barrio string: Barrio
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 14, (rng, i) =>
        {
            string[] subjects = ["del Puerto", "de la Pesca", "del Almendro", "Ferroviario", "de Arte", "de Ciencias Naturales", "del Faro"];
            var place = city.InComuna(rng, (i % 7) + 1);
            return [i + 1, $"Museo {subjects[i % 7]}{(i < 7 ? "" : ", sala " + place.Barrio.Name)}", rng.Any("Historia", "Arte", "Ciencia"),
                rng.Any("Gratuita", "Gratuita", "Paga"), place.Address, place.Comuna, place.Barrio.Name, place.At.Lat, place.At.Lon];
        });
        return [Museums(museums), Visits(museums), Libraries(city), Hotels(), Agenda(city)];
    }

    private static DatasetDraft Museums(Table museums) => DatasetDraft.Of("""
        museos
        Museos de la ciudad
        Museos municipales y salas barriales, con su tema, su dirección y el precio de la entrada.
        EDUC | patrimonio | R/P1Y | 2021-10-10 | 2026-02-27 | -
        museos, cultura, patrimonio
        """, museums.Csv("Museos"), museums.PointsFile("Museos, mapa"));

    private static DatasetDraft Visits(Table museums) => DatasetDraft.Of("""
        visitas-museos
        Visitas a museos por mes
        Personas que entraron a cada museo, separadas en público general y visitas escolares.
        EDUC | cultura-y-turismo | R/P1M | 2022-03-07 | 2026-11-03 | 2023-01-01/2026-10-31
        museos, visitas, público, escuelas
        """,
        Table.Of("visitas-museos", """
            mes date: Primer día del mes
            museo_id integer: Museo, como en el listado de museos
            publico_general integer personas: Público general
            visitas_escolares integer personas: Visitas escolares
            total integer personas: Suma de ambos
            """, (t, rng) =>
        {
            foreach (var month in Months(2023, 1, 46))
                foreach (var museum in museums.Rows)
                {
                    var (open, school) = (rng.Count(620 * Summer(month.Month), 90), month.Month is 1 or 2 or 12 ? 0 : rng.Count(180, 45));
                    t.Add(month, museum[0], open, school, open + school);
                }
        }).Csv("Visitas desde 2023"));

    private static DatasetDraft Libraries(City city)
    {
        var table = Table.Of("bibliotecas", """
            biblioteca_id integer: Número de la biblioteca
            nombre string: Nombre
            tipo string: Municipal o popular
            volumenes integer libros: Libros en el catálogo
            wifi string: SI cuando hay conexión libre
            direccion string: Calle y altura
            comuna integer: Comuna
            barrio string: Barrio
            lat number grados: Latitud en WGS 84
            lon number grados: Longitud en WGS 84
            """, 22, (rng, i) =>
        {
            var place = City.In(rng, city.Barrios[(i * 3) % 32]);
            return [i + 1, $"Biblioteca {(i % 3 == 0 ? "Municipal" : "Popular")} {place.Barrio.Name}", i % 3 == 0 ? "Municipal" : "Popular", rng.Int(12, 240) * 100,
                rng.Chance(0.8) ? "SI" : "NO", place.Address, place.Comuna, place.Barrio.Name, place.At.Lat, place.At.Lon];
        });
        return DatasetDraft.Of("""
            bibliotecas
            Bibliotecas municipales y populares
            Dónde leer y pedir libros: las bibliotecas abiertas al público con el tamaño de su colección.
            EDUC | patrimonio | R/P1Y | 2021-10-10 | 2026-02-27 | -
            bibliotecas, lectura, libros
            """, table.Csv("Bibliotecas"), table.PointsFile("Bibliotecas, mapa"));
    }

    private static DatasetDraft Hotels()
    {
        var table = Table.Of("ocupacion-hotelera", """
            mes date: Primer día del mes
            categoria string: Categoría del alojamiento
            plazas integer plazas: Plazas disponibles por día
            ocupacion number %: Plazas ocupadas sobre disponibles
            estadia_media number noches: Noches por viajero
            viajeros_residentes integer personas: Viajeros que viven en el país
            viajeros_extranjeros integer personas: Viajeros que viven fuera
            """, (t, rng) =>
        {
            foreach (var month in Months(2021, 1, 70))
                foreach (var (kind, beds) in new[] { ("Hotel 1 y 2 estrellas", 840), ("Hotel 3 estrellas", 1_260), ("Hotel 4 y 5 estrellas", 520),
                    ("Cabañas y campings", 1_900) })
                {
                    var (full, stay) = (Math.Clamp(decimal.Round((decimal)rng.Normal(46 * Summer(month.Month), 4), 1), 6m, 98m), rng.Dec(1.8, 4.9, 1));
                    var people = (int)(beds * 30 * full / 100 / stay);
                    var abroad = (int)(people * rng.Dec(0.03, 0.12, 3));
                    t.Add(month, kind, beds, full, stay, people - abroad, abroad);
                }
        });
        return DatasetDraft.Of("""
            ocupacion-hotelera
            Ocupación hotelera y viajeros
            Encuesta mensual a los alojamientos: cuánto se ocuparon, cuántas noches se quedó cada viajero y de dónde vino.
            ECON EDUC | turismo | R/P1M | 2021-05-03 | 2026-11-12 | 2021-01-01/2026-10-31
            turismo, hoteles, ocupación, viajeros, temporada
            """, table.Csv("Ocupación por mes y categoría"), table.Xlsx("Ocupación por mes y categoría, planilla"));
    }

    private static DatasetDraft Agenda(City city) => DatasetDraft.Of("""
        agenda-cultural
        Agenda de actividades culturales
        Conciertos, talleres, cine y ferias en museos, plazas y bibliotecas durante la temporada 2026.
        EDUC | cultura-y-turismo | R/P1W | 2023-12-01 | 2026-11-20 | 2026-01-01/2026-12-31
        agenda, eventos, música, talleres
        """,
        Table.Of("agenda-cultural", """
            actividad_id integer: Número de la actividad
            fecha date: Día
            hora time: Hora de comienzo
            actividad string: Título de la actividad
            disciplina string: Disciplina
            entrada string: Gratuita o con entrada
            barrio string: Barrio
            comuna integer: Comuna
            """, 430, (rng, _) =>
        {
            var (place, kind) = (city.Somewhere(rng), rng.Any("Música", "Teatro", "Cine", "Taller", "Feria", "Danza"));
            return [0, rng.Date(Day(2026, 1, 2), Day(2026, 12, 30)), new TimeOnly(rng.Int(10, 21), rng.Int(0, 1) * 30), $"{kind} en {place.Barrio.Name}", kind,
                rng.Any("Gratuita", "Gratuita", "Con entrada"), place.Barrio.Name, place.Comuna];
        }).SortedBy("fecha", "hora").Numbered().JsonFile("Agenda 2026"));
}
