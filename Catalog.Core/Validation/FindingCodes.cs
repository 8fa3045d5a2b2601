namespace Catalog.Core.Validation;

/// <summary>Every code that a finding can have; each is documented in docs/findings.md under its spelling.</summary>
public static class FindingCodes
{
    // The profile's schema.

    /// <summary>A property that the profile demands is missing.</summary>
    public const string RequiredProperty = "required-property";

    /// <summary>A value of a kind that the profile does not allow.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>An empty string or list where the profile demands content.</summary>
    public const string EmptyValue = "empty-value";

    /// <summary>A text over the profile's length.</summary>
    public const string TooLong = "too-long";

    /// <summary>A value outside the profile's code list.</summary>
    public const string NotInList = "not-in-list";

    /// <summary>A text that does not follow the profile's pattern.</summary>
    public const string PatternMismatch = "pattern-mismatch";

    /// <summary>Not a date that the profile allows.</summary>
    public const string BadDate = "bad-date";

    /// <summary>Not an absolute address.</summary>
    public const string BadUrl = "bad-url";

    /// <summary>Not one e-mail address.</summary>
    public const string BadEmail = "bad-email";

    /// <summary>Breaks the profile's schema in another way.</summary>
    public const string SchemaViolation = "schema-violation";

    // What keeps a record from being published.

    /// <summary>The record is not a JSON object.</summary>
    public const string NotAnObject = "not-an-object";

    /// <summary>The record is larger than the limit.</summary>
    public const string RecordTooLarge = "record-too-large";

    /// <summary>Without a title a dataset cannot be named.</summary>
    public const string NoTitle = "no-title";

    /// <summary>Without a description, its own or one of a distribution, a dataset cannot be described.</summary>
    public const string NoDescription = "no-description";

    /// <summary>Without a distribution's address or a landing page there is nothing to link.</summary>
    public const string NoLink = "no-link";

    /// <summary>Another record of the source has the same identifier; the first one counts.</summary>
    public const string DuplicateIdentifier = "duplicate-identifier";

    // What was understood although it was written oddly, and what should be mended.

    /// <summary>No identifier: the landing page, or else the title, identifies the record.</summary>
    public const string NoIdentifier = "no-identifier";

    /// <summary>A single value where a list is meant was read as a list of one.</summary>
    public const string ValueForList = "value-for-list";

    /// <summary>A number written as text, or a text written as a number, was read as what is meant.</summary>
    public const string KindMended = "kind-mended";

    /// <summary>A value that could not be understood was kept among the extras.</summary>
    public const string NotUnderstood = "not-understood";

    /// <summary>An address with characters that addresses cannot have was percent-encoded.</summary>
    public const string UrlMended = "url-mended";

    /// <summary>A text stood where linked data have an IRI, and was understood.</summary>
    public const string LiteralForLink = "literal-for-link";

    /// <summary>An IRI without a name stood where a text is meant, and is shown as it is.</summary>
    public const string LinkForText = "link-for-text";

    /// <summary>A date that is not of the datatype it claims was read as what it is.</summary>
    public const string DateTypeMended = "date-type-mended";

    /// <summary>Several values where there is room for one: the first counts, the others are extras.</summary>
    public const string SeveralValues = "several-values";

    /// <summary>Two datasets of the source have one identifier; each goes by its IRI.</summary>
    public const string SharedIdentifier = "shared-identifier";

    /// <summary>Nothing to link to but the dataset's own IRI.</summary>
    public const string LandingPageAssumed = "landing-page-assumed";

    /// <summary>A text over the limit was cut; the raw record keeps the whole.</summary>
    public const string TextCut = "text-cut";

    /// <summary>Two distributions have the same download address.</summary>
    public const string RepeatedDownloadUrl = "repeated-download-url";

    /// <summary>Two distributions have the same identifier.</summary>
    public const string RepeatedDistributionIdentifier = "repeated-distribution-identifier";

    /// <summary>A purely numeric distribution identifier, which CKAN cannot restore.</summary>
    public const string NumericDistributionIdentifier = "numeric-distribution-identifier";

    /// <summary>The format and the extension of the file name or address differ.</summary>
    public const string FormatMismatch = "format-mismatch";

    /// <summary>Modified before issued.</summary>
    public const string DatesOutOfOrder = "dates-out-of-order";

    /// <summary>A period that ends before it begins.</summary>
    public const string PeriodOutOfOrder = "period-out-of-order";

    /// <summary>A theme that is in no taxonomy of the catalog and no sector.</summary>
    public const string UnknownTheme = "unknown-theme";

    /// <summary>A record with no sector at all.</summary>
    public const string NoSector = "no-sector";

    /// <summary>More distributions than the limit; the rest are in the raw record.</summary>
    public const string TooManyDistributions = "too-many-distributions";

    /// <summary>A distribution without any address.</summary>
    public const string DistributionWithoutUrl = "distribution-without-url";

    // What the documents of a catalog of linked data say of themselves.

    /// <summary>A statement that cannot be read was passed over.</summary>
    public const string StatementSkipped = "statement-skipped";

    /// <summary>An IRI that is none was taken as it is.</summary>
    public const string OddIri = "odd-iri";

    /// <summary>The paging comes back to a page that was read before.</summary>
    public const string PageRepeated = "page-repeated";

    /// <summary>Fewer datasets were found than the catalog says it has.</summary>
    public const string TotalMismatch = "total-mismatch";

    /// <summary>A local file is one page of a catalog whose others are elsewhere.</summary>
    public const string PagesNotFollowed = "pages-not-followed";

    /// <summary>A record breaks a schema that the source's policy names.</summary>
    public const string PolicySchema = "policy-schema";
}
