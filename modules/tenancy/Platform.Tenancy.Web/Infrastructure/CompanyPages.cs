using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>Finds pages that exist alike in every company, and asks their own policies whether the person may see them here.</summary>
internal sealed class CompanyPages(
    EndpointDataSource endpoints, PageLoader loader, IAuthorizationPolicyProvider policies, IAuthorizationService authorization) : ITransientDependency
{
    /// <summary>
    /// The page at <paramref name="path"/>, or the nearest one above it, that the person may see; null for none. Only paths of pages
    /// are ever returned, so it cannot lead outside.
    /// </summary>
    public async Task<string?> FindAsync(string? path, ClaimsPrincipal person, HttpContext context)
    {
        var segments = (path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var length = segments.Length; length > 0; length--)
        {
            if (Find(segments.AsSpan(0, length)) is { } page && await MaySeeAsync(page, person, context))
                return string.Join('/', segments.Take(length));
        }

        return null;
    }

    private RouteEndpoint? Find(ReadOnlySpan<string> wanted)
    {
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && Matches(endpoint.RoutePattern.PathSegments, wanted))
                return endpoint;
        }

        return null;
    }

    private static bool Matches(IReadOnlyList<RoutePatternPathSegment> pattern, ReadOnlySpan<string> wanted)
    {
        if (pattern.Count != wanted.Length + 2 || !IsLiteral(pattern[0], "t") || !IsTenant(pattern[1]))
            return false;
        for (var i = 0; i < wanted.Length; i++)
        {
            if (!IsLiteral(pattern[i + 2], wanted[i]))
                return false;
        }

        return true;
    }

    private static bool IsLiteral(RoutePatternPathSegment segment, string text) =>
        segment.Parts is [RoutePatternLiteralPart literal] && literal.Content.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static bool IsTenant(RoutePatternPathSegment segment) => segment.Parts is [RoutePatternParameterPart { Name: "tenant" }];

    // The attributes of a page that is compiled on demand are known only once it is loaded.
    private async Task<bool> MaySeeAsync(RouteEndpoint endpoint, ClaimsPrincipal person, HttpContext context)
    {
        var page = await loader.LoadAsync(endpoint.Metadata.GetMetadata<PageActionDescriptor>()!, endpoint.Metadata);
        var demanded = (page.Endpoint ?? endpoint).Metadata.GetOrderedMetadata<IAuthorizeData>();
        var policy = await AuthorizationPolicy.CombineAsync(policies, demanded);
        return policy is not null && (await authorization.AuthorizeAsync(person, context, policy)).Succeeded;
    }
}
