using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using CsCheck;

namespace Catalog.Tests.Core.Storage;

/// <summary>The reader of stored documents is written by hand; these hold it to what a serializer makes of them.</summary>
public sealed class DatasetDocumentTests
{
    private static readonly JsonSerializerOptions Reflection = new(JsonSerializerDefaults.Web) { Converters = { new TextReader(), new JsonStringEnumConverter() } };

    [Test]
    public void AnyDataset_IsReadAsASerializerReadsIt() =>
        Gen.Select(Gen.Int, Gen.Double[0, 1]).Sample((seed, fullness) =>
        {
            var dataset = (Dataset)new Maker(new Random(seed), fullness).Make(typeof(Dataset), 0);
            var document = DatasetJson.Write(dataset);
            var read = DatasetJson.Read(document);
            return read == dataset && read == JsonSerializer.Deserialize<Dataset>(document, Reflection) && DatasetJson.Write(read) == document;
        });

    [Test]
    public void DatasetWithEveryMember_ComesBackWhole()
    {
        var dataset = (Dataset)new Maker(new Random(1), 1).Make(typeof(Dataset), 0);
        Assert.That(Unset(dataset, "dataset"), Is.Empty, "the test itself fills every member");
        Assert.That(DatasetJson.Read(DatasetJson.Write(dataset)), Is.EqualTo(dataset));
    }

    [TestCase("""{"id":"6f2b1c52-7d0e-4f43-8b6e-0c8a8d5f5a11","sourceId":"s","identifier":"i","title":[{"es":"t"}],"new":{"a":[1,{"b":null}]},"type":null,"keywords":null}""", Description = "a newer program's member, and nulls")]
    [TestCase("""{"title":[{"es":"t"}],"identifier":"i","sourceId":"s","distributions":[{"format":"CSV","id":"6f2b1c52-7d0e-4f43-8b6e-0c8a8d5f5a11","x":[]}],"id":"6f2b1c52-7d0e-4f43-8b6e-0c8a8d5f5a11"}""", Description = "in another order")]
    [TestCase("""{"id":"6f2b1c52-7d0e-4f43-8b6e-0c8a8d5f5a11","sourceId":"\u0073","ident\u0069fier":"i","title":[]}""", Description = "escapes")]
    public void OddDocument_IsReadAsASerializerReadsIt(string document) =>
        Assert.That(DatasetJson.Read(document), Is.EqualTo(JsonSerializer.Deserialize<Dataset>(document, Reflection)));

    [TestCase("""{"id":"6f2b1c52-7d0e-4f43-8b6e-0c8a8d5f5a11","sourceId":"s"}""")]
    [TestCase("""{"id":"6f2b1c52-7d0e-4f43-8b6e-0c8a8d5f5a11","sourceId":"s","identifier":"i","title":[],"modified":"yesterday"}""")]
    [TestCase("""{"id":""")]
    public void BrokenDocument_IsNotTakenForADataset(string document) => Assert.That(() => DatasetJson.Read(document), Throws.Exception);

    /// <summary>The members that have the value of a new record.</summary>
    private static List<string> Unset(object record, string path)
    {
        var unset = new List<string>();
        foreach (var property in Members(record.GetType()))
        {
            var value = property.GetValue(record);
            if (value is null or Text { IsEmpty: true } || (value is IEnumerable list and not string && !list.GetEnumerator().MoveNext())) unset.Add($"{path}.{property.Name}");
            else if (value is IEnumerable items and not string) unset.AddRange(items.Cast<object>().Where(IsRecord).SelectMany(item => Unset(item, $"{path}.{property.Name}")));
            else if (IsRecord(value)) unset.AddRange(Unset(value, $"{path}.{property.Name}"));
        }
        return unset;
    }

    private static bool IsRecord(object value) => value is not (DcatDate or Text) && value.GetType().Namespace == typeof(Dataset).Namespace;

    private static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties().Where(p => p.CanWrite);

    /// <summary>Makes a value of any type of the model, whatever members it will have.</summary>
    private sealed class Maker(Random random, double fullness)
    {
        private static readonly string[] Strings = ["", "a", "Año nuevo", "\"\\\n\t<>&'", "\U0001F600", "\u2028\u007F", "http://e.example/a?b=c"];
        private static readonly string[] Dates = ["2019", "2019-04", "2019-04-30", "2019-04-30T10:00:00-03:00", "2019-04-30T10:00:00.5", "0001-01-01", "9999-12-31T23:59:59Z"];
        private static readonly double[] Numbers = [0, -58.5, 1e300, 0.1, double.Epsilon];

        public object Make(Type type, int depth)
        {
            if (type == typeof(string)) return Strings[random.Next(Strings.Length)];
            if (type == typeof(Guid)) return DeterministicId.Version5(Guid.Empty, random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (type == typeof(double)) return Numbers[random.Next(Numbers.Length)];
            if (type == typeof(long)) return random.NextInt64();
            if (type == typeof(DcatDate)) return DcatDate.Parse(Dates[random.Next(Dates.Length)]);
            if (type == typeof(LangString)) return new LangString(random.Next(3) switch { 0 => "es", 1 => "", _ => "pt-BR" }, Strings[random.Next(Strings.Length)]);
            if (type == typeof(Text)) return Text.Of([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (LangString)Make(typeof(LangString), depth))]);
            if (Nullable.GetUnderlyingType(type) is { } inner) return Make(inner, depth);
            if (type.IsGenericType) return MakeList(type.GetGenericArguments()[0], depth);
            return MakeRecord(type, depth);
        }

        private object MakeList(Type item, int depth)
        {
            var items = Array.CreateInstance(item, random.Next(1, 4));
            for (var i = 0; i < items.Length; i++) items.SetValue(Make(item, depth + 1), i);
            return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(item).Invoke(null, [items])!;
        }

        private object MakeRecord(Type type, int depth)
        {
            var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).Last();
            if (constructor.GetParameters().Length > 0) return constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType, depth))]);
            var record = constructor.Invoke([]);
            foreach (var property in Members(type))
            {
                var isRequired = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
                if (isRequired || random.NextDouble() < fullness) property.SetValue(record, Make(property.PropertyType, depth));
            }
            return record;
        }
    }

    private sealed class TextReader : JsonConverter<Text>
    {
        public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new() { Values = JsonSerializer.Deserialize<Dictionary<string, string>[]>(ref reader, options)!.SelectMany(d => d).Select(d => new LangString(d.Key, d.Value)).ToValueList() };

        public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
