using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Identity.Tests;

/// <summary>What tests of allowed addresses set up.</summary>
internal static class Places
{
    public const string Office = "198.51.100.7";
    public const string Home = "203.0.113.9";

    public static Task SetAsync(this World world, TenantInfo company, string setting, string value) => world.Host.RunAsync(
        null, null, s => s.GetRequiredService<ISettingManager>().SetAsync(setting, SettingLevel.Entity, company.Id, value));

    public static Task AllowAsync(this World world, TenantInfo company, string network) => world.Host.RunAsync(company, null, s =>
    {
        s.GetRequiredService<IdentityDbContext>().AllowedAddresses.Add(
            new AllowedAddress { Id = Guid.CreateVersion7(), Network = network, Label = "Office", AddedAt = world.Clock.GetUtcNow().UtcDateTime });
        return Task.CompletedTask;
    });

    public static async Task RestrictAsync(this World world, TenantInfo company)
    {
        await world.AllowAsync(company, $"{Office}/32");
        await world.SetAsync(company, IdentitySettings.AddressesRestricted, "true");
    }

    /// <summary>A number nobody else has, confirmed.</summary>
    public static async Task<string> GivePhoneAsync(this World world, Person person)
    {
        var number = world.NewNumber();
        await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users.Where(u => u.Id == person.Id)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.PhoneNumber, number)));
        return number;
    }

    public static async Task<Browser> SignedInAsync(this World world, Person person, string address)
    {
        var browser = new Browser(world);
        browser.MoveTo(address);
        using var answer = await browser.SignInAsync(person.Email, Person.Password);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return browser;
    }
}
