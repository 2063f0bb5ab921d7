namespace Platform.AspNetCore;

/// <summary>The company in URLs.</summary>
internal static class TenantRoute
{
    /// <summary>Name of the route parameter that holds the company's slug, on pages and API alike.</summary>
    public const string Parameter = "tenant";
}
