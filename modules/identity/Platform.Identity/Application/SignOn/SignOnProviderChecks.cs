using System.Globalization;

namespace Platform.Identity;

/// <summary>What a provider's settings must look like.</summary>
internal static class SignOnProviderChecks
{
    /// <param name="input">As typed.</param>
    /// <param name="isNew">A secret is needed then.</param>
    /// <param name="isSafe">Whether an address may be called.</param>
    /// <returns>Domains, lower case.</returns>
    public static IReadOnlyList<string> Check(SignOnProviderInput input, bool isNew, Func<string?, bool> isSafe)
    {
        var domains = (input.Domains ?? []).Select(d => (d ?? "").Trim().TrimStart('@').ToLowerInvariant()).Where(d => d.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        var wrong = domains.Find(d => d.Length > SignOnProvider.DomainLength || !d.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(d) != UriHostNameType.Dns);
        var secret = input.ClientSecret;
        new InputChecks()
            .Text(nameof(input.Name), input.Name, SignOnProvider.NameLength)
            .Text(nameof(input.Issuer), input.Issuer, SignOnProvider.IssuerLength)
            .When(!string.IsNullOrWhiteSpace(input.Issuer) && !IsIssuer(input.Issuer.Trim(), isSafe), nameof(input.Issuer), IdentityErrorCodes.SignOnIssuer, Cut(input.Issuer))
            .Text(nameof(input.ClientId), input.ClientId, SignOnProvider.ClientIdLength)
            .When(isNew && string.IsNullOrEmpty(secret), nameof(input.ClientSecret), IdentityErrorCodes.Required)
            .When(secret?.Length > SignOnProvider.SecretLength, nameof(input.ClientSecret), IdentityErrorCodes.TooLong)
            .When(domains.Count > SignOnProvider.MostDomains, nameof(input.Domains), IdentityErrorCodes.SignOnDomainCount, SignOnProvider.MostDomains.ToString(CultureInfo.InvariantCulture))
            .When(wrong is not null, nameof(input.Domains), IdentityErrorCodes.SignOnDomainName, Cut(wrong))
            .When(!Enum.IsDefined(input.Policy), nameof(input.Policy), IdentityErrorCodes.Required)
            .When(!Enum.IsDefined(input.Factor), nameof(input.Factor), IdentityErrorCodes.Required)
            .ThrowIfAny();
        return domains;
    }

    public static bool IsIssuer(string text, Func<string?, bool> isSafe) => isSafe(text) && !text.Contains('?', StringComparison.Ordinal) && !text.Contains('#', StringComparison.Ordinal);

    private static string? Cut(string? value) => value is { Length: > 100 } ? value[..100] : value;
}
