namespace Catalog.Core.Tabular.Privacy;

/// <summary>Kinds of data about persons that a public table should not have.</summary>
public enum PersonalKind
{
    /// <summary>The number of the Argentine identity document.</summary>
    Dni,

    /// <summary>The tax or labour number of a person; a company's is public.</summary>
    Cuit,

    Email,

    Phone,

    /// <summary>A payment card.</summary>
    Card,

    /// <summary>The name of a person beside another kind.</summary>
    Name,
}
