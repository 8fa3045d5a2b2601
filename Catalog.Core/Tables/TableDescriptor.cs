using System.Text;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tables;

/// <summary>
/// A stored table in the words of Frictionless Data Package: the Table Schema by which it was read, with what its publisher
/// says of the columns, and the Table Dialect of the file as it really is.
/// </summary>
public sealed record TableDescriptor
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly HashSet<string> Workbooks = ["xlsx", "xls", "ods"];

    /// <summary>As JSON.</summary>
    public required string Schema { get; init; }

    /// <summary>As JSON; null where the defaults are meant.</summary>
    public string? Dialect { get; init; }

    /// <summary>Of a text; null for other files.</summary>
    public string? Encoding { get; init; }

    /// <summary>
    /// The file itself is the table: not a member of an archive or a part of a JSON document, nor a sheet with titles above
    /// its header, for whose place the dialect of sheets was not noted.
    /// </summary>
    public required bool IsWholeFile { get; init; }

    /// <summary>Null when the stored schema cannot be read.</summary>
    /// <param name="dictionary">The columns as their publisher documents them.</param>
    /// <param name="language">Of the descriptions.</param>
    public static TableDescriptor? Of(TableVersion version, ValueList<Field> dictionary, string language, Limits limits)
    {
        if (TableSchemaReader.Read(Utf8.GetBytes(version.Schema), limits).Schema is not { } schema) return null;
        var reading = version.Report is null ? null : JsonSerializer.Deserialize<StoredReport>(version.Report, TableDocuments.Options)?.Reading;
        var format = reading?.Format ?? "";
        var dialect = version.Dialect is null ? null : JsonSerializer.Deserialize<TableDialect>(version.Dialect, TableDocuments.Options);
        var isSheet = dialect is null && Workbooks.Contains(format) && !version.Name.Contains('/', StringComparison.Ordinal);
        return new TableDescriptor
        {
            Schema = Utf8.GetString(TableSchemaWriter.Write(Described(schema, dictionary, language))),
            Dialect = dialect is not null ? DialectOf(dialect) : isSheet ? Json(json => json.WriteString("sheetName", version.Name)) : null,
            Encoding = dialect?.Encoding,
            IsWholeFile = isSheet ? reading!.Preamble.Count == 0 : version.Name.Length == 0 && format != "geojson",
        };
    }

    private static TableSchema Described(TableSchema schema, ValueList<Field> dictionary, string language) => schema with
    {
        Fields = schema.Fields.Select(field => Described(field, dictionary, language)).ToValueList(),
        // Other tables have names of their own in a package; those that a contract calls them by mean nothing there.
        ForeignKeys = schema.ForeignKeys.Where(key => key.Resource.Length == 0 && key.Package is null).ToValueList(),
    };

    private static TableField Described(TableField field, ValueList<Field> dictionary, string language)
    {
        // "latitude, longitude" is a way of ours to write a point; the standard's way has them the other way round.
        if (field is { Type: FieldType.GeoPoint, Format: Tabular.Cells.GeoPointReader.LatLon }) field = field with { Type = FieldType.String, Format = TableField.DefaultFormat };
        var said = dictionary.FirstOrDefault(entry => entry.Name == field.Name)
            ?? dictionary.FirstOrDefault(entry => entry.Id == field.Name)
            ?? dictionary.FirstOrDefault(entry => entry.Name.Trim().Equals(field.Name, StringComparison.OrdinalIgnoreCase));
        if (said is null) return field;
        return field with
        {
            Title = said.Name == field.Name ? field.Title : Text.Maybe(language, said.Name),
            Description = said.Description.IsEmpty ? field.Description : Text.Maybe(language, said.Description.In(language)),
            Extras = said.Units is { Length: > 0 } unit ? [.. field.Extras, new Extra("unit", JsonSerializer.Serialize(unit, TableDocuments.Options))] : field.Extras,
        };
    }

    /// <summary>Members of Table Dialect 2 and, where it has them, CSV Dialect 1.2.</summary>
    private static string DialectOf(TableDialect dialect) => Json(json =>
    {
        json.WriteString("$schema", "https://datapackage.org/profiles/2.0/tabledialect.json");
        json.WriteString("delimiter", dialect.Delimiter[..1]);
        json.WriteString("lineTerminator", dialect.LineTerminator);
        // A text without any quotes is said by an empty one: both versions want text here.
        json.WriteString("quoteChar", dialect.QuoteChar?.ToString() ?? "");
        json.WriteBoolean("doubleQuote", dialect.EscapeChar is null);
        if (dialect.EscapeChar is { } escape) json.WriteString("escapeChar", escape.ToString());
        json.WriteBoolean("skipInitialSpace", dialect.SkipInitialSpace || dialect.Delimiter.Length > 1);
        if (dialect.CommentPrefix is { } comment) json.WriteString("commentChar", comment);
        json.WriteBoolean("header", dialect.HeaderRows > 0);
        if (dialect.HeaderRows > 0 && (dialect.HeaderRows > 1 || dialect.PreambleLines > 0)) Rows(json, "headerRows", dialect.PreambleLines + 1, dialect.HeaderRows);
        if (dialect.PreambleLines > 0) Rows(json, "commentRows", 1, dialect.PreambleLines);
    });

    private static void Rows(Utf8JsonWriter json, string name, int first, int count)
    {
        json.WriteStartArray(name);
        foreach (var row in Enumerable.Range(first, count)) json.WriteNumberValue(row);
        json.WriteEndArray();
    }

    private static string Json(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = TableDocuments.Options.Encoder }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Utf8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>What is needed of <see cref="TableDocuments.Report"/>.</summary>
    private sealed record StoredReport(StoredReading? Reading);

    private sealed record StoredReading(string Format)
    {
        public IReadOnlyList<string> Preamble { get; init; } = [];
    }
}
