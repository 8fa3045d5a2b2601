using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

/// <summary>Money: budget, revenue, debt, tenders and pay.</summary>
internal static class Treasury
{
    /// <summary>Jurisdiction, its code, and its share of the budget in thousandths.</summary>
    private static readonly (int Code, string Name, int Share)[] Jurisdictions =
    [
        (1, "Concejo Deliberante", 18), (3, "Consejo de la Magistratura", 22), (4, "Tribunal Superior de Justicia", 9), (5, "Ministerio Público Fiscal", 24),
        (20, "Jefatura de Gabinete", 61),
        (26, "Secretaría de Seguridad Ciudadana", 97), (30, "Secretaría de Desarrollo Urbano", 34), (35, "Secretaría de Obras Públicas", 148),
        (40, "Secretaría de Salud", 176),
        (45, "Secretaría de Desarrollo Humano", 92), (50, "Ente de Turismo y Cultura", 41), (55, "Secretaría de Educación", 189), (60, "Secretaría de Hacienda", 52),
        (65, "Agencia de Protección Ambiental", 37),
    ];

    public static DatasetDraft[] Of() => [Execution(), Approved(), Revenue(), Debt(), Tenders(), Grades(), Staff()];

    private static DatasetDraft Execution()
    {
        var table = Table.Of("ejecucion-presupuestaria-2025", """
            mes date: Primer día del mes
            jurisdiccion_id integer: Código de la jurisdicción
            jurisdiccion_desc string: Jurisdicción
            credito_sancionado integer ARS: Crédito aprobado para el año
            credito_vigente integer ARS: Crédito con las modificaciones hasta el mes
            devengado_mes integer ARS: Gasto devengado en el mes
            devengado_acumulado integer ARS: Gasto devengado desde enero
            pagado_acumulado integer ARS: Gasto pagado desde enero
            """, (t, rng) =>
        {
            foreach (var (code, name, share) in Jurisdictions)
            {
                var (approved, spent) = (share * 1_850_000_000L, 0L);
                var current = approved;
                foreach (var month in Months(2025, 1, 12))
                {
                    current += month.Month % 3 == 0 ? (long)(approved * rng.Dec(0, 0.06, 4)) : 0;
                    // A dozen even parts, a little late until December.
                    var now = Math.Min((long)(current / 12m * rng.Dec(0.82, month.Month == 12 ? 1.9 : 1.06, 4)), current - spent);
                    spent += now;
                    t.Add(month, code, name, approved, current, now, spent, (long)(spent * rng.Dec(0.86, 0.97, 4)));
                }
            }
        }).SortedBy("mes", "jurisdiccion_id");
        return DatasetDraft.Of("""
            ejecucion-presupuestaria
            Ejecución presupuestaria mensual por jurisdicción
            Crédito, gasto devengado y pagos de cada jurisdicción, mes a mes. Los importes son nominales y no se ajustan por inflación.
            ECON GOVE | presupuesto | R/P1M | 2022-03-15 | 2026-02-16 | 2025-01-01/2025-12-31
            presupuesto, gasto público, crédito, devengado
            """, table.Csv("Ejecución 2025"), table.Xlsx("Ejecución 2025, planilla"));
    }

    private static DatasetDraft Approved() => DatasetDraft.Of("""
        presupuesto-sancionado
        Presupuesto sancionado por finalidad y objeto del gasto
        Lo que el Concejo aprobó para cada año, abierto por jurisdicción y por objeto del gasto: personal, bienes, servicios, transferencias y obras.
        ECON GOVE | presupuesto | R/P1Y | 2022-01-10 | 2026-01-09 | 2022-01-01/2026-12-31
        presupuesto, gasto público, ordenanza fiscal
        """,
        Table.Of("presupuesto-sancionado", """
            ejercicio integer: Año del presupuesto
            jurisdiccion_id integer: Código de la jurisdicción
            jurisdiccion_desc string: Jurisdicción
            inciso_id integer: Código del objeto del gasto
            inciso_desc string: Objeto del gasto
            credito_sancionado integer ARS: Crédito aprobado
            """, (t, _) =>
        {
            (int Id, string Name, int Percent)[] objects = [(1, "Gastos en personal", 46), (2, "Bienes de consumo", 9), (3, "Servicios no personales", 21),
                (4, "Bienes de uso y obras", 16), (5, "Transferencias", 8)];
            long[] base22 = [190_000_000, 410_000_000, 990_000_000, 1_850_000_000, 2_480_000_000];
            for (var year = 2022; year <= 2026; year++)
                foreach (var (code, name, share) in Jurisdictions)
                    foreach (var (id, what, percent) in objects)
                        t.Add(year, code, name, id, what, base22[year - 2022] * share * percent / 100);
        }).Csv("Presupuestos sancionados"));

