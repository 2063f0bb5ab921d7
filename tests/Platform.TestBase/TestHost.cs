using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.TestBase;

/// <summary>What a test may ask of its host.</summary>
/// <param name="Database">Product.</param>
/// <param name="ConfigureServices">Replaces services, such as the clock.</param>
/// <param name="Settings">Configuration values that override the defaults of tests.</param>
/// <param name="Kestrel">Listens on a real loopback port instead of in memory.</param>
/// <param name="Demonstration">Seeds the demonstration companies and people.</param>
/// <param name="Environment">"Development" or "Production"; in the latter there is no demonstration.</param>
public sealed record TestHostOptions(
    TestDatabase Database,
    Action<IServiceCollection>? ConfigureServices = null,
    IReadOnlyDictionary<string, string>? Settings = null,
    bool Kestrel = false,
    bool Demonstration = true,
    string Environment = "Development");

/// <summary>The real host with demonstration data, on a database and folders of its own that vanish with it.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _factory;
    private readonly string _folder;
    private readonly string? _owner;

    private TestHost(WebApplicationFactory<Program> factory, IReadOnlyDictionary<string, string> settings, string folder, string? owner) =>
        (_factory, Settings, _folder, _owner) = (factory, settings, folder, owner);

    /// <summary>What it was configured with: give it to another host to have two on one database, key ring and blob folder.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>Root address; a real port when the host was started on Kestrel.</summary>
    public Uri Url => _factory.ClientOptions.BaseAddress;

    public static async Task<TestHost> StartAsync(TestHostOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("platform-test-").FullName;
        string? template = null;
        if (TestTemplates.Serve(options))
        {
            (var made, template) = await TestTemplates.GetAsync(options.Database, options.Demonstration);
            TestTemplates.Copy(made, folder);
        }

        return await StartAsync(options, folder, options.Database == TestDatabase.PostgreSql ? await PostgreSqlServer.CreateDatabaseAsync(template) : (null, null));
    }

    /// <summary>Starts a host once and leaves behind what it made.</summary>
    internal static async Task MakeTemplateAsync(TestDatabase database, bool demonstration, string folder, string name)
    {
        var made = await StartAsync(
            new TestHostOptions(database, Demonstration: demonstration), Directory.CreateDirectory(folder).FullName,
            database == TestDatabase.PostgreSql ? await PostgreSqlServer.CreateNamedDatabaseAsync(name) : (null, null));
        await made._factory.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    private static Task<TestHost> StartAsync(TestHostOptions options, string folder, (string? Owner, string? Application) database)
    {
        var (owner, application) = database;
        var settings = Defaults(folder, owner, application);
        settings["Demo:Enabled"] = options.Demonstration ? "true" : "false";
        foreach (var (key, value) in options.Settings ?? new Dictionary<string, string>())
        {
            settings[key] = value;
        }

        var host = new TestHost(Build(options, settings), settings, folder, owner);
        _ = host.Services;
        return Task.FromResult(host);
    }

    /// <summary>A client without cookies or redirects, over https as far as the host can tell.</summary>
    public HttpClient CreateClient(string? apiToken = null)
    {
        var client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = Url });
        if (apiToken is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", apiToken);
        }

        return client;
    }

    /// <summary>Runs in a scope of its own, in a company and for a person, and commits.</summary>
    public async Task<T> RunAsync<T>(TenantInfo? tenant, CurrentUserInfo? user, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        // Tests keep what they read of a company; a request reads it anew, with the version of its rights.
        using var inTenant = Services.GetRequiredService<ICurrentTenant>().Change(tenant is null ? null : tenant with { RightsVersion = null });
        using var asUser = Services.GetRequiredService<ICurrentUser>().Change(user ?? CurrentUserInfo.None);
        var result = await work(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CompleteAsync();
        return result;
    }

    public Task RunAsync(TenantInfo? tenant, CurrentUserInfo? user, Func<IServiceProvider, Task> work) =>
        RunAsync<object?>(tenant, user, async services =>
        {
            await work(services);
            return null;
        });

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_owner is not null)
        {
            await PostgreSqlServer.DropDatabaseAsync(_owner);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static Dictionary<string, string> Defaults(string folder, string? owner, string? application) => new()
    {
        ["Database:Provider"] = owner is null ? "Sqlite" : "PostgreSql",
        ["Database:ConnectionString"] = application ?? $"Data Source={Path.Combine(folder, "platform.db")}",
        ["Database:OwnerConnectionString"] = owner ?? "",
        ["Blobs:Path"] = Path.Combine(folder, "blobs"),
        ["KeyRing:KeyFile"] = Path.Combine(folder, "keyring.key"),
        ["Vault:File:Path"] = Path.Combine(folder, "vault.key"),
        ["Vault:ErasurePath"] = Path.Combine(folder, "vault-erasure"),
        ["Logging:LogLevel:Default"] = "Warning",
        // One test asks as often as people do in days.
        ["Requests:PersonPerMinute"] = "1000000",
        ["Requests:StrangerPerMinute"] = "1000000",
    };

    private static WebApplicationFactory<Program> Build(TestHostOptions options, Dictionary<string, string> settings)
    {
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment(options.Environment);
            builder.UseUrls("http://127.0.0.1:0");
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(services => options.ConfigureServices?.Invoke(services));
        });
        factory.ClientOptions.BaseAddress = new Uri("https://localhost");
        if (options.Kestrel)
        {
            factory.UseKestrel(0);
            factory.StartServer();
        }

        return factory;
    }
}
