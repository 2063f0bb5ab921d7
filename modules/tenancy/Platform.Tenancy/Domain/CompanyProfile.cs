using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>A company's details that passed every check; there is no other way to one.</summary>
internal sealed record CompanyProfile
{
    private CompanyProfile(CompanyProfileDto input, FieldReader fields)
    {
        // JSON may say null where the type does not.
        var (address, contact) = (input.Address ?? new AddressDto(), input.Contact ?? new ContactDto());
        Name = fields.Text("Name", input.Name, 140, required: true);
        VatNumber = fields.Vat("VatNumber", input.VatNumber);
        CompanyNumber = fields.Text("CompanyNumber", input.CompanyNumber, 35);
        Street = fields.Text("Address.Street", address.Street, 70);
        BuildingNumber = fields.Text("Address.BuildingNumber", address.BuildingNumber, 16);
        PostalCode = fields.Text("Address.PostalCode", address.PostalCode, 16);
        Town = fields.Text("Address.Town", address.Town, 35, required: true);
        Country = fields.OneOf("Address.Country", address.Country?.Trim().ToUpperInvariant(), CountryCodes.IsKnown, TenancyErrorCodes.CountryUnknown);
        ContactName = fields.Text("Contact.Name", contact.Name, 140);
        ContactEmail = fields.Email("Contact.Email", contact.Email);
        ContactPhone = fields.Phone("Contact.Phone", contact.Phone);
        Language = fields.OneOf("Language", input.Language, CompanyLanguages.All.Contains, TenancyErrorCodes.LanguageUnknown);
        Color = fields.OneOf("Color", input.Color?.Trim().ToLowerInvariant(), IsColor, TenancyErrorCodes.ColorFormat);
    }

    public string Name { get; }

    public VatNumber VatNumber { get; }

    public string CompanyNumber { get; }

    public string Street { get; }

    public string BuildingNumber { get; }

    public string PostalCode { get; }

    public string Town { get; }

    public string Country { get; }

    public string ContactName { get; }

    public string ContactEmail { get; }

    public string ContactPhone { get; }

    public string Language { get; }

    public string Color { get; }

    public static CompanyProfile Read(CompanyProfileDto input)
    {
        var fields = new FieldReader();
        var profile = new CompanyProfile(input, fields);
        return fields.Errors.Count == 0 ? profile : throw new InputException(fields.Errors);
    }

    /// <summary>What <see cref="Read"/> would refuse.</summary>
    public static IReadOnlyList<FieldError> ErrorsOf(CompanyProfileDto input)
    {
        var fields = new FieldReader();
        _ = new CompanyProfile(input, fields);
        return fields.Errors;
    }

    private static bool IsColor(string text) =>
        text.Length == 7 && text[0] == '#' && text.AsSpan(1).IndexOfAnyExcept("0123456789abcdef") < 0;
}
