using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>Authentication of pages and API; pages and API of the account, of people and of roles.</summary>
public sealed class IdentityWebModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddAuthentication()
        .AddScheme<AuthenticationSchemeOptions, SessionHandler>(PlatformAuthenticationSchemes.Session, null)
        .AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(PlatformAuthenticationSchemes.ApiToken, null);

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        UserEndpoints.Map(endpoints);
        RoleEndpoints.Map(endpoints);
        LimitEndpoints.Map(endpoints);
        MeEndpoints.Map(endpoints);
        SecondFactorEndpoints.Map(endpoints);
        SecurityEndpoints.Map(endpoints);
        PasskeyEndpoints.Map(endpoints);
        SignOnEndpoints.Map(endpoints);
        AddressEndpoints.Map(endpoints);
        LinkEndpoints.Map(endpoints);
        LegacyEndpoints.Map(endpoints);
        MigrationEndpoints.Map(endpoints);
    }
}
