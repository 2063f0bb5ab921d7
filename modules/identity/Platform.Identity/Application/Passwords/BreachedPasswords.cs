using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Whether a password is known from a data breach.</summary>
internal interface IBreachedPasswords
{
    /// <summary>False also when nobody can say: a list that is away keeps nobody from setting a password. Never throws.</summary>
    Task<bool> ContainsAsync(string password, CancellationToken cancellationToken);
}

/// <summary>
/// Asks a list by range (https://haveibeenpwned.com/API/v3#PwnedPasswords): the first five of 40 hexadecimal digits of the SHA-1 leave
/// the host, and some hundreds of suffixes come back, padded so that their number says nothing. Off unless the operator names an address.
/// </summary>
internal sealed class BreachedPasswords : IBreachedPasswords, ISingletonDependency
{
    public const string UrlKey = "BreachedPasswords:Url";
    public const string SecondsKey = "BreachedPasswords:TimeoutSeconds";
    public const string ClientName = "BreachedPasswords";
    public const string MeterName = "Platform.Identity";
    public const int LargestAnswer = 1_000_000;
    public const int DefaultSeconds = 3;
    private const int PrefixLength = 5;

    private readonly IHttpClientFactory _clients;
    private readonly Uri? _ranges;
    private readonly Counter<int> _failures;
    private readonly ILogger<BreachedPasswords> _logger;

    public BreachedPasswords(IHttpClientFactory clients, IConfiguration configuration, IMeterFactory meters, ILogger<BreachedPasswords> logger)
    {
        (_clients, _logger) = (clients, logger);
        _ranges = configuration[UrlKey] is { Length: > 0 } url ? new Uri($"{url.TrimEnd('/')}/range/") : null;
        _failures = meters.Create(MeterName).CreateCounter<int>("platform.identity.breached_passwords.unanswered", description: "Passwords set without an answer from the list of breached ones");
    }

    public async Task<bool> ContainsAsync(string password, CancellationToken cancellationToken)
    {
        if (_ranges is null)
            return false;
        var hash = HashOf(password);
        try
        {
            using var client = _clients.CreateClient(ClientName);
            var answer = await client.GetStringAsync(new Uri(_ranges, hash[..PrefixLength]), cancellationToken);
            return answer.Split('\n').Any(line => IsOf(line.AsSpan().Trim(), hash.AsSpan(PrefixLength)));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            // Not the exception itself: its text may name the range that was asked for.
            _failures.Add(1);
            _logger.LogWarning("The list of breached passwords did not answer ({Failure}); a password was set without it", e.GetType().Name);
            return false;
        }
    }

    // Padding has suffixes that occurred no times.
    private static bool IsOf(ReadOnlySpan<char> line, ReadOnlySpan<char> suffix) =>
        line.StartsWith(suffix, StringComparison.OrdinalIgnoreCase) && line[suffix.Length..] is [':', .. var count] && count is not "0";

#pragma warning disable CA5350 // The protocol has it: it finds passwords in a public list and protects nothing.
    private static string HashOf(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
}
