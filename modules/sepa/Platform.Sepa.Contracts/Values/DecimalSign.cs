using System.Globalization;

namespace Platform.Sepa;

/// <summary>What divides units from cents in written amounts; the other sign may only group thousands.</summary>
public enum DecimalSign
{
    /// <summary>Not known: amounts that read differently with either sign, such as "1.234", are refused.</summary>
    Unknown,

    /// <summary>1.234,56</summary>
    Comma,

    /// <summary>1,234.56</summary>
    Point,
}

/// <summary>Decimal signs of cultures.</summary>
public static class DecimalSigns
{
    /// <summary>The sign that people of this culture write; Unknown for signs other than comma and point.</summary>
    public static DecimalSign Of(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.NumberFormat.NumberDecimalSeparator switch
        {
            "," => DecimalSign.Comma,
            "." => DecimalSign.Point,
            _ => DecimalSign.Unknown,
        };
    }
}
