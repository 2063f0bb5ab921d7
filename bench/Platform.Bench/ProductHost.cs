using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Bench;

/// <summary>The real host, started and serving, on the database that a folder names.</summary>
internal sealed class ProductHost : IAsyncDisposable
{
    public static readonly CurrentUserInfo Preparer = new(Guid.Parse("0198a000-0000-7000-8000-000000000001"), "Paula Preparer");
    public static readonly CurrentUserInfo Approver = new(Guid.Parse("0198a000-0000-7000-8000-000000000002"), "Anton Approver");

    private static readonly TenantInfo Company =
        new(Guid.Parse("0198a000-0000-7000-8000-0000000000ff"), "bench", "Boulangerie Lefevre SARL", "", "#1d4ed8", "sme");

    private readonly WebApplication _app;
    private readonly Task _running;

    private ProductHost(WebApplication app, Task running) => (_app, _running) = (app, running);

    public IServiceProvider Services => _app.Services;

    public Uri Url => new(_app.Urls.First());

    public static Task<ProductHost> StartAsync(string folder) => StartAsync<BenchModule>(folder);

    public static async Task<ProductHost> StartAsync<TModule>(string folder, params string[] arguments) where TModule : PlatformModule
    {
        var app = PlatformApplication.Create<TModule>([.. ProductDatabase.Arguments(folder), .. arguments]);
        var started = new TaskCompletionSource();
        app.Lifetime.ApplicationStarted.Register(started.SetResult);
        var running = app.RunPlatformAsync();
        await await Task.WhenAny(running, started.Task);
        return new ProductHost(app, running);
    }

    /// <summary>As a request does: a scope of its own, in the company and for a person, committed at the end.</summary>
    public async Task<T> RunAsync<T>(CurrentUserInfo user, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        using var inTenant = _app.Services.GetRequiredService<ICurrentTenant>().Change(Company);
        using var asUser = _app.Services.GetRequiredService<ICurrentUser>().Change(user);
        var result = await work(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CompleteAsync();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _running;
    }
}
