using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>Until a second factor is due, every page says so. The day comes with the session, so no page asks the database for it.</summary>
internal sealed class FactorReminder(IHttpContextAccessor accessor, IStringLocalizer<IdentityResource> texts) : IBannerSource
{
    public const string ClaimType = "factor_due";

    public Task<IReadOnlyList<ShellNotification>> GetAsync(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<ShellNotification>>(
        DateTime.TryParse(accessor.HttpContext?.User.FindFirstValue(ClaimType), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var due)
            ? [new ShellNotification(texts["SecondFactor:Due", due.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)], "/account/second-factor", Tone.Warning)]
            : []);
}
