using System.Globalization;

namespace Platform.Sepa;

/// <summary>Values of cells as the text that the checks of a row expect.</summary>
internal static class XlsxValues
{
    public static string Of(object? value, DecimalSign decimalSign) => value switch
    {
        null => "",
        string text => text,
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        double number => Number(number, decimalSign),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // A decimal takes the fifteen digits that a spreadsheet shows, not the noise behind them, and writes no exponent.
    private static string Number(double number, DecimalSign decimalSign)
    {
        if (Math.Abs(number) >= 1e27 || !double.IsFinite(number))
            return number.ToString("R", CultureInfo.InvariantCulture);
        var text = ((decimal)number).ToString(CultureInfo.InvariantCulture);
        return decimalSign == DecimalSign.Comma ? text.Replace('.', ',') : text;
    }
}
