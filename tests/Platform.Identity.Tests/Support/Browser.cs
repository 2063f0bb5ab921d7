using System.Net;
using System.Text.RegularExpressions;
using Platform.Identity.Web;

namespace Platform.Identity.Tests;

/// <summary>A browser with cookies and without script.</summary>
internal sealed partial class Browser(World world) : IDisposable
{
    private readonly HttpClient _client = world.Host.CreateClient();

    /// <summary>Value of the session cookie that was set last.</summary>
    public string? SessionKey { get; private set; }

    /// <summary>Every cookie that was set, as it was set.</summary>
    public List<string> Cookies { get; } = [];

    /// <summary>From now on the configured proxy says that the browser is there.</summary>
    public void MoveTo(string address)
    {
        _client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        _client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
    }

    public async Task<HttpResponseMessage> GetAsync(string path) => Remember(await _client.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>What a script of the page asks for.</summary>
    public async Task<HttpResponseMessage> GetPartAsync(string path, string address)
    {
        MoveTo(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("HX-Request", "true");
        return await _client.SendAsync(request);
    }

    public async Task<string> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>What the holder of a dead link reads.</summary>
    public async Task<string> ReadDeadAsync(string path)
    {
        using var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.Gone, path);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Opens the page, then sends its form.</summary>
    public Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] fields) => PostAsync(page, action, () => { }, fields);

    /// <summary>The same, with something in between.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, Action meanwhile, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(page);
        meanwhile();
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return Remember(await _client.PostAsync(new Uri(action, UriKind.Relative), form));
    }

    public async Task<string> TokenAsync(string page) => AntiforgeryToken().Match(await ReadAsync(page)).Groups[1].Value;

    public async Task<HttpResponseMessage> PostWithTokenAsync(string action, string token)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        return Remember(await _client.PostAsync(new Uri(action, UriKind.Relative), form));
    }

    /// <summary>What a page of another site would make the browser send.</summary>
    public async Task<HttpResponseMessage> PostWithoutTokenAsync(string page)
    {
        using var form = new FormUrlEncodedContent([]);
        return await _client.PostAsync(new Uri(page, UriKind.Relative), form);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string query = "") =>
        PostAsync($"/account/sign-in{query}", $"/account/sign-in{query}", ("Input.Email", email), ("Input.Password", password));

    /// <summary>A request with nothing but this cookie, the session's if nothing else is said.</summary>
    public static async Task<HttpResponseMessage> WithCookieAsync(World world, string key, string path, string name = SessionCookie.Name)
    {
        using var client = world.Host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", $"{name}={key}");
        return await client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    private HttpResponseMessage Remember(HttpResponseMessage response)
    {
        Cookies.AddRange(response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies)
            && cookies.FirstOrDefault(c => c.StartsWith(SessionCookie.Name, StringComparison.Ordinal)) is { } cookie)
        {
            SessionKey = cookie.Split(';')[0].Split('=', 2)[1];
        }

        return response;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
