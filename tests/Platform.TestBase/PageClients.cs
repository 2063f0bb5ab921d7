using System.Net;
using System.Text.RegularExpressions;
using Shouldly;

namespace Platform.TestBase;

/// <summary>Pages as a browser without script sees them.</summary>
public static partial class PageClients
{
    /// <summary>A client with the session of a demonstration person, signed in through the form.</summary>
    public static async Task<HttpClient> SignInAsync(this TestHost host, string email, string language = "en")
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        using var response = await client.PostFormAsync("/account/sign-in", ("Input.Email", email), ("Input.Password", DemoPeople.Password(email)));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    /// <summary>Opens the page and sends its form with these values and the page's antiforgery token.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        var uri = new Uri(page, UriKind.Relative);
        var token = AntiforgeryToken().Match(await client.GetStringAsync(uri)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token)));
        return await client.PostAsync(uri, form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
