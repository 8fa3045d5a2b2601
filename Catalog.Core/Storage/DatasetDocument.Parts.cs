using System.Text.Json;
using Catalog.Core.Dcat;

namespace Catalog.Core.Storage;

/// <content>What a dataset is made of.</content>
internal static partial class DatasetDocument
{
    private static readonly byte[][] AgentNames = DocumentNames.Of("id", "uri", "name", "email", "homepage", "type");
    private static readonly byte[][] ContactNames = DocumentNames.Of("name", "email", "url", "telephone");
    private static readonly byte[][] ThemeNames = DocumentNames.Of("id", "uri", "label");
    private static readonly byte[][] PeriodNames = DocumentNames.Of("start", "end");
    private static readonly byte[][] LocationNames = DocumentNames.Of("code", "label", "uri", "boundingBox", "centroid");
    private static readonly byte[][] LangStringNames = DocumentNames.Of("lang", "value");
    private static readonly byte[][] ExtraNames = DocumentNames.Of("key", "json");
    private static readonly byte[][] ChecksumNames = DocumentNames.Of("algorithm", "value");
    private static readonly byte[][] FieldNames = DocumentNames.Of("id", "name", "type", "description", "units", "extras");

    private delegate T ItemReader<T>(ref Utf8JsonReader json);

