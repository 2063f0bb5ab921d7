using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;
using Platform.Signing.Tests;
using Platform.Vault;

[assembly: AssemblyFixture(typeof(TestHosts))]
[assembly: AssemblyFixture(typeof(SigningHosts))]

namespace Platform.Signing.Tests;

/// <summary>One host per database product; the second factor is as fresh as a test says, the time-stamp authority openssl's.</summary>
public sealed class SigningHosts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(TestDatabase, bool), Lazy<Task<TestHost>>> _hosts = new();
    private readonly Lazy<OpenSslAuthority> _authority = new(() => new OpenSslAuthority());

    public OpenSslAuthority Authority => _authority.Value;

    /// <param name="database">Product.</param>
    /// <param name="stamps">With a time-stamp authority.</param>
    public async Task<SigningWorld> GetAsync(TestDatabase database, bool stamps = false)
    {
        var host = await _hosts.GetOrAdd((database, stamps), k => new Lazy<Task<TestHost>>(() => TestHost.StartAsync(new TestHostOptions(k.Item1, Services, Settings(k.Item2))))).Value;
        return new SigningWorld(host, (await host.CompanyAsync("lefevre"))!, await host.PersonAsync("victor"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            await (await host.Value).DisposeAsync();
        if (_authority.IsValueCreated)
            await _authority.Value.DisposeAsync();
    }

    private Dictionary<string, string> Settings(bool stamps) => new()
    {
        ["Signing:Demonstration"] = "true",
        ["Signing:TimeStampAuthority"] = stamps ? Authority.Url.ToString() : "",
    };

    private static void Services(IServiceCollection services) => services.Replace(ServiceDescriptor.Scoped<IFreshFactor, Factor>());

    private sealed class Factor : IFreshFactor
    {
        public Task<bool> IsFreshAsync(CancellationToken cancellationToken = default) => Task.FromResult(SigningWorld.IsFactorFresh.Value);
    }
}

/// <summary>Classes that add, count and remove the certificates of one person.</summary>
[CollectionDefinition(nameof(OneValidator))]
public sealed class OneValidator;

/// <summary>The demonstration's validator in her company.</summary>
public sealed record SigningWorld(TestHost Host, TenantInfo Company, CurrentUserInfo Person)
{
    /// <summary>Of the test that runs.</summary>
    public static AsyncLocal<bool> IsFactorFresh { get; } = new();

    public Task<T> AsAsync<TService, T>(Func<TService, Task<T>> work, CurrentUserInfo? person = null) where TService : notnull =>
        Host.RunAsync(Company, person ?? Person, s => work(s.GetRequiredService<TService>()));

    public Task<SigningCertificateDto> UploadAsync(byte[] pkcs12, string password = OpenSsl.Password) =>
        AsAsync<ISigningCertificateAppService, SigningCertificateDto>(c => c.UploadAsync(pkcs12, password));

    public Task<DocumentSignature> SignAsync(Guid certificate, byte[] content, CurrentUserInfo? person = null)
    {
        IsFactorFresh.Value = true;
        return AsAsync<IDocumentSigner, DocumentSignature>(s => s.SignAsync(certificate, new MemoryStream(content)), person);
    }

    public Task<SignatureReport> VerifyAsync(byte[] content, byte[] signature) =>
        Host.RunAsync(null, null, s => s.GetRequiredService<ISignatureVerifier>().VerifyAsync(new MemoryStream(content), signature));
}
