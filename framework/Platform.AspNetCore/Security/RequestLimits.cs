using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>
/// How many requests a minute this host answers to one person, and to one network address from which nobody is signed in. More than people
/// and sound programs send; what can be guessed, or costs money each time, has narrower limits where it is done.
/// </summary>
internal static class RequestLimits
{
    private const string Code = "Platform:TooManyRequests";
    private const int SubscriberBytes = 8;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var person = configuration.GetValue("Requests:PersonPerMinute", 1200);
        var stranger = configuration.GetValue("Requests:StrangerPerMinute", 300);
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.FindFirstValue(PlatformClaimTypes.UserId) is { } id
                ? Fixed($"person {id}", person)
                : NetworkOf(context.Connection.RemoteIpAddress) is { } network ? Fixed($"network {network}", stranger) : RateLimitPartition.GetNoLimiter(""));
            o.OnRejected = AnswerAsync;
        });
    }

    // Of IPv6 the first half: one subscriber has the rest.
    internal static string? NetworkOf(IPAddress? address) => address switch
    {
        null => null,
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, SubscriberBytes)),
        _ => address.ToClientAddress(),
    };

    private static RateLimitPartition<string> Fixed(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window });

    private static async ValueTask AnswerAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var http = context.HttpContext;
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (!ApiRequests.IsApi(http))
            return;
        var text = http.RequestServices.GetRequiredService<IPlatformTexts>().Get(Code);
        var problem = new ProblemDetails { Status = http.Response.StatusCode, Title = text, Type = $"urn:platform:error:{Code}" };
        problem.Extensions["code"] = Code;
        await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem });
    }
}
