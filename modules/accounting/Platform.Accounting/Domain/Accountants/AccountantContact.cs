using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting;

/// <summary>A contact's details that passed every check; there is no other way to one.</summary>
internal sealed record AccountantContact
{
    private readonly List<FieldError> _errors = [];

    private AccountantContact(AccountantContactDto input, string language)
    {
        Name = Read(nameof(Name), input.Name, Accountant.NameLength, required: true);
        Email = Read(nameof(Email), input.Email, Accountant.EmailLength, required: true);
        Phone = Read(nameof(Phone), input.Phone, Accountant.PhoneLength);
        Language = string.IsNullOrEmpty(input.Language) ? language : input.Language;
        Check(nameof(Email), Email, Email.Length == 0 || EmailAddresses.IsMailbox(Email), AccountingErrorCodes.EmailFormat);
        Check(nameof(Phone), Phone, Phone.AsSpan().IndexOfAnyExcept("0123456789 +()./-") < 0, AccountingErrorCodes.PhoneFormat);
        Check(nameof(Language), Language, CompanyLanguages.All.Contains(Language), AccountingErrorCodes.LanguageUnknown);
    }

    public string Name { get; }

    public string Email { get; }

    public string Phone { get; }

    public string Language { get; }

    /// <param name="input">As typed.</param>
    /// <param name="language">Where none was chosen.</param>
    public static AccountantContact Read(AccountantContactDto input, string language)
    {
        var contact = new AccountantContact(input, language);
        return contact._errors.Count == 0 ? contact : throw new InputException(contact._errors);
    }

    private string Read(string field, string? value, int most, bool required = false)
    {
        var text = value?.Trim() ?? "";
        Check(field, text, text.Length > 0 || !required, AccountingErrorCodes.Required);
        Check(field, text, !text.Any(char.IsControl), AccountingErrorCodes.Characters);
        Check(field, text, text.Length <= most, $"Accounting:Max{most}");
        return text;
    }

    // The first broken rule of a field wins.
    private void Check(string field, string text, bool holds, string code)
    {
        if (!holds)
            Add(new FieldError(field, code, text.Length > 100 ? text[..100] : text));
    }

    private void Add(FieldError error)
    {
        if (!_errors.Exists(e => e.Field == error.Field))
            _errors.Add(error);
    }
}
