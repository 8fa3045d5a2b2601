using Catalog.Core.Tabular.Profiling;

namespace Catalog.Core.Tabular.Privacy;

/// <summary>How many cells of a column look like which kind of personal data. It keeps counts, never a value.</summary>
internal sealed class PersonalTally
{
    public long Dni { get; private set; }

    public long CuitOfPersons { get; private set; }

    public long CuitOfCompanies { get; private set; }

    public long PersonalEmails { get; private set; }

    public long InstitutionalEmails { get; private set; }

    public long Phones { get; private set; }

    public long MarkedPhones { get; private set; }

    public long Cards { get; private set; }

    /// <summary>Two to six words that begin like names.</summary>
    public long Names { get; private set; }

    public void Add(ReadOnlySpan<char> cell, CellShape shape, long count)
    {
        switch (shape)
        {
            case CellShape.Email:
                if (PersonalEmail.IsInstitutional(cell.Trim())) InstitutionalEmails += count;
                else PersonalEmails += count;
                return;
            case CellShape.Integer or CellShape.Code or CellShape.PointGroups or CellShape.BlankGroups or CellShape.Text:
                break;
            default:
                return;
        }
        var text = cell.Trim();
        if (text.Length is < 5 or > 60) return;
        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '('))
        {
            if (shape == CellShape.Text && PersonName.LooksLikeOne(text)) Names += count;
            return;
        }
        if (PersonalNumbers.LooksLikeDni(text)) Dni += count;
        if (text.Length is >= 11 and <= 13)
        {
            var holder = PersonalNumbers.HolderOf(text);
            if (holder == CuitHolder.Person) CuitOfPersons += count;
            else if (holder == CuitHolder.Company) CuitOfCompanies += count;
        }
        if (text.Length >= 13 && PersonalNumbers.IsCard(text)) Cards += count;
        if (!PersonalNumbers.LooksLikePhone(text)) return;
        Phones += count;
        if (text.ContainsAny("()+") || (text.Contains('-') && shape == CellShape.Text)) MarkedPhones += count;
    }
}
