using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>The policy of a person: the strictest of all companies the account opens, and of the one it is about to open.</summary>
internal sealed class PasswordPolicies(StrictestSettings settings, ICurrentTenant tenant, ISettingProvider current, IStringLocalizer<PlatformResource> texts) : IScopedDependency
{
    public async Task<PasswordPolicy> GetAsync(Guid? userId, CancellationToken cancellationToken)
    {
        var policy = new PasswordPolicy(
            (int)(await settings.GetAsync(IdentitySettings.PasswordMinimumLength, userId, cancellationToken)).AsInt64(),
            (await settings.GetAsync(IdentitySettings.PasswordMixedCase, userId, cancellationToken)).AsBoolean());
        return tenant.Id is null ? policy : policy.And(
            (int)(await current.GetAsync(IdentitySettings.PasswordMinimumLength, cancellationToken)).AsInt64(),
            (await current.GetAsync(IdentitySettings.PasswordMixedCase, cancellationToken)).AsBoolean());
    }

    /// <summary>Words anybody would try who knows where the person works.</summary>
    public async Task<IReadOnlyList<string>> CompanyWordsAsync(Guid userId, CancellationToken cancellationToken)
    {
        var companies = await settings.CompaniesAsync(userId, cancellationToken);
        var names = companies.Append(tenant.Tenant).OfType<TenantInfo>().Select(c => c.Name).Append(texts["Product:Name"].Value);
        return [.. names.SelectMany(PasswordPolicy.CompanyWords)];
    }
}

/// <summary>Asked by UserManager wherever a password is set.</summary>
internal sealed class PasswordPolicyValidator(PasswordPolicies policies, IBreachedPasswords breached) : IPasswordValidator<User>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        var policy = await policies.GetAsync(user.Id, CancellationToken.None);
        var words = await policies.CompanyWordsAsync(user.Id, CancellationToken.None);
        var errors = policy.Check(password ?? "", PasswordPolicy.PersonalWords(user.Name, user.Email ?? ""), words)
            .Select(e => new IdentityError { Code = e.Code, Description = e.Limit?.ToString(CultureInfo.InvariantCulture) ?? "" })
            .ToArray();
        // Asked last: what is refused anyway need not be asked about.
        if (errors.Length == 0 && await breached.ContainsAsync(password!, CancellationToken.None))
            errors = [new IdentityError { Code = IdentityErrorCodes.PasswordBreached, Description = "" }];
        return errors.Length == 0 ? IdentityResult.Success : IdentityResult.Failed(errors);
    }
}

internal static class IdentityResults
{
    /// <summary>Turns refusals of UserManager into errors beside the field.</summary>
    public static void ThrowUnlessSucceeded(this IdentityResult result, string field)
    {
        if (!result.Succeeded)
        {
            throw new InputException([.. result.Errors.Select(e => new FieldError(field, CodeOf(e), e.Description.Length > 0 && IsOurs(e) ? e.Description : null))]);
        }
    }

    private static string CodeOf(IdentityError error) => IsOurs(error) ? error.Code : "Platform:Conflict";

    private static bool IsOurs(IdentityError error) => error.Code.StartsWith("Identity:", StringComparison.Ordinal);
}
