using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Platform.Kernel;

namespace Platform.AspNetCore;

internal sealed class HttpCurrentUser(IHttpContextAccessor accessor) : ICurrentUser, ISingletonDependency
{
    private const int DeviceLength = 256;
    private readonly AsyncLocal<CurrentUserInfo?> _override = new();

    public Guid? Id => Info.Id;

    public CurrentUserInfo Info => _override.Value ?? (accessor.HttpContext is { } context ? FromRequest(context) : CurrentUserInfo.None);

    public IDisposable Change(CurrentUserInfo info)
    {
        var former = _override.Value;
        _override.Value = info;
        return new Restore(() => _override.Value = former);
    }

    private static CurrentUserInfo FromRequest(HttpContext context)
    {
        var user = context.User;
        var scopes = user.FindAll(PlatformClaimTypes.Scope).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        var companies = user.FindAll(PlatformClaimTypes.Tenant).Select(c => Guid.Parse(c.Value)).ToHashSet();
        var device = context.Request.Headers.UserAgent.ToString();
        return new CurrentUserInfo(
            GuidOf(user, PlatformClaimTypes.UserId),
            user.FindFirstValue(PlatformClaimTypes.Name),
            user.FindFirstValue(PlatformClaimTypes.Email),
            GuidOf(user, PlatformClaimTypes.SessionId),
            context.Connection.RemoteIpAddress?.ToClientAddress(),
            device.Length > DeviceLength ? device[..DeviceLength] : device,
            scopes.Count > 0 ? scopes : null,
            companies.Count > 0 ? companies : null);
    }

    private static Guid? GuidOf(ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}

internal static class AddressFormat
{
    // "::ffff:192.0.2.1" and "192.0.2.1" are the same client.
    public static string ToClientAddress(this System.Net.IPAddress address) =>
        (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
