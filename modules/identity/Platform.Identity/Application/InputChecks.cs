using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Collects what is wrong with input, field by field.</summary>
internal sealed class InputChecks
{
    private readonly List<FieldError> _errors = [];

    public InputChecks Text(string field, string? value, int longest)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return Add(field, IdentityErrorCodes.Required);
        }

        return value.Trim().Length > longest || value.Any(char.IsControl) ? Add(field, IdentityErrorCodes.TooLong, Cut(value)) : this;
    }

    public InputChecks Email(string field, string? value)
    {
        var before = _errors.Count;
        Text(field, value, User.EmailLength);
        return _errors.Count == before && !EmailAddresses.IsMailbox(value!.Trim()) ? Add(field, IdentityErrorCodes.EmailFormat, Cut(value)) : this;
    }

    public InputChecks Language(string field, string? value) =>
        value is not null && CompanyLanguages.All.Contains(value) ? this : Add(field, IdentityErrorCodes.LanguageUnknown, Cut(value));

    public InputChecks Same(string field, string? value, string? other) =>
        string.Equals(value, other, StringComparison.Ordinal) ? this : Add(field, IdentityErrorCodes.PasswordsDiffer);

    public InputChecks When(bool wrong, string field, string code, string? value = null) => wrong ? Add(field, code, value) : this;

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new InputException([.. _errors]);
        }
    }

    private static string? Cut(string? value) => value is { Length: > 100 } ? value[..100] : value;

    private InputChecks Add(string field, string code, string? value = null)
    {
        _errors.Add(new FieldError(field, code, value));
        return this;
    }
}
