namespace Catalog.Core.Validation;

/// <summary>
/// What a kind of record calls the members that rules speak of, so that a finding points at what its officer wrote.
/// </summary>
public sealed record RecordMembers(string Distributions, string Identifier, string DownloadUrl, string FileName)
{
    public static readonly RecordMembers DataJson = new("distribution", "identifier", "downloadURL", "fileName");
    public static readonly RecordMembers DataPackage = new("resources", "name", "path", "path");
    public static readonly RecordMembers Inline = new("files", "identifier", "url", "url");
    public static readonly RecordMembers DcatUs3 = new("distribution", "identifier", "downloadURL", "downloadURL");
    public static readonly RecordMembers Linked = new("dcat:distribution", "dct:identifier", "dcat:downloadURL", "dcat:downloadURL") { Vocabulary = "dct:" };

    /// <summary>What stands before the words of Dublin Core in the record: "" where they are bare.</summary>
    public string Vocabulary { get; init; } = "";
}
