using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Services and tables of the vault.</summary>
public sealed class VaultModule : PlatformModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        services.AddPlatformDbContext<VaultDbContext>("Vault");
        services.AddSingleton(Kms(context.Configuration.GetSection("Vault")));
        services.AddSingleton<Unsealer>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<Unsealer>());
        services.AddHealthChecks().AddCheck<VaultHealthCheck>("vault");
    }

    /// <inheritdoc />
    public override Task OnApplicationInitializationAsync(IServiceProvider services) =>
        services.GetRequiredService<Unsealer>().AttemptAsync(CancellationToken.None);

    private static IKeyManagementService Kms(IConfiguration vault) => vault["Kms"] switch
    {
        null or "" or "file" => new FileKeyManagementService(Bind<FileKmsOptions>(vault, "File")),
        "pkcs11" => new Pkcs11KeyManagementService(Bind<Pkcs11Options>(vault, "Pkcs11")),
        "aws-kms" => new AwsKeyManagementService(Bind<AwsKmsOptions>(vault, "AwsKms")),
        var other => throw new InvalidOperationException($"Vault:Kms is \"{other}\"; known are \"file\", \"pkcs11\" and \"aws-kms\"."),
    };

    private static T Bind<T>(IConfiguration vault, string section) where T : new() => vault.GetSection(section).Get<T>() ?? new T();
}
