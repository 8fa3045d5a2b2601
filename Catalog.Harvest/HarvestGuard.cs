using Catalog.Core.Storage;
using Catalog.Core.Validation;
using Catalog.Harvest.Config;

namespace Catalog.Harvest;

/// <summary>
/// Stands between plan and apply. What it holds is not applied until an officer approves the run; the rest of the plan
/// goes on. A department whose server answers with an empty catalog must not lose its datasets.
/// </summary>
internal static class HarvestGuard
{
    /// <param name="published">Datasets of the source that are public now.</param>
    /// <param name="approved">What an officer approved of an earlier, held run.</param>
    public static HarvestPlan Check(HarvestPlan plan, HarvestPolicy policy, int published, bool incomplete, IReadOnlyList<HeldItem> approved)
    {
        var (removalCode, removalReason) = Removals(plan, policy, published, incomplete, approved);
        var approvedRecords = approved.Where(a => a.Kind == "record").Select(a => a.Fingerprint).ToHashSet();
        var heldRecords = 0;
        var items = new List<PlanItem>(plan.Items.Count);
        foreach (var item in plan.Items)
        {
            if (item.Action == PlanAction.Remove && item.DatasetId != Guid.Empty && removalCode is not null)
                items.Add(item with { Action = PlanAction.Hold, HoldsRemoval = true, Reason = removalCode });
            else if (policy.OnInvalid == OnInvalid.Hold && Publishes(item.Action) && BreaksProfile(item) && !approvedRecords.Contains(item.Fingerprint))
            {
                items.Add(item with { Action = PlanAction.Hold, Reason = HoldCodes.InvalidRecords });
                heldRecords++;
            }
            else
            {
                if (item is { Action: PlanAction.Hold, HoldsRemoval: false }) heldRecords++;
                items.Add(item);
            }
        }
        var recordReason = heldRecords == 0 ? null : $"{heldRecords} records break their profile and the source's policy is onInvalid: hold";
        return plan with
        {
            Items = items,
            HoldCode = removalCode ?? (heldRecords > 0 ? HoldCodes.InvalidRecords : null),
            HoldReason = removalReason is null ? recordReason : recordReason is null ? removalReason : $"{removalReason}; {recordReason}",
        };
    }

    private static (string? Code, string? Reason) Removals(HarvestPlan plan, HarvestPolicy policy, int published, bool incomplete, IReadOnlyList<HeldItem> approved)
    {
        var removals = plan.Items.Where(item => item.Action == PlanAction.Remove && item.DatasetId != Guid.Empty).ToList();
        if (removals.Count == 0) return (null, null);
        if (incomplete) return (HoldCodes.IncompleteGather, $"{removals.Count} datasets are missing, but a record was passed over unread, so they may be missing for that reason");
        // Approval is of the very datasets that were held: if more are gone by now, it is a new decision.
        var approvedRemovals = approved.Where(a => a.Kind == "removal").Select(a => a.Identifier).ToHashSet();
        if (removals.All(r => approvedRemovals.Contains(r.Identifier))) return (null, null);
        if (plan.Gathered == 0) return (HoldCodes.EmptySource, $"the source gives no records at all; {published} datasets are public");
        var allowed = policy.MaxRemovals.Of(published);
        return removals.Count <= allowed ? (null, null)
            : (HoldCodes.TooManyRemovals, $"{removals.Count} of {published} datasets are gone from the source; the policy lets a run remove {allowed} (maxRemovals: {policy.MaxRemovals})");
    }

    private static bool Publishes(PlanAction action) => action is PlanAction.Add or PlanAction.Change or PlanAction.Restore;

    private static bool BreaksProfile(PlanItem item) => !item.Conforms || item.Findings.Any(f => f.Code == FindingCodes.PolicySchema);
}
