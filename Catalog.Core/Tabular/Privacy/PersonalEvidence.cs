using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Tabular.Schemas;

namespace Catalog.Core.Tabular.Privacy;

/// <summary>
/// What of the counts is evidence. Values with a check digit or an @ speak for themselves; seven digits or a few words
/// with capitals mean something only where the name of the column says so as well.
/// </summary>
internal static class PersonalEvidence
{
    private static readonly string[] DniNames = ["dni", "documento", "doc", "ndoc", "nrodoc", "cedula", "pasaporte"];
    private static readonly string[] PhoneNames = ["telefono", "telefonos", "tel", "phone", "celular", "movil", "mobile", "whatsapp"];
    private static readonly string[] OfficeNames = ["institucion", "organismo", "entidad", "empresa", "comisaria", "hospital", "escuela", "sede", "oficina", "dependencia", "contratista", "proveedor"];
    private static readonly string[] PersonNames =
        ["apellido", "apellidos", "nombres", "persona", "titular", "beneficiario", "beneficiaria", "declarante", "funcionario", "firmante", "paciente", "alumno", "solicitante", "denunciante", "surname", "lastname", "firstname", "fullname"];

    /// <summary>Of a hundred values those that have to look like it where the name does not say it: half.</summary>
    private const int Share = 50;

    public static ValueList<PersonalCount> Of(string name, TableField field, PersonalTally tally, long values)
    {
        var words = new NameWords(name);
        var found = new List<PersonalCount>();
        var office = words.Has(OfficeNames);
        // A person's tax number is recognised by chance once in 110 eleven-digit numbers: a few are noise, a share is not.
        if (tally.CuitOfPersons > 0 && (words.Has(["cuit", "cuil"]) || IsShare(tally.CuitOfPersons + tally.CuitOfCompanies, values))) found.Add(new(PersonalKind.Cuit, tally.CuitOfPersons));
        if (tally.Dni > 0 && words.Has(DniNames) && IsShare(tally.Dni, values)) found.Add(new(PersonalKind.Dni, tally.Dni));
        if (tally.PersonalEmails > 0) found.Add(new(PersonalKind.Email, tally.PersonalEmails));
        if (!office && (words.Has(PhoneNames) ? tally.Phones : IsShare(tally.MarkedPhones, values) ? tally.MarkedPhones : 0) is var phones and > 0) found.Add(new(PersonalKind.Phone, phones));
        // One in ten numbers passes the check; identifiers of that length come in columns.
        if (tally.Cards > 0 && IsShare(tally.Cards, values)) found.Add(new(PersonalKind.Card, tally.Cards));
        if (field.Type == FieldType.String && !office && words.Has(PersonNames) && IsShare(tally.Names, values)) found.Add(new(PersonalKind.Name, tally.Names));
        return found.ToValueList();
    }

    private static bool IsShare(long count, long values) => count > 0 && count * 100 >= values * Share;
}
