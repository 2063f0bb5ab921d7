using System.Net;
using System.Net.Sockets;
using MaxMind.Db;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>
/// Reads a file in the MaxMind DB format (version 2) that the operator names, once, into memory. It may say "country.iso_code" as MaxMind's
/// and DB-IP's files do, or "country_code" as those of ip-location-db do. Without a file every country is unknown.
/// </summary>
internal sealed class CountryDatabase : IAddressCountries, ISingletonDependency, IDisposable
{
    public const string PathKey = "Identity:CountryDatabase";

    private readonly Reader? _reader;
    private readonly ILogger<CountryDatabase> _logger;
    private int _complained;

    public CountryDatabase(IConfiguration configuration, ILogger<CountryDatabase> logger)
    {
        _logger = logger;
        if (configuration[PathKey] is not { Length: > 0 } path)
        {
            logger.LogInformation("{Setting} names no file: countries of addresses are unknown", PathKey);
            return;
        }

        try
        {
            _reader = new Reader(path, FileAccessMode.Memory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDatabaseException or ArgumentException)
        {
            IsUnreadable = true;
            logger.LogError(e, "The file that {Setting} names cannot be read: countries of addresses are unknown", PathKey);
        }
    }

    /// <summary>A file is named, and cannot be read.</summary>
    public bool IsUnreadable { get; private set; }

    public string? Find(string? address)
    {
        if (_reader is null || !IPAddress.TryParse(address, out var ip))
            return null;
        ip = ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;
        if (ip.AddressFamily == AddressFamily.InterNetworkV6 && _reader.Metadata.IPVersion == 4)
            return null;
        try
        {
            var code = CodeIn(_reader.Find<Dictionary<string, object>>(ip))?.ToUpperInvariant();
            return code is not null && CountryCodes.IsKnown(code) ? code : null;
        }
        catch (Exception e) when (e is InvalidDatabaseException or InvalidCastException)
        {
            IsUnreadable = true;
            if (Interlocked.Exchange(ref _complained, 1) == 0)
                _logger.LogError(e, "The file that {Setting} names is damaged: some countries are unknown", PathKey);
            return null;
        }
    }

    public void Dispose() => _reader?.Dispose();

    private static string? CodeIn(Dictionary<string, object>? found) =>
        found?.GetValueOrDefault("country") is Dictionary<string, object> country ? country.GetValueOrDefault("iso_code") as string : found?.GetValueOrDefault("country_code") as string;
}
