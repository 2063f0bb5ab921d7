using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Platform.TestBase;

/// <summary>A person's browser with cookies and without script: opens pages and sends the forms that stand on them.</summary>
public sealed class TestBrowser : IDisposable
{
    private readonly HttpClient _client;

    private TestBrowser(HttpClient client) => _client = client;

    /// <summary>Signs a demonstration person in through the sign-in page.</summary>
    public static async Task<TestBrowser> SignInAsync(TestHost host, string email) => new(await host.SignInAsync(email));

    /// <summary>Of somebody who never signed in.</summary>
    public static TestBrowser Stranger(TestHost host) => new(host.CreateClient());

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The page, which must answer 200.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var response = await GetAsync(path);
        return response.StatusCode == HttpStatusCode.OK ? await ReadAsync(response) : throw new InvalidOperationException($"{path} answered {response.StatusCode}");
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    /// <summary>Opens the page, fills the form that the CSS selector finds and sends it where and with what it says itself.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string form, params (string Name, string Value)[] fields)
    {
        var (action, values) = await FillAsync(page, form, fields);
        using var content = new FormUrlEncodedContent(values);
        return await _client.PostAsync(action, content);
    }

    /// <summary>The same for a form with files.</summary>
    public async Task<HttpResponseMessage> UploadAsync(
        string page, string form, IReadOnlyDictionary<string, byte[]> files, params (string Name, string Value)[] fields)
    {
        var (action, values) = await FillAsync(page, form, fields);
        using var content = new MultipartFormDataContent();
        foreach (var (name, file) in files)
        {
            content.Add(new ByteArrayContent(file), name, "file.bin");
        }

        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        return await _client.PostAsync(action, content);
    }

    public void Dispose() => _client.Dispose();

    private async Task<(Uri Action, Dictionary<string, string> Values)> FillAsync(string page, string form, (string Name, string Value)[] fields)
    {
        var found = (await OpenAsync(page)).QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"{page} has no {form}");
        // Fields of numbers and days each bring a mark of the same name, which says how they are written.
        var values = found.QuerySelectorAll<IHtmlInputElement>("input[type=hidden][name]").DistinctBy(i => i.Name).ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        var action = found.GetAttribute("action");
        return (new Uri(string.IsNullOrEmpty(action) ? page : action, UriKind.Relative), values);
    }
}
