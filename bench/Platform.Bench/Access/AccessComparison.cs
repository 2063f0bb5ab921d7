using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Bench;

/// <summary>What knowing who somebody is, and what they may do, costs.</summary>
internal static class AccessComparison
{
    public static async Task<int> RunAsync(ComparisonOptions options)
    {
        var root = Directory.CreateTempSubdirectory("platform-bench-").FullName;
        var rows = new List<AccessRow>();
        foreach (var database in ProductDatabase.All())
        {
            var folder = Path.Combine(root, $"{Path.GetFileName(root)}-{database.Name}".ToLowerInvariant());
            database.Create(folder);
            rows.Add(await MeasureAsync(database, folder, DemoPerson.Find(options.Root, "")));
            database.Drop(folder);
        }

        Directory.Delete(root, recursive: true);
        var page = AccessReport.Page(rows);
        Console.WriteLine(page);
        if (options.Report is { } file)
            await File.WriteAllTextAsync(file, page);
        return 0;
    }

    private static async Task<AccessRow> MeasureAsync(ProductDatabase database, string folder, JsonElement person)
    {
        await using var host = await ProductHost.StartAsync<AccessModule>(folder, "--Demo:Enabled=true");
        var (email, password) = (person.GetProperty("Email").GetString()!, person.GetProperty("Password").GetString()!);
        var signIn = await SignInTimes.MeasureAsync(host, email, password);
        await using var scope = host.Services.CreateAsyncScope();
        var company = await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindBySlugAsync("lefevre");
        var found = await scope.ServiceProvider.GetRequiredService<ISignInService>().SignInAsync(new SignInRequest(email, password));
        var checks = await CheckTimes.MeasureAsync(host, company!, new CurrentUserInfo(found!.UserId, found.Name, found.Email));
        return new AccessRow(database.Name, checks, await RequestTimes.MeasureAsync(host, person.GetProperty("ApiToken").GetString()!), signIn);
    }
}

internal sealed record AccessRow(string Database, CheckTimes Checks, RequestTimes Requests, SignInTimes SignIn);
