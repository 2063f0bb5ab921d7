using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>The demonstration people of the sign-in page; nobody outside Development or without "Demo:Enabled".</summary>
internal sealed class DemoPeople(IConfiguration configuration, IHostEnvironment environment) : ISingletonDependency
{
    public IReadOnlyList<DemoPerson> All { get; } =
        environment.IsDevelopment() && configuration.GetValue("Demo:Enabled", false)
            ?
            [
                .. configuration.GetSection("Demo:People").GetChildren().Select(person => Read(person, configuration)),
                .. configuration.GetSection("Demo:LegacyLogins").GetChildren().Select(login => ReadLogin(login, configuration)),
            ]
            : [];

    public DemoPerson? Find(string? email) => All.FirstOrDefault(p => string.Equals(p.Email, email, StringComparison.OrdinalIgnoreCase));

    private static DemoPerson Read(IConfigurationSection person, IConfiguration configuration)
    {
        var names = Names(configuration);
        var places = person.GetSection("Companies").GetChildren().Select(c => new DemoPlace(
            names.GetValueOrDefault(c["Slug"] ?? "", c["Slug"] ?? ""), [.. c.GetSection("Roles").GetChildren().Select(r => r.Value ?? "")]));
        return new DemoPerson(person["Name"] ?? "", person["Email"] ?? "", person["Password"] ?? "", [.. places]);
    }

    private static DemoPerson ReadLogin(IConfigurationSection login, IConfiguration configuration) => new(
        login["Name"] ?? "", login["Login"] ?? "", login["Password"] ?? "",
        [new DemoPlace(Names(configuration).GetValueOrDefault(login["Company"] ?? "", login["Company"] ?? ""), [login["Profile"] ?? ""])]);

    private static Dictionary<string, string> Names(IConfiguration configuration) =>
        configuration.GetSection("Demo:Companies").GetChildren().ToDictionary(c => c["Slug"] ?? "", c => c["Name"] ?? "");
}

internal sealed record DemoPerson(string Name, string Email, string Password, IReadOnlyList<DemoPlace> Places);

internal sealed record DemoPlace(string Company, IReadOnlyList<string> Roles);
