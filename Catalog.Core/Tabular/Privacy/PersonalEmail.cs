namespace Catalog.Core.Tabular.Privacy;

/// <summary>Tells an office's mailbox from a person's: by its domain, or by the name of the mailbox.</summary>
internal static class PersonalEmail
{
    private static readonly string[] OfficialDomains = [".gob.ar", ".gov.ar", ".gob", ".gov", ".edu.ar", ".edu", ".int", ".mil.ar", ".jus.gov.ar", ".gov.uk", ".europa.eu"];

    private static readonly HashSet<string> Mailboxes = new(StringComparer.OrdinalIgnoreCase)
    {
        "info", "informes", "contacto", "contact", "admin", "administracion", "consultas", "datos", "prensa", "mesa", "mesadeentradas", "secretaria", "direccion", "webmaster",
        "hola", "atencion", "soporte", "support", "ventas", "sales", "comunicacion", "biblioteca", "museo", "hospital", "office", "mail", "reservas", "rrhh", "turismo", "cultura",
    };

    public static bool IsInstitutional(ReadOnlySpan<char> address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0) return false;
        var domain = address[(at + 1)..];
        foreach (var official in OfficialDomains)
            if (domain.EndsWith(official, StringComparison.OrdinalIgnoreCase) || domain.Equals(official.AsSpan(1), StringComparison.OrdinalIgnoreCase)) return true;
        var mailbox = address[..at];
        var end = mailbox.IndexOfAny("._-0123456789");
        return Mailboxes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(end > 0 ? mailbox[..end] : mailbox);
    }
}

/// <summary>Whether a text looks like the name of a person: a few words, each with a capital, none that only institutions have.</summary>
internal static class PersonName
{
    private static readonly HashSet<string> NotNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "ministerio", "secretaría", "secretaria", "subsecretaría", "dirección", "direccion", "general", "hospital", "escuela", "centro", "instituto", "avenida", "av", "calle", "plaza", "parque",
        "comuna", "barrio", "villa", "sa", "srl", "s.a", "s.a.", "s.r.l.", "ute", "cooperativa", "asociación", "fundación", "club", "museo", "biblioteca", "teatro", "estación", "línea",
        "obra", "obras", "público", "pública", "publica", "licitación", "urbano", "urbana", "jardín", "juzgado", "tribunal", "universidad", "ciudad", "nacional", "of", "the", "street", "school",
    };

    public static bool LooksLikeOne(ReadOnlySpan<char> text)
    {
        var (words, start) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '.' or '-')) continue;
            if (i < text.Length && text[i] is not (' ' or ',')) return false;
            if (i > start)
            {
                var word = text[start..i];
                if (NotNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return false;
                // "de", "la", "del" are small in names too.
                if (char.IsLower(word[0]) && word.Length > 3) return false;
                words++;
            }
            start = i + 1;
        }
        return words is >= 2 and <= 6;
    }
}
