using Catalog.Core.Tabular.Drift;

namespace Catalog.Harvest.Config;

/// <summary><c>policy</c> of a source: what a run may do unasked.</summary>
internal static class PolicySection
{
    public static readonly KeyTable Keys = new("policy",
        new ConfigKey("onInvalid") { Allowed = ["publish", "hold"] }, new ConfigKey("maxRemovals"), new ConfigKey("schemas"),
        new ConfigKey("tables") { Allowed = ["publish", "hold"] }, new ConfigKey("personalData") { Allowed = ["report", "hold"] }, new ConfigKey("maxRowLoss"), new ConfigKey("maxNullRise"));

    public static HarvestPolicy Read(YamlCursor at) => at.AsMap(Keys) is not { } map ? new HarvestPolicy() : new HarvestPolicy
    {
        OnInvalid = map.Choice("onInvalid") == "hold" ? OnInvalid.Hold : OnInvalid.Publish,
        MaxRemovals = (map.Scalar("maxRemovals") is { } limit ? Rules.Removals(limit) : null) ?? MaxRemovals.Default,
        Schemas = map.Strings("schemas", PathRules.JsonSchema),
        Tables = ReadTables(map),
    };

    private static TablePolicy ReadTables(ConfigMap map) => new()
    {
        OnBadTable = map.Choice("tables") == "hold" ? OnBadTable.Hold : OnBadTable.Publish,
        OnPersonalData = map.Choice("personalData") == "hold" ? OnPersonalData.Hold : OnPersonalData.Report,
        MaxRowLoss = (map.Scalar("maxRowLoss") is { } loss ? Rules.Share(loss, "maxRowLoss") : null) ?? TablePolicy.Default.MaxRowLoss,
        MaxNullRise = (map.Scalar("maxNullRise") is { } rise ? Rules.Share(rise, "maxNullRise") : null) ?? TablePolicy.Default.MaxNullRise,
    };
}
