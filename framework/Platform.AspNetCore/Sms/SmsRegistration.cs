using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Platform.Kernel;
using Polly;

namespace Platform.AspNetCore;

internal static class SmsRegistration
{
    public static void AddPlatformSms(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        var section = configuration.GetSection("Sms");
        var options = section.Get<SmsOptions>() ?? new SmsOptions();
        services.Configure<SmsOptions>(section);
        switch (options.Mode is { Length: > 0 } mode ? mode : isDevelopment ? SmsOptions.Captured : "")
        {
            case "":
                break;
            case SmsOptions.Captured when isDevelopment:
                services.AddScoped<ISmsTransport, CapturedSmsTransport>();
                break;
            case SmsOptions.Gateway:
                AddGateway(services, options);
                break;
            case var other:
                throw new InvalidOperationException($"Sms:Mode is {other}: \"Http\", \"Captured\" (in Development only) or empty.");
        }
    }

    private static void AddGateway(IServiceCollection services, SmsOptions options)
    {
        Check(options);
        services.AddHttpClient<ISmsTransport, HttpSmsTransport>(c => c.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            // The secret goes to the configured address and nowhere else.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .AddResilienceHandler("sms", pipeline => pipeline
                .AddTimeout(TimeSpan.FromSeconds(options.TotalSeconds))
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = options.Retries,
                    Delay = TimeSpan.FromMilliseconds(options.RetryMilliseconds),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                })
                .AddTimeout(TimeSpan.FromSeconds(options.AttemptSeconds)));
    }

    private static void Check(SmsOptions options)
    {
        if (options.Url is not { IsAbsoluteUri: true } url || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            throw new InvalidOperationException("Sms:Url must be an https address.");
        if (options.Body is { Length: > 0 } == options.Fields.Count > 0)
            throw new InvalidOperationException("One of Sms:Body and Sms:Fields is needed, not both.");
        var templates = options.Body is { Length: > 0 } body ? [body] : options.Fields.Values.ToArray();
        if (!templates.Any(t => t.Contains("{to}", StringComparison.Ordinal)) || !templates.Any(t => t.Contains("{text}", StringComparison.Ordinal)))
            throw new InvalidOperationException("Sms:Body or Sms:Fields must hold {to} and {text}.");
        if (options.Body is { Length: > 0 } json)
            JsonDocument.Parse(json).Dispose();
    }
}
