namespace Catalog.Core.Validation;

/// <summary>A schema that a policy names is missing or is no JSON Schema.</summary>
public sealed class SchemaUnreadableException(string path, Exception cause)
    : Exception($"The schema {Path.GetFileName(path)} cannot be read: {cause.Message}", cause);
