using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.AspNetCore;

/// <summary>Interface language and the formats that go with it: "en" alone would print American dates.</summary>
internal static class LocalizationRegistration
{
    private static readonly Dictionary<string, string> FormatOf = new(StringComparer.Ordinal) { ["en"] = "en-GB", ["fr"] = "fr-FR" };

    public static void AddPlatformLocalization(this IServiceCollection services) => services.Configure<RequestLocalizationOptions>(o =>
    {
        o.SupportedCultures = [.. FormatOf.Values.Select(CultureInfo.GetCultureInfo)];
        o.SupportedUICultures = [.. FormatOf.Keys.Select(CultureInfo.GetCultureInfo)];
        o.DefaultRequestCulture = new RequestCulture("en-GB", "en");
        o.RequestCultureProviders = [new CookieRequestCultureProvider(), new CustomRequestCultureProvider(FromBrowser)];
    });

    public static void MapPreferences(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/preferences/culture", (string culture, string? returnUrl, HttpContext context) =>
        {
            if (FormatOf.TryGetValue(culture, out var format))
            {
                context.Response.Cookies.Append(
                    CookieRequestCultureProvider.DefaultCookieName,
                    CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(format, culture)),
                    new CookieOptions { Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = true, IsEssential = true });
            }

            return Results.LocalRedirect(IsLocal(returnUrl) ? returnUrl! : "/");
        }).AllowAnonymous().ExcludeFromDescription();

    private static bool IsLocal(string? url) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not ('/' or '\\'));

    private static Task<ProviderCultureResult?> FromBrowser(HttpContext context)
    {
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.Value?.Split('-')[0]);
        var language = wanted.FirstOrDefault(l => l is not null && FormatOf.ContainsKey(l)) ?? "en";
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(FormatOf[language], language));
    }
}
