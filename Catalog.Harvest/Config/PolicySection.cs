namespace Catalog.Harvest.Config;

/// <summary><c>policy</c> of a source: what a run may do unasked.</summary>
internal static class PolicySection
{
    public static readonly KeyTable Keys = new("policy",
        new ConfigKey("onInvalid") { Allowed = ["publish", "hold"] }, new ConfigKey("maxRemovals"), new ConfigKey("schemas"));

    public static HarvestPolicy Read(YamlCursor at) => at.AsMap(Keys) is not { } map ? new HarvestPolicy() : new HarvestPolicy
    {
        OnInvalid = map.Choice("onInvalid") == "hold" ? OnInvalid.Hold : OnInvalid.Publish,
        MaxRemovals = (map.Scalar("maxRemovals") is { } limit ? Rules.Removals(limit) : null) ?? MaxRemovals.Default,
        Schemas = map.Strings("schemas", PathRules.JsonSchema),
    };
}
