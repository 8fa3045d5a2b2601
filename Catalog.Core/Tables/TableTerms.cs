using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Drift;

namespace Catalog.Core.Tables;

/// <summary>What a file's tables are held to: the columns that its publisher documents, and the source's policy.</summary>
public sealed record TableTerms
{
    public static readonly TableTerms None = new();

    /// <summary>The column dictionary of the distribution; empty when nothing was promised.</summary>
    public ValueList<Field> Dictionary { get; init; } = [];

    public TablePolicy Policy { get; init; } = TablePolicy.Default;

    /// <summary>
    /// The loader's version and the policy: a file that was read under another policy is read again, so that an officer
    /// who relaxes it puts a held version into service.
    /// </summary>
    public static string RecipeOf(TablePolicy policy) => policy == TablePolicy.Default
        ? TableLoader.Recipe
        : string.Create(CultureInfo.InvariantCulture, $"{TableLoader.Recipe}; {policy.OnBadTable}, {policy.OnPersonalData}, rows {policy.MaxRowLoss}, empty {policy.MaxNullRise}");
}
