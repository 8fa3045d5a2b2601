using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tables;

/// <summary>Who declared what a table is; stable.</summary>
public enum ContractOrigin
{
    /// <summary>The officer, in the harvest config.</summary>
    Config,

    /// <summary>A document that the metadata name (dct:conformsTo, <c>describedBy</c>, a data package's <c>schema</c>).</summary>
    Document,

    /// <summary>The data package that the table is a resource of.</summary>
    Package,

    /// <summary>The column dictionary of the metadata (<c>field</c>).</summary>
    Dictionary,
}

/// <summary>What was promised of the tables of a file, and by whom.</summary>
public sealed record DeclaredContract
{
    public required ContractOrigin Origin { get; init; }

    /// <summary>The address or path of the document as it was named; null for what stands in the metadata themselves.</summary>
    public string? Place { get; init; }

    public required TableContract Contract { get; init; }

    /// <summary>The sheet or member that is meant; null for the one with the most of the promised columns.</summary>
    public string? Table { get; init; }

    /// <summary>Of everything that the contract was read from: another one holds the newest version to it again.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>A dictionary explains columns; whoever writes a schema means every word of it.</summary>
    public bool Binding => Origin != ContractOrigin.Dictionary;

    /// <summary>
    /// What the metadata themselves promise. A data package's schema holds as its standard says; a dictionary may leave
    /// out columns.
    /// </summary>
    public static DeclaredContract? Of(Distribution distribution, bool package, Limits limits)
    {
        var dialect = DialectOf(distribution);
        if (!package && FieldDictionary.ToSchema(distribution.Fields) is { } dictionary)
            return new DeclaredContract { Origin = ContractOrigin.Dictionary, Contract = new TableContract { Schema = dictionary }, Fingerprint = Hash(JsonSerializer.SerializeToUtf8Bytes(distribution.Fields)) };
        if (!package || distribution.Fields.Count == 0 && dialect is null) return null;
        var descriptor = PackageDescriptor.Write(distribution);
        var read = distribution.Fields.Count == 0 ? null : TableSchemaReader.Read(descriptor, limits);
        var said = distribution.Extras.Where(extra => extra.Key is "dialect" or "encoding").Select(extra => extra.Json);
        return new DeclaredContract
        {
            Origin = ContractOrigin.Package,
            Contract = new TableContract { Schema = read?.Schema, Findings = read?.Findings ?? [], Dialect = dialect },
            Fingerprint = Hash([.. descriptor, .. Encoding.UTF8.GetBytes(string.Join('\n', said))]),
        };
    }

    /// <summary>Sixteen digits of SHA-256: enough to tell one contract from another.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];

    private static Tabular.DeclaredDialect? DialectOf(Distribution distribution)
    {
        var encoding = PackageDescriptor.Extra(distribution, "encoding") is { ValueKind: JsonValueKind.String } said ? said.GetString() : null;
        var dialect = PackageDescriptor.Extra(distribution, "dialect") is { ValueKind: JsonValueKind.Object } spoken ? Tabular.DeclaredDialect.FromJson(spoken) : null;
        return encoding is null ? dialect : (dialect ?? new Tabular.DeclaredDialect()) with { Encoding = dialect?.Encoding ?? encoding };
    }
}
