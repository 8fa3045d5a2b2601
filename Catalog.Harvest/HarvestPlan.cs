using Catalog.Core.Storage;
using Catalog.Core.Validation;

namespace Catalog.Harvest;

/// <summary>What a plan wants to do with a record.</summary>
public enum PlanAction
{
    Add,
    Change,

    /// <summary>Publish again what had been removed.</summary>
    Restore,

    /// <summary>The public dataset stays as it is; only what we know of the record is new (its findings, its raw form).</summary>
    Refresh,
    Remove,

    /// <summary>Cannot be published; the last good revision, if any, stays.</summary>
    Reject,

    /// <summary>Held by a guard until an officer approves it.</summary>
    Hold,
}

/// <summary>One step of a plan.</summary>
public sealed record PlanItem
{
    public required PlanAction Action { get; init; }
    public required string Identifier { get; init; }
    public required Guid DatasetId { get; init; }
    public required string Title { get; init; }

    /// <summary>Why it is rejected, held or removed; null for what needs no reason.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<FieldChange> Fields { get; init; } = [];
    public IReadOnlyList<Finding> Findings { get; init; } = [];
    public bool Conforms { get; init; }
    public string Fingerprint { get; init; } = "";

    /// <summary>True when what is held is a removal, false when it is a record.</summary>
    public bool HoldsRemoval { get; init; }

    /// <summary>Where the payload is in the plan's spool; -1 when there is none.</summary>
    internal long Payload { get; init; } = -1;
}

/// <summary>What one run of one source would do. Nothing of it has happened yet.</summary>
public sealed record HarvestPlan
{
    public required string SourceId { get; init; }
    public required int Gathered { get; init; }
    public required int Unchanged { get; init; }

    /// <summary>Everything but the unchanged, in the source's order, removals last.</summary>
    public required IReadOnlyList<PlanItem> Items { get; init; }

    /// <summary>Records that satisfy their profile wholly, unchanged ones too.</summary>
    public required int Conforming { get; init; }

    /// <summary>Findings over all records, unchanged ones too.</summary>
    public required int Errors { get; init; }
    public required int Warnings { get; init; }
    public IReadOnlyList<Finding> CatalogFindings { get; init; } = [];

    /// <summary>Why something is held: a sentence for the officer. Null when nothing is.</summary>
    public string? HoldReason { get; init; }

    /// <summary>The stable code of the guard that holds.</summary>
    public string? HoldCode { get; init; }

    public int Count(PlanAction action) => Items.Count(item => item.Action == action);
}

/// <summary>Which guard holds. Stored and shown by these spellings; each is documented in docs/findings.md.</summary>
public static class HoldCodes
{
    /// <summary>The source gives no records at all where there were some.</summary>
    public const string EmptySource = "empty-source";

    /// <summary>More datasets are gone than the source's policy lets a run remove.</summary>
    public const string TooManyRemovals = "too-many-removals";

    /// <summary>A record was passed over unread, so what is missing may be missing for that reason.</summary>
    public const string IncompleteGather = "incomplete-gather";

    /// <summary>Records break their profile and the source's policy holds such records.</summary>
    public const string InvalidRecords = "invalid-records";
}
