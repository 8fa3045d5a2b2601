using System.Text.Json.Nodes;

namespace Samples.Generator;

/// <summary>A file of a dataset, ready to be written.</summary>
internal sealed record FileDraft(string FileName, string Title, string Format, string MediaType, byte[] Bytes)
{
    public IReadOnlyList<Column> Fields { get; init; } = [];

    public string Encoding { get; init; } = "utf-8";

    public string Delimiter { get; init; } = ",";

    /// <summary>Named in the catalog and not there, as when somebody tidied a server.</summary>
    public bool Absent { get; init; }

    public int Rows { get; init; }
}

/// <summary>A dataset before it takes the form of a catalog.</summary>
internal sealed record DatasetDraft
{
    /// <summary>The sentence that every description ends with: nobody may take these figures for real ones.</summary>
    public const string Disclaimer = "Datos inventados para la demostración.";

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string[] SuperThemes { get; init; }

    public required string[] Themes { get; init; }

    /// <summary>ISO 8601 repeating interval, or "eventual".</summary>
    public required string Frequency { get; init; }

    public required string Issued { get; init; }

    public required string Modified { get; init; }

    public string? Temporal { get; init; }

    public required string[] Keywords { get; init; }

    public required FileDraft[] Files { get; init; }

    /// <summary>What is wrong with it, for the list in the README; null for a sound record.</summary>
    public string? Flaw { get; init; }

    /// <summary>Makes it wrong, after it has been written well.</summary>
    public Action<JsonObject>? Break { get; init; }

    /// <summary>
    /// Reads a card: first line id, second title, then the description, then "superThemes | themes | frequency |
    /// issued | modified | temporal or -", and last the keywords between commas.
    /// </summary>
    public static DatasetDraft Of(string card, params FileDraft[] files)
    {
        var lines = card.Split('\n');
        var facts = lines[^2].Split(" | ");
        return new DatasetDraft
        {
            Id = lines[0],
            Title = lines[1],
            Description = $"{string.Join(' ', lines[2..^2])} {Disclaimer}",
            SuperThemes = facts[0].Split(' '),
            Themes = facts[1].Split(' '),
            Frequency = facts[2],
            Issued = facts[3],
            Modified = facts[4],
            Temporal = facts[5] == "-" ? null : facts[5],
            Keywords = lines[^1].Split(", "),
            Files = files,
        };
    }

    /// <summary>Whether a harvester can publish it all the same.</summary>
    public bool Published { get; init; } = true;

    public DatasetDraft Broken(string flaw, Action<JsonObject>? change = null, bool published = true) =>
        this with { Flaw = flaw, Break = change, Published = published };
}

internal enum SourceKind
{
    /// <summary>A body that publishes nothing itself.</summary>
    None,
    Argentina,
    DcatUs,
    Packages,
    Config,
}

/// <summary>A department, agency or court, and what it publishes from one folder.</summary>
internal sealed record Body(string Id, string Name, string English)
{
    public SourceKind Kind { get; init; } = SourceKind.Argentina;

    public string Branch { get; init; } = "executive";

    public string? Parent { get; init; } = "municipalidad";

    public string[] Aliases { get; init; } = [];

    public string Text { get; init; } = "";

    /// <summary>When it is harvested, and why then: Quartz, seconds first.</summary>
    public string Cron { get; init; } = "";

    public string When { get; init; } = "";

    public DatasetDraft[] Datasets { get; init; } = [];

    /// <summary>The body's name as its nth record has it: every third writes it another way, as departments do.</summary>
    public string Spelling(int record) => record % 3 == 2 && Aliases.Length > 0 ? Aliases[0] : Name;

    public string Email => $"datos.{Id}@puertoalmendra.example";

    public string Url => $"https://datos.puertoalmendra.example/{Id}/";
}
