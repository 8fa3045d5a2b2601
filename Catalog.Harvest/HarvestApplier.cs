using System.Globalization;
using Catalog.Core.Storage;
using Catalog.Core.Validation;

namespace Catalog.Harvest;

/// <summary>
/// Writes a guarded plan to the store in small transactions. Every step is safe to do twice, so a run that dies
/// half-way is simply done again.
/// </summary>
internal sealed class HarvestApplier(CatalogDatabase database, TimeProvider time)
{
    /// <summary>Records in one transaction. 200: a few milliseconds of lock, and a commit to disk costs little per record.</summary>
    private const int BatchSize = 200;

    public void Apply(HarvestPlan plan, PlanSpool payloads, long runId, Action<int> progress, CancellationToken ct)
    {
        var ordinal = 0;
        foreach (var batch in plan.Items.Chunk(BatchSize))
        {
            ct.ThrowIfCancellationRequested();
            var now = time.GetUtcNow();
            database.Write(session =>
            {
                foreach (var item in batch) Apply(session, plan.SourceId, item, payloads, runId, ordinal++, now);
            });
            progress(ordinal);
        }
    }

    private static void Apply(WriteSession session, string sourceId, PlanItem item, PlanSpool payloads, long runId, int ordinal, DateTimeOffset now)
    {
        switch (item.Action)
        {
            case PlanAction.Add or PlanAction.Change or PlanAction.Restore or PlanAction.Refresh:
                var payload = payloads.Read(item.Payload);
                if (item.Action != PlanAction.Refresh) DatasetWriter.Publish(session, ToWrite(payload), runId, now);
                SaveObject(session, sourceId, item, payload, ObjectState.Published, runId, now);
                break;
            case PlanAction.Remove when item.DatasetId == Guid.Empty:
                HarvestObjects.Forget(session, sourceId, item.Identifier);
                return;
            case PlanAction.Remove:
                DatasetWriter.Remove(session, item.DatasetId, runId, now);
                HarvestObjects.MarkRemoved(session, sourceId, item.Identifier, runId, now);
                break;
            case PlanAction.Reject when item.Payload >= 0:
                SaveObject(session, sourceId, item, payloads.Read(item.Payload), ObjectState.Rejected, runId, now);
                break;
            case PlanAction.Hold:
                if (item.Payload >= 0) SaveObject(session, sourceId, item, payloads.Read(item.Payload), ObjectState.Held, runId, now);
                HeldItems.Add(session, runId, new HeldItem
                {
                    SourceId = sourceId,
                    Identifier = item.Identifier,
                    Kind = item.HoldsRemoval ? "removal" : "record",
                    Fingerprint = item.HoldsRemoval ? "" : item.Fingerprint,
                });
                break;
        }
        if (item.Action == PlanAction.Refresh) return;
        HarvestRuns.AddItem(session, runId, new RunItem
        {
            Ordinal = ordinal,
            Action = Spelling(item.Action),
            Identifier = item.Identifier,
            DatasetId = item.DatasetId,
            Title = item.Title,
            Reason = item.Reason,
            Fields = item.Fields.Count == 0 ? null : DatasetJson.WriteFields(item.Fields),
        });
    }

    private static void SaveObject(WriteSession session, string sourceId, PlanItem item, PlanPayload payload, string state, long runId, DateTimeOffset now) =>
        HarvestObjects.Upsert(session, new HarvestObject
        {
            SourceId = sourceId,
            Identifier = item.Identifier,
            DatasetId = item.DatasetId,
            State = state,
            Title = item.Title,
            Fingerprint = item.Fingerprint,
            Pointer = payload.Pointer,
            Conforms = item.Conforms,
            Worst = item.Findings.Count == 0 ? null : item.Findings.Max(f => f.Severity),
            FindingCount = payload.FindingCount,
            Findings = item.Findings,
            ChangedAt = now,
        }, payload.Raw, runId);

    private static DatasetWrite ToWrite(PlanPayload payload) => new()
    {
        Dataset = DatasetJson.Read(payload.Document!),
        Document = payload.Document!,
        ContentHash = DatasetJson.Hash(payload.Document!),
        PublisherId = payload.PublisherId,
        PublisherName = payload.PublisherName,
        SortDate = payload.SortDate is null ? null : DateTimeOffset.Parse(payload.SortDate, CultureInfo.InvariantCulture),
    };

    private static string Spelling(PlanAction action) => action switch
    {
        PlanAction.Add => "added",
        PlanAction.Change => "changed",
        PlanAction.Restore => "restored",
        PlanAction.Remove => "removed",
        PlanAction.Reject => "rejected",
        _ => "held",
    };
}
