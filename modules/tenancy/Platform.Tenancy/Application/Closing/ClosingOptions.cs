using System.Globalization;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Configuration section "Closing".</summary>
internal sealed class ClosingOptions(IConfiguration configuration) : ISingletonDependency
{
    public const int LeastDays = 7;
    public const int MostDays = 180;
    private const string DefaultDays = "30";

    /// <summary>Between closing and erasure.</summary>
    public int Days { get; } = Read(configuration["Closing:Days"] ?? DefaultDays);

    private static int Read(string days) => int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= LeastDays and <= MostDays
        ? number
        : throw new InvalidOperationException($"Closing:Days is {days}; it must be from {LeastDays} to {MostDays}.");
}
