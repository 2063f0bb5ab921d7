using System.Globalization;
using PhoneNumbers;

namespace Platform.Identity;

/// <summary>Telephone numbers as of ITU-T E.164, by Google's libphonenumber.</summary>
internal static class Phone
{
    /// <summary>A plus sign and at most 15 digits.</summary>
    public const int Length = 16;

    private const int LongestInput = 40;

    /// <summary>The number of a mobile telephone, or null. Written with its country code: "+33 6 12 34 56 78" or "0033...".</summary>
    public static string? Read(string? text)
    {
        if (text is null or { Length: > LongestInput })
            return null;
        var trimmed = text.Trim();
        var util = PhoneNumberUtil.GetInstance();
        try
        {
            var number = util.Parse(trimmed.StartsWith("00", StringComparison.Ordinal) ? $"+{trimmed[2..]}" : trimmed, null);
            // Others take no messages, or cost whoever sends one.
            var takesMessages = util.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE;
            return util.IsValidNumber(number) && takesMessages && !number.HasExtension ? util.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>Enough for its owner to recognise it: "+33 •• •• 45".</summary>
    public static string Mask(string number) => string.Create(
        CultureInfo.InvariantCulture, $"+{PhoneNumberUtil.GetInstance().Parse(number, null).CountryCode} •• •• {number[^2..]}");
}
