namespace Catalog.Core.Rdf;

/// <summary>
/// Thrown through an XmlReader, which has no other way to be stopped within a token, by what it reads from; caught by
/// who reads. It never leaves this folder.
/// </summary>
internal sealed class XmlBoundException(string message) : Exception(message);
