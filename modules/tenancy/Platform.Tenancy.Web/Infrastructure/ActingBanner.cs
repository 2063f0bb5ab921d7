using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>Says on every page of a client's company for whom one is there.</summary>
internal sealed class ActingBanner(ICurrentUser user, IStringLocalizer<TenancyResource> texts) : IBannerSource
{
    public Task<IReadOnlyList<ShellNotification>> GetAsync(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<ShellNotification>>(
        user.Info.ActingFor is { Firm: var firm } ? [new ShellNotification(texts["Engagements:ActingFor", firm.Name], $"/t/{firm.Slug}/clients")] : []);
}