    private static DatasetDraft Revenue() => DatasetDraft.Of("""
        recaudacion-mensual
        Recaudación mensual por tributo
        Lo que ingresó cada mes por tasas propias y por la coparticipación, en pesos corrientes.
        ECON | economia-y-finanzas | R/P1M | 2021-02-10 | 2026-11-09 | 2021-01-01/2026-10-31
        recaudación, tasas, tributos, coparticipación
        """,
        Table.Of("recaudacion-mensual", """
            mes date: Primer día del mes
            tributo string: Tasa, contribución o coparticipación
            origen string: Municipal o provincial
            importe integer ARS: Importe recaudado
            """, (t, rng) =>
        {
            (string Name, string Origin, int Base)[] taxes = [("Tasa por servicios urbanos", "Municipal", 61), ("Tasa de seguridad e higiene", "Municipal", 84),
                ("Derecho de construcción", "Municipal", 9), ("Patente de vehículos menores", "Municipal", 6), ("Derecho de uso de playa", "Municipal", 12),
                ("Coparticipación provincial", "Provincial", 158)];
            var level = 1.0m;
            foreach (var month in Months(2021, 1, 70))
            {
                level *= rng.Dec(1.03, 1.095, 4);
                foreach (var (name, origin, weight) in taxes)
                {
                    var season = name == "Derecho de uso de playa" ? (decimal)Summer(month.Month) : 1m;
                    t.Add(month, name, origin, (long)(weight * 17_000_000m * level * rng.Dec(0.92, 1.08, 3) * season));
                }
            }
        }).Csv("Recaudación desde 2021"));

    private static DatasetDraft Debt() => DatasetDraft.Of("""
        deuda-publica
        Stock de deuda pública por acreedor
        Saldo de cada préstamo y título al cierre del trimestre, con su moneda y su vencimiento.
        ECON | economia-y-finanzas | R/P3M | 2022-05-02 | 2026-10-20 | 2022-01-01/2026-09-30
        deuda pública, préstamos, finanzas
        """,
        Table.Of("deuda-publica", """
            trimestre date: Último día del trimestre
            acreedor string: A quién se debe
            moneda string: Moneda de origen
            saldo number millones: Saldo en millones de la moneda de origen
            vencimiento date: Último vencimiento
            """, (t, _) =>
        {
            (string Who, string Currency, decimal Start, decimal Pay, DateOnly End)[] loans =
            [
                ("Banco de desarrollo ficticio", "USD", 42.0m, 1.15m, Day(2034, 6, 30)),
                ("Título municipal 2028", "ARS", 1_800.0m, 45.5m, Day(2028, 12, 15)), ("Fondo provincial de obras", "ARS", 950.0m, 38.0m, Day(2027, 9, 30)),
                ("Proveedores en plan de pagos", "ARS", 310.0m, 12.5m, Day(2027, 3, 31)),
            ];
            for (var q = 0; q < 19; q++)
                foreach (var (who, currency, start, pay, end) in loans)
                    t.Add(Day(2022, 1, 1).AddMonths(3 * (q + 1)).AddDays(-1), who, currency, start - (pay * q), end);
        }).Csv("Saldos trimestrales"));

