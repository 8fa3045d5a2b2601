using System.Text.Json;
using Catalog.Core.Dcat;

namespace Catalog.Core.Storage;

/// <summary>
/// Reads the stored form of a dataset as <see cref="DatasetJson"/> would, several times as fast: feeds and the index
/// read every document of the catalog. Members come in the order of the model, so the name of the next one is looked
/// for from where the last one was found; unknown members are passed over, null is as good as none.
/// </summary>
internal static partial class DatasetDocument
{
    private static readonly byte[][] Names = DocumentNames.Of(
        "id", "sourceId", "identifier", "title", "description", "publisher", "creators", "contactPoints", "keywords", "themes", "superThemes", "sectors",
        "issued", "modified", "accrualPeriodicity", "temporal", "temporalResolution", "spatial", "spatialResolutionInMeters", "languages", "license", "rights",
        "accessRights", "landingPage", "conformsTo", "documentation", "sources", "provenance", "relatedResources", "isReferencedBy", "type", "version",
        "versionNotes", "inSeries", "applicableLegislation", "otherIdentifiers", "distributions", "extras");

    public static Dataset Read(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        json.Read();
        var made = new Builder();
        var at = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            at = DocumentNames.Find(ref json, Names, at);
            json.Read();
            if (json.TokenType != JsonTokenType.Null) made.Take(ref json, at);
        }
        return made.ToDataset();
    }

    /// <summary>The members as they are met; a record's own can only be set where it is made.</summary>
    private struct Builder()
    {
        private Guid _id = Guid.Empty;
        private string? _sourceId;
        private string? _identifier;
        private Text _title = Text.Empty;
        private Text _description = Text.Empty;
        private Agent? _publisher;
        private ValueList<Agent> _creators = [];
        private ValueList<ContactPoint> _contactPoints = [];
        private ValueList<LangString> _keywords = [];
        private ValueList<Theme> _themes = [];
        private ValueList<string> _superThemes = [];
        private ValueList<string> _sectors = [];
        private DcatDate? _issued;
        private DcatDate? _modified;
        private string? _accrualPeriodicity;
        private ValueList<PeriodOfTime> _temporal = [];
        private string? _temporalResolution;
        private ValueList<Location> _spatial = [];
        private double? _spatialResolution;
        private ValueList<string> _languages = [];
        private string? _license;
        private Text _rights = Text.Empty;
        private string? _accessRights;
        private string? _landingPage;
        private ValueList<string> _conformsTo = [];
        private ValueList<string> _documentation = [];
        private ValueList<string> _sources = [];
        private Text _provenance = Text.Empty;
        private ValueList<string> _relatedResources = [];
        private ValueList<string> _isReferencedBy = [];
        private string? _type;
        private string? _version;
        private Text _versionNotes = Text.Empty;
        private ValueList<string> _inSeries = [];
        private ValueList<string> _applicableLegislation = [];
        private ValueList<string> _otherIdentifiers = [];
        private ValueList<Distribution> _distributions = [];
        private ValueList<Extra> _extras = [];

        public void Take(ref Utf8JsonReader json, int member)
        {
            switch (member)
            {
                case 0: _id = json.GetGuid(); break;
                case 1: _sourceId = json.GetString(); break;
                case 2: _identifier = json.GetString(); break;
                case 3: _title = ReadText(ref json); break;
                case 4: _description = ReadText(ref json); break;
                case 5: _publisher = ReadAgent(ref json); break;
                case 6: _creators = ReadList(ref json, ReadAgent); break;
                case 7: _contactPoints = ReadList(ref json, ReadContactPoint); break;
                case 8: _keywords = ReadList(ref json, ReadLangString); break;
                case 9: _themes = ReadList(ref json, ReadTheme); break;
                case 10: _superThemes = ReadStrings(ref json); break;
                case 11: _sectors = ReadStrings(ref json); break;
                case 12: _issued = ReadDate(ref json); break;
                case 13: _modified = ReadDate(ref json); break;
                case 14: _accrualPeriodicity = json.GetString(); break;
                case 15: _temporal = ReadList(ref json, ReadPeriod); break;
                case 16: _temporalResolution = json.GetString(); break;
                case 17: _spatial = ReadList(ref json, ReadLocation); break;
                case 18: _spatialResolution = json.GetDouble(); break;
                case 19: _languages = ReadStrings(ref json); break;
                case 20: _license = json.GetString(); break;
                case 21: _rights = ReadText(ref json); break;
                case 22: _accessRights = json.GetString(); break;
                case 23: _landingPage = json.GetString(); break;
                case 24: _conformsTo = ReadStrings(ref json); break;
                case 25: _documentation = ReadStrings(ref json); break;
                case 26: _sources = ReadStrings(ref json); break;
                case 27: _provenance = ReadText(ref json); break;
                case 28: _relatedResources = ReadStrings(ref json); break;
                case 29: _isReferencedBy = ReadStrings(ref json); break;
                case 30: _type = json.GetString(); break;
                case 31: _version = json.GetString(); break;
                case 32: _versionNotes = ReadText(ref json); break;
                case 33: _inSeries = ReadStrings(ref json); break;
                case 34: _applicableLegislation = ReadStrings(ref json); break;
                case 35: _otherIdentifiers = ReadStrings(ref json); break;
                case 36: _distributions = ReadList(ref json, ReadDistribution); break;
                case 37: _extras = ReadList(ref json, ReadExtra); break;
                default: json.Skip(); break;
            }
        }

        public readonly Dataset ToDataset() => new()
        {
            Id = _id,
            SourceId = _sourceId ?? throw DocumentNames.Missing("sourceId"),
            Identifier = _identifier ?? throw DocumentNames.Missing("identifier"),
            Title = _title,
            Description = _description,
            Publisher = _publisher,
            Creators = _creators,
            ContactPoints = _contactPoints,
            Keywords = _keywords,
            Themes = _themes,
            SuperThemes = _superThemes,
            Sectors = _sectors,
            Issued = _issued,
            Modified = _modified,
            AccrualPeriodicity = _accrualPeriodicity,
            Temporal = _temporal,
            TemporalResolution = _temporalResolution,
            Spatial = _spatial,
            SpatialResolutionInMeters = _spatialResolution,
            Languages = _languages,
            License = _license,
            Rights = _rights,
            AccessRights = _accessRights,
            LandingPage = _landingPage,
            ConformsTo = _conformsTo,
            Documentation = _documentation,
            Sources = _sources,
            Provenance = _provenance,
            RelatedResources = _relatedResources,
            IsReferencedBy = _isReferencedBy,
            Type = _type,
            Version = _version,
            VersionNotes = _versionNotes,
            InSeries = _inSeries,
            ApplicableLegislation = _applicableLegislation,
            OtherIdentifiers = _otherIdentifiers,
            Distributions = _distributions,
            Extras = _extras,
        };
    }
}
