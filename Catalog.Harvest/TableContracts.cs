using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Tables;
using Catalog.Core.Tabular;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;
using Catalog.Harvest.Config;

namespace Catalog.Harvest;

/// <summary>
/// What the tables of a file are held to. The officer's word in the config counts first, then the document that the
/// metadata name, then the data package's own schema, then the column dictionary.
/// </summary>
internal sealed class TableContracts(HarvestSource? source, CatalogDatabase database, FileStore store, Limits limits)
{
    private readonly SchemaDocuments _documents = new(database);
    private readonly DistributionFiles _files = new(database);

    /// <param name="slug">The dataset's name in its address.</param>
    public TableTerms Of(LoadableFile file, Dataset dataset, string slug, CancellationToken ct)
    {
        var terms = new TableTerms { Policy = source?.Policy.Tables ?? Core.Tabular.Drift.TablePolicy.Default };
        if (dataset.Distributions.FirstOrDefault(d => d.Id == file.DistributionId) is not { } distribution) return terms;
        var rule = source?.Tables.FirstOrDefault(r => r.Means(dataset, slug, distribution, file.FileName));
        var missing = new List<Finding>();
        var question = new ContractQuestion { FileName = file.FileName, Resource = distribution.Identifier };
        var declared = (rule is null ? null : OfRule(rule, question, missing, ct))
            ?? SchemaReferences.Of(distribution).Select(place => OfDocument(ContractOrigin.Document, place, place, question, missing, ct)).FirstOrDefault(contract => contract is not null)
            ?? DeclaredContract.Of(distribution, package: source?.Type == SourceType.Folder, limits);
        if (rule?.Dialect is { } dialect)
        {
            declared = declared is null
                ? new DeclaredContract { Origin = ContractOrigin.Config, Contract = new TableContract { Dialect = dialect }, Fingerprint = FingerprintOf(dialect) }
                : declared with { Contract = declared.Contract with { Dialect = dialect }, Fingerprint = declared.Fingerprint + FingerprintOf(dialect) };
        }
        if (rule?.Sheet is { } sheet && declared is not null) declared = declared with { Table = sheet, Fingerprint = declared.Fingerprint + DeclaredContract.Hash(System.Text.Encoding.UTF8.GetBytes(sheet)) };
        terms = terms with { Declared = declared, Missing = missing.ToValueList() };
        return declared?.Contract.Schema?.ForeignKeys.Any(key => key.Resource.Length > 0) == true ? terms with { Siblings = SiblingsOf(file, dataset) } : terms;
    }

    private DeclaredContract? OfRule(TableRule rule, ContractQuestion question, List<Finding> missing, CancellationToken ct)
    {
        if (rule.Schema is not { } schema) return null;
        if (WebAddress.IsWeb(schema)) return OfDocument(ContractOrigin.Config, schema, rule.SchemaPlace ?? schema, question, missing, ct);
        if (!File.Exists(schema))
        {
            missing.Add(NotAtHand(rule.SchemaPlace ?? "", Fetch.FetchCodes.FileMissing));
            return null;
        }
        return Read(ContractOrigin.Config, schema, rule.SchemaPlace, DeclaredContract.Hash(File.ReadAllBytes(schema)), question, missing, ct);
    }

    private DeclaredContract? OfDocument(ContractOrigin origin, string place, string shown, ContractQuestion question, List<Finding> missing, CancellationToken ct)
    {
        var document = source is null ? null : _documents.Find(source.Id, place);
        // Before its first harvest with files nothing is known of it, and nothing is said.
        if (document is null) return null;
        if (document.Sha256 is { } sha256 && store.Contains(sha256)) return Read(origin, store.PathOf(sha256), shown, sha256[..16], question, missing, ct);
        missing.Add(NotAtHand(shown, document.Code));
        return null;
    }

    private DeclaredContract? Read(ContractOrigin origin, string path, string? shown, string fingerprint, ContractQuestion question, List<Finding> missing, CancellationToken ct)
    {
        var contract = ContractReader.Read(path, question, limits, ct);
        if (contract.Says) return new DeclaredContract { Origin = origin, Place = shown, Contract = contract, Fingerprint = fingerprint };
        missing.AddRange(contract.Findings);
        return null;
    }

    /// <summary>The newest file of each other distribution, by its identifier and by its file's name, the first of a name.</summary>
    private Dictionary<string, LoadableFile> SiblingsOf(LoadableFile file, Dataset dataset)
    {
        var siblings = new Dictionary<string, LoadableFile>(StringComparer.Ordinal);
        var newest = _files.Newest([dataset.Id])[dataset.Id].ToDictionary(version => version.DistributionId);
        foreach (var distribution in dataset.Distributions)
        {
            if (!newest.TryGetValue(distribution.Id, out var version)) continue;
            var sibling = file with { DistributionId = distribution.Id, Number = version.Number, Sha256 = version.Sha256, Size = version.Size, MediaType = version.MediaType, FileName = version.FileName };
            if (distribution.Identifier is { } identifier) siblings.TryAdd(identifier, sibling);
            siblings.TryAdd(version.FileName, sibling);
        }
        return siblings;
    }

    private static string FingerprintOf(DeclaredDialect dialect) => DeclaredContract.Hash(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(dialect));

    private static Finding NotAtHand(string place, string code) => FindingMessages.Make(TableFindingCodes.SchemaNotAtHand, Severity.Warning, "", place,
        $"No se pudo obtener el esquema de la tabla ({code}).", $"The table's schema could not be had ({code}).",
        "Corrija la dirección, o publique el esquema en ella.", "Correct the address, or publish the schema there.");
}
