using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Storage;
using Catalog.Core.Tabular.Drift;
using Catalog.Core.Validation;

namespace Catalog.Core.Tables;

/// <summary>What a file's tables are held to: what was declared of them, and the source's policy.</summary>
public sealed record TableTerms
{
    public static readonly TableTerms None = new();

    /// <summary>Null when nothing was promised.</summary>
    public DeclaredContract? Declared { get; init; }

    /// <summary>Contracts that were named and are not at hand.</summary>
    public ValueList<Finding> Missing { get; init; } = [];

    public TablePolicy Policy { get; init; } = TablePolicy.Default;

    /// <summary>The newest files of the dataset's other distributions by the names that foreign keys call them.</summary>
    public IReadOnlyDictionary<string, LoadableFile> Siblings { get; init; } = new Dictionary<string, LoadableFile>();

    /// <summary>
    /// The loader's version, the policy and the contract: what was read under other terms is read again, so that an
    /// officer who relaxes them puts a held version into service.
    /// </summary>
    public string Recipe => ContractPart is { Length: > 0 } contract ? $"{RecipeOf(Policy)}; contract {contract}" : RecipeOf(Policy);

    /// <summary>
    /// Whether a file that was read by a recipe need not be read again. A version that has a successor was held to the
    /// contract of its time, and that is not judged anew.
    /// </summary>
    public bool Meets(string? recipe, bool newest) => newest ? recipe == Recipe : recipe is not null && (recipe + ";").StartsWith(RecipeOf(Policy) + ";", StringComparison.Ordinal);

    private string ContractPart => string.Join(' ', new[] { Declared?.Fingerprint, Missing.Count == 0 ? null : "incomplete", Referred() }.OfType<string>());

    /// <summary>The bytes of the tables that foreign keys go to: other rows there are other verdicts here.</summary>
    private string? Referred()
    {
        var names = Declared?.Contract.Schema?.ForeignKeys.Select(key => key.Resource).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList() ?? [];
        return names.Count == 0 ? null : string.Join(' ', names.Select(name => Siblings.TryGetValue(name, out var file) ? file.Sha256[..16] : "-"));
    }

    private static string RecipeOf(TablePolicy policy) => policy == TablePolicy.Default
        ? TableLoader.Recipe
        : string.Create(CultureInfo.InvariantCulture, $"{TableLoader.Recipe}; {policy.OnBadTable}, {policy.OnPersonalData}, rows {policy.MaxRowLoss}, empty {policy.MaxNullRise}");
}