    private static DatasetDraft Tenders()
    {
        (string Kind, string Item, int Scale)[] kinds = [("Licitación pública", "Servicio de recolección", 900),
            ("Licitación pública", "Insumos hospitalarios", 260), ("Licitación privada", "Mobiliario escolar", 70),
            ("Licitación privada", "Equipos de computación", 85), ("Contratación directa", "Reparación de vehículos", 12),
            ("Contratación directa", "Publicidad oficial", 18), ("Concurso de precios", "Uniformes", 25), ("Concurso de precios", "Artículos de librería", 9)];
        var table = Table.Of("licitaciones", """
            proceso_id string: Código del proceso
            anio integer: Año
            procedimiento string: Procedimiento de selección
            objeto string: Qué se compra
            organismo string: Quién compra
            fecha_publicacion date: Publicación del llamado
            fecha_apertura date: Apertura de ofertas
            ofertas integer: Ofertas recibidas
            presupuesto_oficial integer ARS: Presupuesto oficial
            monto_adjudicado integer ARS: Monto adjudicado; vacío si no se adjudicó
            proveedor string: Proveedor adjudicado
            estado string: Estado del proceso
            """, 620, (rng, i) =>
        {
            var (kind, item, scale) = rng.Pick(kinds);
            var published = rng.Date(Day(2024, 1, 8), Day(2026, 10, 20));
            var (offers, official) = (rng.Int(0, kind.StartsWith("Licitación", StringComparison.Ordinal) ? 7 : 3),
                (long)(scale * rng.Dec(0.4, 1.8, 3) * 1_000_000m));
            var state = published > Day(2026, 8, 31) ? "En evaluación" : offers == 0 ? "Desierto" : rng.Chance(0.05) ? "Fracasado" : "Adjudicado";
            return [$"{i + 1:D4}-{published.Year}", published.Year, kind, item, rng.Pick(Jurisdictions).Name, published, published.AddDays(rng.Int(7, 40)),
                offers, official,
                state == "Adjudicado" ? (long)(official * rng.Dec(0.78, 1.12, 4)) : null, state == "Adjudicado" ? $"Proveedor Ejemplo {rng.Int(1, 90):D2}" : null,
                state];
        });
        return DatasetDraft.Of("""
            licitaciones
            Licitaciones y contrataciones
            Todos los procesos de compra desde el llamado hasta la adjudicación: qué se compra, cuántas ofertas hubo y quién ganó.
            ECON GOVE | compras-publicas | R/P1W | 2024-02-05 | 2026-11-16 | 2024-01-08/2026-10-31
            compras públicas, licitaciones, contrataciones, proveedores
            """, table.Csv("Procesos de compra"), table.Xlsx("Procesos de compra, planilla"));
    }

    private static DatasetDraft Grades() => DatasetDraft.Of("""
        escalas-salariales
        Escalas salariales por agrupamiento y categoría
        Sueldo básico y adicionales de cada categoría del escalafón municipal en cada acuerdo paritario. Son valores por cargo, sin nombres de personas.
        ECON GOVE | administracion-publica | R/P6M | 2023-04-03 | 2026-10-07 | 2023-03-01/2026-09-30
        salarios, escalafón, empleo público, paritarias
        """,
        Table.Of("escalas-salariales", """
            vigencia date: Desde cuándo rige
            agrupamiento string: Agrupamiento del escalafón
            categoria integer: Categoría, de 1 a 12
            horas_semanales integer horas: Jornada
            sueldo_basico integer ARS: Sueldo básico mensual
            adicional_funcion integer ARS: Adicional por función
            total_bruto integer ARS: Suma de ambos
            """, (t, _) =>
        {
            string[] groups = ["Administrativo", "Técnico", "Profesional", "Obrero", "Servicios"];
            for (var step = 0; step < 8; step++)
                for (var g = 0; g < groups.Length; g++)
                    for (var category = 1; category <= 12; category++)
                    {
                        var pay = (int)(96_000m * (1 + (0.42m * step)) * (1 + (0.085m * (category - 1))) * (1 + (0.05m * g))) / 10 * 10;
                        var extra = pay * (4 + category) / 100;
                        t.Add(Day(2023, 3, 1).AddMonths(6 * step), groups[g], category, category > 9 ? 40 : 35, pay, extra, pay + extra);
                    }
        }).Csv("Escalas por acuerdo"));

    private static DatasetDraft Staff() => DatasetDraft.Of("""
        dotacion-municipal
        Personal municipal por jurisdicción y modalidad
        Cuántas personas trabajan en cada jurisdicción al cierre del año, según su género y su modalidad de contrato.
        GOVE SOCI | administracion-publica mujeres-y-diversidad | R/P1Y | 2022-04-01 | 2026-03-12 | 2021-01-01/2025-12-31
        empleo público, dotación, género
        """,
        Table.Of("dotacion-municipal", """
            anio integer: Año, al 31 de diciembre
            jurisdiccion_desc string: Jurisdicción
            modalidad string: Planta permanente, transitoria o contrato
            mujeres integer personas: Mujeres
            varones integer personas: Varones
            no_binarias integer personas: Personas no binarias
            total integer personas: Suma de las tres
            """, (t, rng) =>
        {
            for (var year = 2021; year <= 2025; year++)
                foreach (var (_, name, share) in Jurisdictions)
                    foreach (var (mode, part) in new[] { ("Planta permanente", 2.6), ("Planta transitoria", 0.8), ("Contrato", 0.5) })
                    {
                        var (women, men, other) = (rng.Count(share * part * 0.54, share * 0.05), rng.Count(share * part * 0.46, share * 0.05), rng.Int(0, 1));
                        t.Add(year, name, mode, women, men, other, women + men + other);
                    }
        }).Csv("Dotación anual"));
}
