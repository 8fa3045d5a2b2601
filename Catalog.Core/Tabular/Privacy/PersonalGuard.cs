using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Checking;
using Catalog.Core.Tabular.Profiling;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Privacy;

/// <summary>Says in which columns there is data of persons, and how much. Never a value.</summary>
public static class PersonalGuard
{
    public static ValueList<TableFinding> Findings(TableProfile profile)
    {
        // A name alone is often public: a minister's, a street's. Beside a number or an address it is somebody.
        var beside = profile.Columns.Any(column => column.Personal.Any(found => found.Kind != PersonalKind.Name));
        return (from column in profile.Columns
                from found in column.Personal
                where found.Kind != PersonalKind.Name || beside
                select Make(column.Name, found)).ToValueList();
    }

    /// <summary>The profile as everybody may see it: without values of columns that hold data of persons.</summary>
    public static TableProfile Public(TableProfile profile) => profile with
    {
        Columns = profile.Columns.Select(column => column.Personal.Count == 0 ? column
            : column with { TopValues = [], Minimum = null, Maximum = null, NullWords = [], Sketch = [] }).ToValueList(),
    };

    private static TableFinding Make(string column, PersonalCount found)
    {
        var (code, spanish, english) = found.Kind switch
        {
            PersonalKind.Dni => (TableFindingCodes.PersonalDni, "números de documento", "identity document numbers"),
            PersonalKind.Cuit => (TableFindingCodes.PersonalCuit, "CUIT o CUIL de personas", "CUIT or CUIL of persons"),
            PersonalKind.Email => (TableFindingCodes.PersonalEmail, "correos personales", "personal e-mail addresses"),
            PersonalKind.Phone => (TableFindingCodes.PersonalPhone, "teléfonos", "telephone numbers"),
            PersonalKind.Card => (TableFindingCodes.PersonalCard, "números de tarjeta", "card numbers"),
            _ => (TableFindingCodes.PersonalName, "nombres de personas", "names of persons"),
        };
        return new TableFinding
        {
            Code = code,
            // Phones are often an office's; the officer decides.
            Severity = found.Kind is PersonalKind.Phone ? Severity.Info : Severity.Warning,
            Column = column,
            Message = Words.Both(FormattableString.Invariant($"«{column}» parece tener {spanish}: {found.Count} celdas."), FormattableString.Invariant($"'{column}' seems to hold {english}: {found.Count} cells.")),
            Hint = Words.Both("Quite la columna o anonimícela, si los datos no son públicos por ley.", "Remove the column or anonymise it, unless the law makes the data public."),
        };
    }
}
