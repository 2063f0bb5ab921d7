using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>People, sign-in, sessions, API tokens, roles and rights.</summary>
public sealed class IdentityModule : PlatformModule
{
    // Keycloak's default for the same algorithm; weaker hashes are replaced at the next sign-in.
    private const int HashIterations = 210_000;

    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddPlatformDbContext<IdentityDbContext>("Identity");
        context.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashIterations);
        // Stateless, and asked for by singletons.
        context.Services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        context.Services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        context.Services.AddScoped<IPasswordValidator<User>, PasswordPolicyValidator>();
        context.Services.AddScoped<IUserValidator<User>, LegacyUserValidator>();
        context.Services.AddScoped<IUserStore<User>, UserStore>();
        context.Services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        context.Services.AddOptions<IdentityPasskeyOptions>().Configure<PasskeySite>((options, site) => site.Configure(options));
        context.Services.AddHttpClient(SignOnHttp.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(s => SignOnHttp.Handler(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<IHostEnvironment>()));
        context.Services.AddHttpClient(BreachedPasswords.ClientName, (s, client) =>
        {
            client.Timeout = TimeSpan.FromSeconds(s.GetRequiredService<IConfiguration>().GetValue(BreachedPasswords.SecondsKey, BreachedPasswords.DefaultSeconds));
            client.MaxResponseContentBufferSize = BreachedPasswords.LargestAnswer;
            client.DefaultRequestHeaders.Add("Add-Padding", "true");
            client.DefaultRequestHeaders.UserAgent.ParseAdd("Platform");
        });
        context.Services.AddHealthChecks().AddCheck<CountryHealthCheck>("countries");
        context.Services.AddHostedService(provider => provider.GetRequiredService<RefusalWatch>());
        context.Services.AddIdentityCore<User>(o =>
        {
            o.User.RequireUniqueEmail = true;
            o.User.AllowedUserNameCharacters = "";
        });
    }
}
