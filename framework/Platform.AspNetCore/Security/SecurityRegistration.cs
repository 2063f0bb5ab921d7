using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Platform.AspNetCore;

internal static class SecurityRegistration
{
    public static void AddPlatformSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(PlatformAuthenticationSchemes.ByPath).AddPolicyScheme(
            PlatformAuthenticationSchemes.ByPath,
            null,
            o => o.ForwardDefaultSelector = context =>
                ApiRequests.IsApi(context) ? PlatformAuthenticationSchemes.ApiToken : PlatformAuthenticationSchemes.Session);
        AddAuthorization(services);
        AddKeyRing(services, configuration);
        AddForwardedHeaders(services, configuration);
        services.AddAntiforgery(o =>
        {
            o.Cookie = new AlwaysSecureCookieBuilder();
            Harden(o.Cookie, "__Host-antiforgery", SameSiteMode.Strict);
            o.Cookie.SecurePolicy = CookieSecurePolicy.None;
        });
        services.Configure<CookieTempDataProviderOptions>(o => Harden(o.Cookie, "__Host-notice", SameSiteMode.Lax));
    }

    private static void AddAuthorization(IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(PlatformPolicies.SignedIn, p => p.RequireAuthenticatedUser())
            // An address that leads nowhere is a 404 for everybody; whatever exists must name its policy.
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(c => (c.Resource as HttpContext)?.GetEndpoint() is null).Build());
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicyProvider>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
    }

    private static void AddKeyRing(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("Platform");
        services.AddSingleton(new KeyRingKey(configuration["KeyRing:KeyFile"] ?? "data/keyring.key"));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(o =>
        {
            o.XmlRepository = ActivatorUtilities.CreateInstance<KeyRingRepository>(provider);
            o.XmlEncryptor = new KeyRingEncryptor(provider.GetRequiredService<KeyRingKey>());
        }));
    }

    // Nothing a client sends is believed about its own address unless the operator names the proxies.
    private static void AddForwardedHeaders(IServiceCollection services, IConfiguration configuration)
    {
        var proxies = configuration.GetSection("Proxies").Get<string[]>() ?? [];
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.ForwardLimit = Math.Max(1, proxies.Length);
            // The framework trusts its own machine; only those named count. Without any, nothing is forwarded, so the lists are never empty.
            o.KnownIPNetworks.Clear();
            o.KnownProxies.Clear();
            foreach (var proxy in proxies)
            {
                o.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy.Contains('/', StringComparison.Ordinal) ? proxy : $"{proxy}/{(proxy.Contains(':', StringComparison.Ordinal) ? 128 : 32)}"));
            }
        });
    }

    private static void Harden(CookieBuilder cookie, string name, SameSiteMode sameSite)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = CookieSecurePolicy.Always;
    }
}

// With the policy Always antiforgery throws on plain http, where browsers do take Secure cookies from localhost.
internal sealed class AlwaysSecureCookieBuilder : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
