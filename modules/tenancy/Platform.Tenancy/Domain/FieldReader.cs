using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Trims and checks values one by one and remembers each refusal at its place.</summary>
internal sealed class FieldReader
{
    private const int LongestValueShown = 100;
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> Errors => _errors;

    public string Text(string field, string? value, int maxLength, bool required = false)
    {
        var text = value?.Trim() ?? "";
        var code = required && text.Length == 0 ? TenancyErrorCodes.Required
            : text.Any(char.IsControl) ? TenancyErrorCodes.Characters
            : text.Length > maxLength ? $"Tenancy:Max{maxLength}"
            : null;
        return Keep(field, text, code);
    }

    public VatNumber Vat(string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value) && !VatNumber.TryParse(value, out _, out var code))
            Keep(field, value.Trim(), code);
        return VatNumber.TryParse(value, out var number, out _) ? number : default;
    }

    public string Email(string field, string? value)
    {
        var text = Text(field, value, 140);
        var accepted = text.Length == 0 || EmailAddresses.IsMailbox(text);
        return Keep(field, text, accepted ? null : TenancyErrorCodes.EmailFormat);
    }

    public string Phone(string field, string? value)
    {
        var text = Text(field, value, 35);
        var accepted = text.Length == 0 || (text.Any(char.IsAsciiDigit) && text.AsSpan().IndexOfAnyExcept("0123456789 +()./-") < 0);
        return Keep(field, text, accepted ? null : TenancyErrorCodes.PhoneFormat);
    }

    public string OneOf(string field, string? value, Func<string, bool> isKnown, string errorCode)
    {
        var text = value ?? "";
        return Keep(field, text, text.Length == 0 ? TenancyErrorCodes.Required : isKnown(text) ? null : errorCode);
    }

    // The first broken rule of a field wins.
    private string Keep(string field, string text, string? code)
    {
        if (code is not null && !_errors.Exists(e => e.Field == field))
            _errors.Add(new FieldError(field, code, text.Length > LongestValueShown ? text[..LongestValueShown] : text));
        return text;
    }
}
