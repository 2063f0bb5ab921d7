using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Tenancy;

namespace Platform.Identity.Web;

internal static class Languages
{
    public static IReadOnlyList<SelectListItem> Options(IStringLocalizer<IdentityResource> texts) =>
        [.. CompanyLanguages.All.Select(code => new SelectListItem(texts[$"Language:{code}"], code))];

    /// <summary>Path that sets the interface language and goes on.</summary>
    public static string Switch(string language, string returnUrl) =>
        $"~/preferences/culture?culture={Uri.EscapeDataString(language)}&returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static string PolicyText(PasswordPolicyDto policy, IStringLocalizer<IdentityResource> texts) =>
        texts[policy.MixedCase ? "Password:RuleMixed" : "Password:Rule", policy.MinimumLength];
}
