using System.CommandLine;

namespace Catalog.Web.Verbs;

/// <summary><c>serve</c>, also the verb of a call without any: portal, APIs and scheduler in one process.</summary>
internal static class ServeVerb
{
    public static void AddTo(RootCommand root)
    {
    }
}
