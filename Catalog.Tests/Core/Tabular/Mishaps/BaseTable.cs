using System.Globalization;

namespace Catalog.Tests.Core.Tabular.Mishaps;

/// <summary>A sound table that something happens to. Each has other columns, for a reader may lean on what it sees in them.</summary>
internal sealed record BaseTable(string Name, string[] Header, IReadOnlyList<string[]> Rows)
{
    /// <summary>Numbers and moments in most columns, commas, quotes and line ends in one.</summary>
    public static BaseTable Events { get; } = new("events", ["fecha", "hora", "sala", "asistentes", "título", "enlace", "observación"], Make(24, i =>
        [
            $"2024-{(i % 12) + 1:00}-{(i * 5 % 28) + 1:00}", $"{9 + (i % 11):00}:{i * 17 % 60:00}", $"S{i % 4}", $"{20 + (i * 31 % 400)}",
            Pick(i, "Taller de radio", "Lectura, música y baile", "Ciclo \"Café y ciencia\"", "Ópera\nen la plaza", "Niñez: juegos, cuentos, títeres"),
            $"http://agenda.example/e/{i}?sala={i % 4}", Pick(i, "", "con inscripción", "", "cupo lleno"),
        ]));

    /// <summary>Amounts with thousands separators, percentages, dates by day; hardly a text.</summary>
    public static BaseTable Budget { get; } = new("budget", ["Partida", "Ejercicio", "Vigente", "Devengado", "Avance", "Desde", "Unidad", "Saldo", "Cuenta"], Make(18, i =>
        [
            $"{i + 1}.{i % 3}.0", $"{2019 + (i % 5)}", Number(1250.5m * (i + 1)), Number(431.25m * (i + 3)), $"{i * 7 % 100}%", $"{(i % 28) + 1}/{(i % 12) + 1}/2021",
            Pick(i, "Ministerio de Salud", "Secretaría de Cultura", "Agencia, control y \"enlace\"", "Jefatura"), (i * 17 - 90).ToString(CultureInfo.InvariantCulture), $"00{i * 3:000}",
        ]));

    /// <summary>Nearly all of it words: a reader has little to hold on to.</summary>
    public static BaseTable People { get; } = new("people", ["Nombre", "Barrio", "Correo", "Edad", "Oficio"], Make(15, i =>
        [
            Pick(i, "Núñez, Ana", "Beltrán, José", "Íñigo Paz", "O'Higgins, Rosa", "Luz M."), Pick(i, "Boedo", "Villa Crespo", "Núñez", "La Boca"), $"vecino{i}@correo.example", $"{18 + (i * 7 % 60)}",
            Pick(i, "carpintera", "plomero; gasista", "dice \"arreglo todo\"", "música", "", "pintor\ny yesero"),
        ]));

    /// <summary>A handful of rows.</summary>
    public static BaseTable Small { get; } = new("small", ["id", "nombre", "valor"], [["1", "uno", "10.5"], ["2", "dos, o tres", "20"], ["3", "", "7.25"], ["4", "cuatro", "-1"]]);

    public static IReadOnlyList<BaseTable> All { get; } = [Events, Budget, People, Small];

    /// <summary>The same without anything that would need quotes, whatever the delimiter.</summary>
    public BaseTable Bare => this with { Rows = [.. Rows.Select(r => r.Select(c => string.Concat(c.Where(x => !" ,;|:\"'\n".Contains(x, StringComparison.Ordinal)))).ToArray())] };

    private static List<string[]> Make(int rows, Func<int, string[]> row) => [.. Enumerable.Range(0, rows).Select(row)];

    private static string Pick(int i, params string[] words) => words[i % words.Length];

    private static string Number(decimal number) => number.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
