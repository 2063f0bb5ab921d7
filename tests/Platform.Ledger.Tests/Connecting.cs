using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Ledger.Tests;

/// <summary>A person with a browser who connects the company.</summary>
internal sealed class Connecting(TestHost host, TestBrowser browser, string email) : IDisposable
{
    public const string BaseUrl = "https://localhost";
    public const string Page = "/t/lefevre/ledger";
    public const string Camille = "camille@lefevre.example";

    public static async Task<Connecting> SignInAsync(TestHost host, string email = Camille) => new(host, await TestBrowser.SignInAsync(host, email), email);

    /// <summary>Presses "Connect".</summary>
    /// <returns>The accounting package's page, where the browser is sent.</returns>
    public async Task<string> LeaveAsync()
    {
        using var response = await browser.SubmitAsync(Page, "#connect");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var link = (await TestBrowser.ReadAsync(response)).QuerySelector<IHtmlAnchorElement>("#leave")!.Href;
        response.Headers.GetValues("Refresh").ShouldBe([$"0;url={link}"]);
        return link;
    }

    /// <summary>Allows the access at the accounting package.</summary>
    /// <returns>The address at this host where the package sends the browser.</returns>
    public static async Task<string> AllowAsync(string address)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        while (!address.StartsWith(BaseUrl))
        {
            using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
            ((int)response.StatusCode).ShouldBeInRange(302, 303, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            address = new Uri(new Uri(address), response.Headers.Location!).AbsoluteUri;
        }

        return address[BaseUrl.Length..];
    }

    public Task<HttpResponseMessage> ReturnAsync(string callback) => browser.GetAsync(callback);

    /// <summary>Everything that the browser gets: headers, cookies and text.</summary>
    public async Task<string> SeeAsync(string path)
    {
        using var response = await browser.GetAsync(path);
        return $"{response.StatusCode}\n{response.Headers}\n{await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }

    /// <summary>All of it.</summary>
    public async Task<ConsentDto> ConnectAsync()
    {
        using var response = await ReturnAsync(await AllowAsync(await LeaveAsync()));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        response.Headers.Location!.OriginalString.ShouldBe(Page);
        return (await ConsentsAsync())[0];
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ConsentDto>> ConsentsAsync() =>
        (await RunAsync(host, s => s.GetRequiredService<IConsentAppService>().GetListAsync(new GetConsentsInput(PageSize: 200)))).Items;

    /// <summary>As this person in the company, on one of the hosts.</summary>
    public async Task<T> RunAsync<T>(TestHost on, Func<IServiceProvider, Task<T>> work) =>
        await on.RunAsync(await on.CompanyAsync("lefevre"), await on.PersonAsync(email), work);

    public void Dispose() => browser.Dispose();
}
