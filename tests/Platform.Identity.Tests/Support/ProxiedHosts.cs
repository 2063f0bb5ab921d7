using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Identity.Tests;

/// <summary>Hosts behind a configured proxy that says where the browser is. Their clock may be moved.</summary>
public sealed class ProxiedHosts : IdentityHosts
{
    /// <summary>Header by which a test comes past the proxy: the address of the connection itself.</summary>
    public const string PeerHeader = "X-Test-Peer";

    private const string Proxy = "192.0.2.254";

    private protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Proxies:0"] = Proxy };

    private protected override void Configure(IServiceCollection services) => services.AddTransient<IStartupFilter, Connection>();

    // In memory there is no connection: this is what Kestrel would see.
    private sealed class Connection : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[PeerHeader].FirstOrDefault() ?? Proxy);
                return following(context);
            });
            next(app);
        };
    }
}
