using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Platform.Sepa;

/// <summary>
/// Amount of one SEPA order in euro: 0.01 to 999,999,999.99 with two decimals (EPC implementation guidelines, InstdAmt). Exact: no
/// floating point anywhere. The default value is zero and was never checked.
/// </summary>
public readonly record struct SepaAmount : IComparable<SepaAmount>
{
    /// <summary>999,999,999.99 euro.</summary>
    public const long MaxCents = 99_999_999_999;

    private SepaAmount(long cents) => Cents = cents;

    /// <summary>Cents, 1 to <see cref="MaxCents"/>.</summary>
    public long Cents { get; }

    /// <summary>Euro, exact, for texts and data transfer.</summary>
    public decimal Euros => Cents / 100m;

    /// <summary>
    /// Reads what a person wrote: spaces, apostrophes and the other sign may group thousands, "EUR" or "€" may stand before or
    /// after. Never throws, never rounds. Codes: <see cref="SepaErrorCodes.Required"/>, AmountFormat, AmountNegative,
    /// AmountAmbiguous, AmountDecimals, AmountRange.
    /// </summary>
    public static bool TryParse(string? text, DecimalSign sign, out SepaAmount value, [NotNullWhen(false)] out string? errorCode)
    {
        errorCode = SepaAmountReader.Read(text, sign, out var cents) ?? CheckCents(cents);
        value = errorCode is null ? new(cents) : default;
        return errorCode is null;
    }

    /// <summary>As the overload, with the decimal sign of a culture.</summary>
    public static bool TryParse(string? text, CultureInfo culture, out SepaAmount value, [NotNullWhen(false)] out string? errorCode) =>
        TryParse(text, DecimalSigns.Of(culture), out value, out errorCode);

    /// <summary>Takes an amount of an API request. Codes: AmountNegative, AmountDecimals, AmountRange.</summary>
    public static bool TryCreate(decimal euros, out SepaAmount value, [NotNullWhen(false)] out string? errorCode)
    {
        errorCode = CheckEuros(euros);
        value = errorCode is null ? new((long)(euros * 100)) : default;
        return errorCode is null;
    }

    /// <summary>Takes stored cents.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1 to <see cref="MaxCents"/>.</exception>
    public static SepaAmount FromCents(long cents)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cents, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cents, MaxCents);
        return new(cents);
    }

    /// <summary>AmountNegative or AmountRange, or null when the cents are an amount.</summary>
    public static string? CheckCents(long cents) => cents switch
    {
        < 0 => SepaErrorCodes.AmountNegative,
        0 or > MaxCents => SepaErrorCodes.AmountRange,
        _ => null,
    };

    /// <inheritdoc/>
    public int CompareTo(SepaAmount other) => Cents.CompareTo(other.Cents);

    /// <summary>As in bank files: "1234.50".</summary>
    public override string ToString() => Euros.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Smaller.</summary>
    public static bool operator <(SepaAmount left, SepaAmount right) => left.Cents < right.Cents;

    /// <summary>Greater.</summary>
    public static bool operator >(SepaAmount left, SepaAmount right) => left.Cents > right.Cents;

    /// <summary>Smaller or equal.</summary>
    public static bool operator <=(SepaAmount left, SepaAmount right) => left.Cents <= right.Cents;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(SepaAmount left, SepaAmount right) => left.Cents >= right.Cents;

    private static string? CheckEuros(decimal euros)
    {
        if (euros < 0)
            return SepaErrorCodes.AmountNegative;
        if (euros is 0 or > MaxCents / 100m)
            return SepaErrorCodes.AmountRange;
        return decimal.Round(euros, 2) == euros ? null : SepaErrorCodes.AmountDecimals;
    }
}
