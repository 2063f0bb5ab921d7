using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>Charts are drawn from the tables beside them, in the colours of the theme.</summary>
public sealed class Charts_Tests(BrowserFixture browser)
{
    private const string Pixels = """
        () => [...document.querySelectorAll('[data-p-chart] canvas')].map(canvas => {
            const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            const colours = new Set();
            for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) colours.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
            return { name: canvas.getAttribute('aria-label'), colours: [...colours] };
        })
        """;

    [Fact]
    [Trait("Req", "SEP-14")]
    public async Task Charts_OfTheDemonstration_AreDrawnAndFollowTheTheme()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Kestrel: true));
        await using var camille = await Person.SignInAsync(browser, host, "camille");
        await camille.OpenAsync("/t/lefevre/cash?by=Month");
        var light = await ChartsAsync(camille);
        light.Select(c => c.Name).ShouldBe(["Encaissements et décaissements à venir", "Prélèvements en échec"]);
        light.ShouldAllBe(c => c.Colours.Length > 2);
        await camille.Page.EvaluateAsync("() => { document.documentElement.dataset.pTheme = 'dark'; document.documentElement.dataset.bsTheme = 'dark'; document.documentElement.style.colorScheme = 'dark'; }");
        await camille.Page.WaitForFunctionAsync($"before => JSON.stringify(({Pixels})()[0].colours) !== before", System.Text.Json.JsonSerializer.Serialize(light[0].Colours));
        await camille.OpenAsync("/t/lefevre");
        (await ChartsAsync(camille)).ShouldContain(c => c.Name == "Encaissements et décaissements à venir");
        await camille.Page.ClickAsync("section[aria-labelledby=sepa-cash] summary");
        await camille.LookAsync("dashboard-charts");
    }

    private static async Task<Chart[]> ChartsAsync(Person person)
    {
        await person.Page.WaitForSelectorAsync("[data-p-chart] canvas");
        return await person.Page.EvaluateAsync<Chart[]>(Pixels);
    }

    private sealed record Chart
    {
        public string Name { get; init; } = "";

        public string[] Colours { get; init; } = [];
    }
}
