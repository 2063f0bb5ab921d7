using Microsoft.AspNetCore.Http;

namespace Platform.AspNetCore;

internal static class ThemeChoice
{
    public const string Cookie = "p-theme";

    /// <summary>light, dark or auto. For auto the page starts light and theme.js asks the device before the first paint.</summary>
    public static string Read(HttpRequest request) => request.Cookies[Cookie] is ("light" or "dark") and { } choice ? choice : "auto";
}
