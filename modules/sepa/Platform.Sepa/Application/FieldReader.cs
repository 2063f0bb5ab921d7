using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Collects every wrong field of a form or request before it refuses.</summary>
internal sealed class FieldReader
{
    private readonly List<FieldError> _errors = [];

    public void Refuse(string field, string code, string? value = null) =>
        _errors.Add(new FieldError(field, code, value is null ? null : Shorten.To100(value)));

    public T Value<T>(string field, string? text) where T : struct, ISepaValue<T>
    {
        if (!T.TryParse(text, out var value, out var code))
            Refuse(field, code, text);
        return value;
    }

    public T? Optional<T>(string field, string? text) where T : struct, ISepaValue<T> =>
        string.IsNullOrWhiteSpace(text) ? null : Value<T>(field, text);

    public Iban SepaIban(string field, string? text)
    {
        var iban = Value<Iban>(field, text);
        if (iban.Value.Length > 0 && !iban.IsSepa)
            Refuse(field, SepaErrorCodes.IbanNotSepa, iban.Mask());
        return iban;
    }

    public string Text(string field, string? text, int length) => OptionalText(field, text, length) ?? RefuseEmpty(field);

    public string? OptionalText(string field, string? text, int length)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;
        if (trimmed.Length > length || SepaText.Transliterate(trimmed).Text.Length > length)
            Refuse(field, SepaErrorCodes.TextLength, trimmed);
        else if (trimmed.Any(char.IsControl))
            Refuse(field, SepaErrorCodes.TextCharacters, trimmed);
        return trimmed;
    }

    public int Number(string field, int value, int from, int to)
    {
        if (value < from || value > to)
            Refuse(field, SepaErrorCodes.NumberRange, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return value;
    }

    public string? Email(string field, string? text)
    {
        var trimmed = OptionalText(field, text, 254);
        if (trimmed is not null && !EmailAddresses.IsMailbox(trimmed))
            Refuse(field, SepaErrorCodes.EmailFormat, trimmed);
        return trimmed;
    }

    public string? Language(string field, string? text)
    {
        var trimmed = text?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(trimmed))
            return null;
        if (trimmed.Length != 2 || !trimmed.All(char.IsAsciiLetterLower))
            Refuse(field, SepaErrorCodes.LanguageFormat, trimmed);
        return trimmed;
    }

    public PostalAddress Address(AddressDto? input, bool required)
    {
        var address = new PostalAddress
        {
            Street = OptionalText("Street", input?.Street, SepaLengths.Street),
            BuildingNumber = OptionalText("BuildingNumber", input?.BuildingNumber, SepaLengths.BuildingNumber),
            PostalCode = OptionalText("PostalCode", input?.PostalCode, SepaLengths.PostalCode),
            Town = OptionalText("Town", input?.Town, SepaLengths.Town),
            Country = OptionalText("Country", input?.Country, SepaLengths.Town)?.ToUpperInvariant(),
            Line1 = OptionalText("Line1", input?.Line1, SepaLengths.AddressLine),
            Line2 = OptionalText("Line2", input?.Line2, SepaLengths.AddressLine),
        };
        if (address.Country is { } country && !Countries.IsKnown(country))
            Refuse("Country", SepaErrorCodes.CountryUnknown, country);
        else if ((required || !address.IsEmpty()) && (address.Town is null || address.Country is null))
            Refuse(address.Town is null ? "Town" : "Country", SepaErrorCodes.AddressIncomplete);
        return address;
    }

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
            throw new InputException([.. _errors]);
    }

    private string RefuseEmpty(string field)
    {
        Refuse(field, SepaErrorCodes.Required);
        return "";
    }
}
