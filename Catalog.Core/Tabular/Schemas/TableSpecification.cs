using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>
/// The national specifications of tables (declarations, complaints, officials, organisation charts): lists of columns
/// with the resource they belong to, themselves tables with <c>recurso, clase, titulo, tipo_dato, descripcion</c>.
/// </summary>
public sealed record TableSpecification(string Resource, TableSchema Schema)
{
    /// <summary>The resources of a specification, in its order; none when the table is no specification.</summary>
    public static ValueList<TableSpecification> Read(FoundTable table, CancellationToken ct)
    {
        var names = table.Columns.ToList();
        int Place(string name) => names.IndexOf(name);
        var (resource, title, type, description, example) = (Place("recurso"), Place("titulo"), Place("tipo_dato"), Place("descripcion"), Place("ejemplo"));
        if (resource < 0 || title < 0 || type < 0) return [];
        var fields = new List<(string Resource, TableField Field)>();
        table.Read(row =>
        {
            var name = row[title].Trim().ToString();
            if (name.Length == 0) return;
            var field = FieldDictionary.ToField(name, row[type].ToString(), Text.Maybe("es", description < 0 ? null : row[description].ToString()));
            fields.Add((row[resource].Trim().ToString(), field with { Example = example < 0 || row[example].Length == 0 ? null : row[example].ToString() }));
        }, ct);
        return (from field in fields
                group field.Field by field.Resource into fieldsOf
                select new TableSpecification(fieldsOf.Key, new TableSchema { FieldsMatch = FieldsMatch.Subset, Fields = fieldsOf.DistinctBy(f => f.Name).ToValueList() })).ToValueList();
    }
}
