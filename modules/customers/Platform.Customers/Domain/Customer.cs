using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Customers;

[CustomerData(nameof(Id), CustomersPermissions.Default, CustomersPermissions.Create, CustomersPermissions.Edit, CustomersPermissions.Assign)]
internal sealed class Customer : IMultiTenant, IHasConcurrencyStamp
{
    public const int CodeLength = 35;
    public const int NameLength = 140;
    public const int EmailLength = EmailAddresses.Longest;
    public const int LanguageLength = 2;
    public const int SearchLength = CodeLength + NameLength + EmailLength + 2;

    private readonly List<FieldError> _errors = [];

    public Customer(SaveCustomerDto input) => Update(input);

    private Customer()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    public string Code { get; private set; } = "";

    /// <summary>Upper case: what is unique, and the order of lists.</summary>
    public string CodeKey { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Email { get; private set; }

    public string? Language { get; private set; }

    [DisableAuditing("Repeats other properties.")]
    public string SearchText { get; private set; } = "";

    public Guid ConcurrencyStamp { get; set; }

    public static string KeyOf(string code) => code.Trim().ToUpperInvariant();

    public void Update(SaveCustomerDto input)
    {
        _errors.Clear();
        var (code, name) = (Text(nameof(input.Code), input.Code, CodeLength), Text(nameof(input.Name), input.Name, NameLength));
        var email = Optional(nameof(input.Email), input.Email, EmailAddresses.IsMailbox, CustomersErrorCodes.EmailFormat);
        var language = Optional(nameof(input.Language), input.Language, CompanyLanguages.All.Contains, CustomersErrorCodes.LanguageUnknown);
        if (_errors.Count > 0)
            throw new InputException([.. _errors]);
        (Code, CodeKey, Name, Email, Language) = (code, KeyOf(code), name, email, language);
        SearchText = SearchTexts.Of(Code, Name, Email);
    }

    private string Text(string field, string? value, int longest)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0)
            _errors.Add(new FieldError(field, CustomersErrorCodes.Required));
        if (text.Length > longest || text.Any(char.IsControl))
            _errors.Add(new FieldError(field, CustomersErrorCodes.TooLong, Cut(text)));
        return text;
    }

    private string? Optional(string field, string? value, Func<string, bool> isRight, string code)
    {
        var text = value?.Trim() ?? "";
        if (text.Length > 0 && !isRight(text))
            _errors.Add(new FieldError(field, code, Cut(text)));
        return text.Length == 0 ? null : text;
    }

    private static string Cut(string value) => value.Length > 100 ? value[..100] : value;
}
