using System.Net;
using Platform.Kernel;

namespace Platform.Identity.Tests;

/// <summary>The page where people get in from unknown addresses, and one behind it.</summary>
internal static class AdmissionPages
{
    public static string Page(TenantInfo company) => $"/t/{company.Slug}/security/addresses";

    public static string Door(TenantInfo company) => $"/t/{company.Slug}/admission";

    public static async Task ShouldBeStoppedAsync(Browser browser, TenantInfo company)
    {
        using var answer = await browser.GetAsync(Page(company));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldStartWith(Door(company));
    }

    public static async Task SendAsync(Browser browser, TenantInfo company)
    {
        using var answer = await browser.PostAsync(Door(company), $"{Door(company)}?handler=Send");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    public static async Task<HttpStatusCode> EnterAsync(Browser browser, TenantInfo company, string code)
    {
        (await browser.ReadAsync(Door(company))).ShouldContain("one-time-code");
        return await PostCodeAsync(browser, company, code);
    }

    public static async Task<HttpStatusCode> PostCodeAsync(Browser browser, TenantInfo company, string code)
    {
        using var answer = await browser.PostAsync(Door(company), Door(company), ("Code", code));
        return answer.StatusCode;
    }
}
