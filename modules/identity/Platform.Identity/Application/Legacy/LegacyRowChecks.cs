using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>What is wrong with a row by itself. A password hash is never repeated in an error.</summary>
internal static class LegacyRowChecks
{
    public static IEnumerable<FieldError> Check(LegacyRow row)
    {
        foreach (var column in new[] { LegacyCsv.Company, LegacyCsv.Login, LegacyCsv.CustomerCode }.Where(c => row[c].Length == 0))
            yield return At(row, column, IdentityErrorCodes.Required);
        if (row[LegacyCsv.Login] is { Length: > 0 } login && !LegacyLogin.IsValid(login))
            yield return At(row, LegacyCsv.Login, LegacyLogin.Is(login) ? IdentityErrorCodes.LegacyLoginFormat : IdentityErrorCodes.LegacyLoginAddress, login);
        foreach (var (column, longest) in new[] { (LegacyCsv.CustomerCode, LegacyCsv.LongestNumber), (LegacyCsv.Name, User.NameLength) }.Where(c => IsUnfit(row[c.Item1], c.Item2)))
            yield return At(row, column, IdentityErrorCodes.TooLong, row[column]);
        if (row[LegacyCsv.Language] is { Length: > 0 } language && !CompanyLanguages.All.Contains(language))
            yield return At(row, LegacyCsv.Language, IdentityErrorCodes.LanguageUnknown, language);
        foreach (var error in CheckNumbers(row).Concat(CheckEmails(row)))
            yield return error;
        if (row[LegacyCsv.PasswordHash] is { Length: > 0 } hash && !LegacyPasswordHash.IsAccepted(hash))
            yield return At(row, LegacyCsv.PasswordHash, IdentityErrorCodes.LegacyHash);
        if (row[LegacyCsv.PasswordHash].Length == 0 && row[LegacyCsv.Emails].Length == 0)
            yield return At(row, LegacyCsv.Emails, IdentityErrorCodes.LegacyNoWayIn);
    }

    public static FieldError At(LegacyRow row, string column, string code, string? value = null) =>
        new(column, code, value is { Length: > 100 } ? value[..100] : value, row.Line);

    private static IEnumerable<FieldError> CheckNumbers(LegacyRow row)
    {
        foreach (var column in new[] { LegacyCsv.Invoices, LegacyCsv.Serials })
        {
            foreach (var number in row.List(column).Where(n => IsUnfit(n, LegacyCsv.LongestNumber)))
                yield return At(row, column, IdentityErrorCodes.TooLong, number);
        }

        var count = row.List(LegacyCsv.Invoices).Count + row.List(LegacyCsv.Serials).Count;
        if (count > LegacyAccount.MostNumbers)
            yield return At(row, LegacyCsv.Invoices, IdentityErrorCodes.LegacyNumbers, $"{count}");
        if (count == 0 && row[LegacyCsv.Emails].Length == 0)
            yield return At(row, LegacyCsv.Invoices, IdentityErrorCodes.LegacyNoProof);
    }

    private static IEnumerable<FieldError> CheckEmails(LegacyRow row)
    {
        var addresses = row.List(LegacyCsv.Emails);
        foreach (var address in addresses.Where(a => !EmailAddresses.IsMailbox(a)))
            yield return At(row, LegacyCsv.Emails, IdentityErrorCodes.EmailFormat, address);
        if (addresses.Count > LegacyAccount.MostEmails)
            yield return At(row, LegacyCsv.Emails, IdentityErrorCodes.LegacyEmails, $"{addresses.Count}");
    }

    private static bool IsUnfit(string text, int longest) => text.Length > longest || text.Any(char.IsControl);
}
