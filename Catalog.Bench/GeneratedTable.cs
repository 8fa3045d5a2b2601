using System.Globalization;
using System.Text;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Bench;

/// <summary>Complaints of an invented city: twelve columns of mixed types, some missing, some in quotes. The same rows every time.</summary>
internal static class GeneratedTable
{
    private static readonly string[] Quarters = ["Palermo", "Recoleta", "Villa Lugano", "Nueva Pompeya", "San Telmo", "La Boca", "Belgrano", "Núñez", "Flores", "Caballito", "Almagro", "Boedo"];
    private static readonly string[] Kinds = ["Bache", "Luminaria", "Arbolado", "Higiene urbana", "Ruidos molestos"];
    private static readonly string[] Words = ["calle", "rota", "luz", "árbol", "caído", "reclamo", "vecino", "esquina", "plaza", "vereda", "semáforo", "agua"];

    public static readonly TableSchema Schema = new()
    {
        Fields =
        [
            new() { Name = "id", Type = FieldType.Integer, Constraints = FieldConstraints.None with { Required = true, Minimum = "1" } },
            new() { Name = "codigo", Type = FieldType.String, Constraints = FieldConstraints.None with { MinLength = 6, MaxLength = 6 } },
            new() { Name = "fecha", Type = FieldType.Date, Constraints = FieldConstraints.None with { Minimum = "2015-01-01" } },
            new() { Name = "registrado", Type = FieldType.DateTime, Format = "%Y-%m-%d %H:%M:%S" },
            new() { Name = "barrio", Type = FieldType.String, Constraints = FieldConstraints.None with { Enum = [.. Quarters] } },
            new() { Name = "comuna", Type = FieldType.Integer, Constraints = FieldConstraints.None with { Minimum = "1", Maximum = "15" } },
            new() { Name = "tipo", Type = FieldType.String },
            new() { Name = "descripcion", Type = FieldType.String },
            new() { Name = "monto", Type = FieldType.Number, Constraints = FieldConstraints.None with { Minimum = "0" } },
            new() { Name = "lat", Type = FieldType.Number, Constraints = FieldConstraints.None with { Minimum = "-90", Maximum = "90" } },
            new() { Name = "lon", Type = FieldType.Number, Constraints = FieldConstraints.None with { Minimum = "-180", Maximum = "180" } },
            new() { Name = "activo", Type = FieldType.Boolean },
        ],
    };

    public static void Write(string path, int rows)
    {
        var random = new Random(7);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20) { NewLine = "\n" };
        file.WriteLine(string.Join(',', Schema.Fields.Select(field => field.Name)));
        for (var id = 1; id <= rows; id++)
        {
            var moment = new DateTime(2015, 1, 1).AddMinutes(random.Next(5_000_000));
            var words = string.Join(' ', Enumerable.Range(0, random.Next(2, 7)).Select(_ => Words[random.Next(Words.Length)]));
            if (random.Next(20) == 0) words = $"\"{words}, \"\"urgente\"\"\"";
            var amount = random.Next(20) == 0 ? "" : (random.Next(100_000_000) / 100m).ToString("0.00", CultureInfo.InvariantCulture);
            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{id},{random.Next(1_000_000):000000},{moment:yyyy-MM-dd},{moment:yyyy-MM-dd HH:mm:ss},{Quarters[random.Next(Quarters.Length)]},{random.Next(1, 16)},{Kinds[random.Next(Kinds.Length)]},{words},{amount},{-34.5 - random.NextDouble() * 0.2:0.000000},{-58.3 - random.NextDouble() * 0.2:0.000000},{(random.Next(2) == 0 ? "true" : "false")}"));
        }
    }
}
