using Samples.Generator.Writers;
using static Samples.Generator.Calendar;

namespace Samples.Generator.Themes;

/// <summary>
/// Asset declarations as they may be published: the person's name and post, totals and items. No ids of persons, no
/// families, no addresses. What closes a year opens the next.
/// </summary>
internal static class Declarations
{
    private static readonly string[] Posts = ["Secretario", "Subsecretario", "Director general", "Director", "Asesor", "Jefe de gabinete", "Gerente de agencia"];

    private static readonly string[] Offices =
        ["Jefatura de Gabinete", "Secretaría de Hacienda", "Secretaría de Obras Públicas", "Secretaría de Salud", "Secretaría de Educación", "Agencia de Movilidad",
         "Agencia de Protección Ambiental", "Secretaría de Seguridad Ciudadana"];

    public static DatasetDraft[] Of()
    {
        var items = new Table("declaraciones-juradas-bienes", """
            declaracion_id string: Declaración a la que pertenece
            momento string: Inicio o cierre del período
            tipo string: Tipo de bien
            descripcion string: Descripción sin ubicación exacta
            origen_fondos string: De dónde salieron los fondos
            titularidad integer %: Parte que posee
            importe number ARS: Valor de esa parte
            """);
        var declarations = Table.Of("declaraciones-juradas", """
            declaracion_id string: Código de la declaración
            anio integer: Año declarado
            tipo string: Inicial, Anual o Baja
            rectificativa integer: 0 la original, 1 la primera rectificación
            persona string: Nombre inventado de quien declara
            cargo string: Cargo
            organismo string: Organismo
            fecha_presentacion date: Día en que se presentó
            bienes_inicio number ARS: Bienes al inicio
            deudas_inicio number ARS: Deudas al inicio
            bienes_cierre number ARS: Bienes al cierre
            deudas_cierre number ARS: Deudas al cierre
            ingresos_trabajo number ARS: Ingresos netos por trabajo en el año
            variacion_patrimonio number ARS: Patrimonio neto al cierre menos al inicio
            """, (t, rng) =>
        {
            for (var person = 1; person <= 130; person++)
            {
                var (post, office) = (rng.Pick(Posts), rng.Pick(Offices));
                var (first, last) = (rng.Int(2022, 2024), rng.Chance(0.2) ? 2024 : 2025);
                (decimal Goods, decimal Debts) open = (rng.Dec(4, 90, 2) * 1_000_000m, rng.Dec(0, 9, 2) * 1_000_000m);
                for (var year = first; year <= last; year++)
                {
                    var id = $"DJ-{year}-{person:D3}";
                    var income = rng.Dec(14, 60, 2) * 1_000_000m;
                    (decimal Goods, decimal Debts) close = (decimal.Round(open.Goods * rng.Dec(1.02, 1.5, 3), 2),
                        decimal.Round(open.Debts * rng.Dec(0.3, 1.2, 3), 2));
                    t.Add(id, year, year == first ? "Inicial" : year == last && last == 2024 ? "Baja" : "Anual", rng.Chance(0.06) ? 1 : 0,
                        $"{(person % 2 == 0 ? "Funcionaria" : "Funcionario")} Ejemplo {person:D3}",
                        post, office, rng.Date(Day(year + 1, 3, 1), Day(year + 1, 7, 31)), open.Goods, open.Debts, close.Goods, close.Debts, income,
                        close.Goods - close.Debts - (open.Goods - open.Debts));
                    Items(items, rng, id, "Cierre", close.Goods);
                    open = close;
                }
            }
        });
        return
        [
            DatasetDraft.Of("""
                declaraciones-juradas
                Declaraciones juradas patrimoniales de funcionarios
                Lo que declara cada funcionario al asumir, cada año y al irse: totales de bienes, deudas e ingresos, y el detalle de los bienes al cierre.
                No incluye documentos, domicilios ni datos de la familia; las personas son ficticias.
                GOVE JUST | administracion-publica | R/P1Y | 2023-08-15 | 2026-09-18 | 2022-01-01/2025-12-31
                declaraciones juradas, integridad pública, funcionarios, patrimonio
                """,
                declarations.Csv("Declaraciones, totales"), declarations.Xlsx("Declaraciones, totales, planilla"), items.Csv("Bienes declarados al cierre")),
        ];
    }

    /// <summary>Parts that add up to the total, to the cent.</summary>
    private static void Items(Table items, Rng rng, string id, string moment, decimal total)
    {
        string[] kinds = ["Inmueble", "Automotor", "Depósito en pesos", "Depósito en dólares", "Participación en sociedad"];
        var left = total;
        var count = rng.Int(1, 4);
        for (var i = 1; i <= count; i++)
        {
            var part = i == count ? left : decimal.Round(left * rng.Dec(0.2, 0.8, 2), 2);
            var kind = rng.Pick(kinds);
            items.Add(id, moment, kind, kind == "Inmueble" ? $"Vivienda de {rng.Int(38, 190)} m2" : kind,
                rng.Any("Ingresos propios", "Ingresos propios", "Herencia", "Crédito"), rng.Any("100", "100", "50") == "50" ? 50 : 100, part);
            left -= part;
        }
    }
}