    private static ValueList<T> ReadList<T>(ref Utf8JsonReader json, ItemReader<T> read)
    {
        List<T>? items = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray) (items ??= []).Add(read(ref json));
        return items is null ? ValueList<T>.Empty : ValueList.Of<T>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items));
    }

    private static ValueList<string> ReadStrings(ref Utf8JsonReader json) => ReadList(ref json, static (ref json) => json.GetString()!);

    private static ValueList<double> ReadNumbers(ref Utf8JsonReader json) => ReadList(ref json, static (ref json) => json.GetDouble());

    /// <summary>The next member of an object that has a value: its position among the names; -1 at the end.</summary>
    private static int Next(ref Utf8JsonReader json, byte[][] names, int last)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var at = DocumentNames.Find(ref json, names, last + 1);
            json.Read();
            if (json.TokenType == JsonTokenType.Null) continue;
            if (at < names.Length) return at;
            json.Skip();
        }
        return -1;
    }

    private static Text ReadText(ref Utf8JsonReader json)
    {
        var first = default(LangString);
        List<LangString>? values = null;
        var count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            json.Read();
            var language = LanguageOf(ref json);
            json.Read();
            var value = new LangString(language, json.GetString()!);
            json.Read();
            if (count++ == 0) first = value;
            else (values ??= [first]).Add(value);
        }
        if (count == 0) return Text.Empty;
        return new Text { Values = values is null ? ValueList.Of<LangString>([first]) : values.ToValueList() };
    }

    /// <summary>The same object for the tags that are nearly always meant.</summary>
    private static string LanguageOf(ref Utf8JsonReader json) =>
        json.ValueTextEquals("es"u8) ? "es" : json.ValueTextEquals("en"u8) ? "en" : json.ValueTextEquals(""u8) ? "" : json.GetString()!;

    private static DcatDate ReadDate(ref Utf8JsonReader json) => DcatDate.Parse(json.GetString()!);

    private static LangString ReadLangString(ref Utf8JsonReader json)
    {
        string? language = null;
        string? value = null;
        for (var at = Next(ref json, LangStringNames, -1); at >= 0; at = Next(ref json, LangStringNames, at))
        {
            if (at == 0) language = LanguageOf(ref json);
            else value = json.GetString();
        }
        return new LangString(language!, value!);
    }

    private static Agent ReadAgent(ref Utf8JsonReader json)
    {
        string? id = null, uri = null, email = null, homepage = null, type = null;
        var name = Text.Empty;
        for (var at = Next(ref json, AgentNames, -1); at >= 0; at = Next(ref json, AgentNames, at))
        {
            switch (at)
            {
                case 0: id = json.GetString(); break;
                case 1: uri = json.GetString(); break;
                case 2: name = ReadText(ref json); break;
                case 3: email = json.GetString(); break;
                case 4: homepage = json.GetString(); break;
                default: type = json.GetString(); break;
            }
        }
        return new Agent { Id = id, Uri = uri, Name = name, Email = email, Homepage = homepage, Type = type };
    }

    private static ContactPoint ReadContactPoint(ref Utf8JsonReader json)
    {
        string? name = null, email = null, url = null, telephone = null;
        for (var at = Next(ref json, ContactNames, -1); at >= 0; at = Next(ref json, ContactNames, at))
        {
            switch (at)
            {
                case 0: name = json.GetString(); break;
                case 1: email = json.GetString(); break;
                case 2: url = json.GetString(); break;
                default: telephone = json.GetString(); break;
            }
        }
        return new ContactPoint { Name = name, Email = email, Url = url, Telephone = telephone };
    }

    private static Theme ReadTheme(ref Utf8JsonReader json)
    {
        string? id = null, uri = null;
        var label = Text.Empty;
        for (var at = Next(ref json, ThemeNames, -1); at >= 0; at = Next(ref json, ThemeNames, at))
        {
            switch (at)
            {
                case 0: id = json.GetString(); break;
                case 1: uri = json.GetString(); break;
                default: label = ReadText(ref json); break;
            }
        }
        return new Theme { Id = id ?? throw DocumentNames.Missing("theme's id"), Uri = uri, Label = label };
    }

    private static PeriodOfTime ReadPeriod(ref Utf8JsonReader json)
    {
        DcatDate? start = null, end = null;
        for (var at = Next(ref json, PeriodNames, -1); at >= 0; at = Next(ref json, PeriodNames, at))
        {
            if (at == 0) start = ReadDate(ref json);
            else end = ReadDate(ref json);
        }
        return new PeriodOfTime { Start = start, End = end };
    }

    private static Location ReadLocation(ref Utf8JsonReader json)
    {
        string? code = null, uri = null;
        var label = Text.Empty;
        ValueList<double> box = [], centroid = [];
        for (var at = Next(ref json, LocationNames, -1); at >= 0; at = Next(ref json, LocationNames, at))
        {
            switch (at)
            {
                case 0: code = json.GetString(); break;
                case 1: label = ReadText(ref json); break;
                case 2: uri = json.GetString(); break;
                case 3: box = ReadNumbers(ref json); break;
                default: centroid = ReadNumbers(ref json); break;
            }
        }
        return new Location { Code = code, Label = label, Uri = uri, BoundingBox = box, Centroid = centroid };
    }

    private static Extra ReadExtra(ref Utf8JsonReader json)
    {
        string? key = null, value = null;
        for (var at = Next(ref json, ExtraNames, -1); at >= 0; at = Next(ref json, ExtraNames, at))
        {
            if (at == 0) key = json.GetString();
            else value = json.GetString();
        }
        return new Extra(key!, value!);
    }

    private static Checksum ReadChecksum(ref Utf8JsonReader json)
    {
        string? algorithm = null, value = null;
        for (var at = Next(ref json, ChecksumNames, -1); at >= 0; at = Next(ref json, ChecksumNames, at))
        {
            if (at == 0) algorithm = json.GetString();
            else value = json.GetString();
        }
        return new Checksum(algorithm!, value!);
    }

    private static Field ReadField(ref Utf8JsonReader json)
    {
        string? id = null, name = null, type = null, units = null;
        var description = Text.Empty;
        ValueList<Extra> extras = [];
        for (var at = Next(ref json, FieldNames, -1); at >= 0; at = Next(ref json, FieldNames, at))
        {
            switch (at)
            {
                case 0: id = json.GetString(); break;
                case 1: name = json.GetString(); break;
                case 2: type = json.GetString(); break;
                case 3: description = ReadText(ref json); break;
                case 4: units = json.GetString(); break;
                default: extras = ReadList(ref json, ReadExtra); break;
            }
        }
        return new Field { Id = id, Name = name ?? throw DocumentNames.Missing("column's name"), Type = type, Description = description, Units = units, Extras = extras };
    }
}
