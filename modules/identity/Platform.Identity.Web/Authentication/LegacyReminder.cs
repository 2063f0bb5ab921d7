using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>On every page of an old login: that it is to be replaced, or until when it is kept. What it says comes with the session.</summary>
internal sealed class LegacyReminder(IHttpContextAccessor accessor, IStringLocalizer<IdentityResource> texts) : IBannerSource
{
    public const string ClaimType = "legacy_login";

    /// <summary>Value of the claim while nobody's account has taken the login's place; else the day it closes.</summary>
    public const string Open = "open";

    private const string Assistant = "/account/migration";

    public Task<IReadOnlyList<ShellNotification>> GetAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ShellNotification>>(Text() is { } text ? [new ShellNotification(text, Assistant, Tone.Warning)] : []);

    // The assistant itself needs no banner that leads to it.
    private string? Text() => accessor.HttpContext is not { } http || http.Request.Path.StartsWithSegments(Assistant) ? null
        : http.User.FindFirstValue(ClaimType) switch
        {
            null => null,
            Open => texts["Migration:Banner"].Value,
            var day => texts["Migration:BannerDone", DateTime.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).ToString("d MMMM yyyy", CultureInfo.CurrentCulture)].Value,
        };
}
