using Catalog.Core.Dcat;

namespace Catalog.Core.Tabular;

/// <summary>The tables of a file, or why there are none.</summary>
public abstract record TableResult
{
    private TableResult()
    {
    }

    /// <summary>The file holds tables.</summary>
    /// <param name="Format">The kind of the file by its bytes: "csv", "tsv", "xlsx", "xls", "ods", "json", "jsonl", "geojson", "zip", "gzip".</param>
    /// <param name="Tables">At least one; the first is the one that is meant when nobody asks for another.</param>
    public sealed record Found(string Format, IReadOnlyList<FoundTable> Tables) : TableResult
    {
        /// <summary>Members of an archive and sheets that gave no table.</summary>
        public IReadOnlyList<TableFailure> PassedOver { get; init; } = [];
    }

    /// <summary>The file is Parquet, which is typed already: whoever reads Parquet takes it as it is.</summary>
    public sealed record Parquet : TableResult;

    /// <summary>No table can be had from it.</summary>
    public sealed record Failed(TableFailure Failure) : TableResult;
}

/// <summary>Why a file gives no table, where, and what to do.</summary>
/// <param name="Code">One of <see cref="TableFailureCodes"/>.</param>
/// <param name="Place">The member, sheet or line; empty for the whole file.</param>
public sealed record TableFailure(string Code, string Place, Text Message, Text Hint);
