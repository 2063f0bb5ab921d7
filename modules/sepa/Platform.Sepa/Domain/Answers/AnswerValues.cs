using System.Globalization;

namespace Platform.Sepa;

/// <summary>Simple types of ISO 20022, read where they stand.</summary>
internal static class AnswerValues
{
    private const string NotProvided = "NOTPROVIDED";

    public static string? Identifier(this IsoXmlReader xml) => xml.Text(AnswerLimits.Identifier);

    public static string? Code(this IsoXmlReader xml) => xml.Text(AnswerLimits.Code);

    public static string? EndToEndReference(this IsoXmlReader xml) => xml.Identifier() is { } id && id != NotProvided ? id : null;

    /// <summary>CRDT or DBIT.</summary>
    public static bool IsCredit(this IsoXmlReader xml) => xml.Code() switch
    {
        "CRDT" => true,
        "DBIT" => false,
        var other => throw xml.Error(SepaErrorCodes.AnswerValue, other),
    };

    public static bool Indicator(this IsoXmlReader xml) => xml.Code() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        var other => throw xml.Error(SepaErrorCodes.AnswerValue, other),
    };

    /// <summary>A choice of Dt and DtTm: the day, as the bank's own time zone has it.</summary>
    public static DateOnly? Day(this IsoXmlReader xml)
    {
        DateOnly? day = null;
        foreach (var name in xml.Children())
        {
            if (name is "Dt" or "DtTm")
                day = xml.DayOf(xml.Text(AnswerLimits.Number));
        }

        return day;
    }

    /// <summary>A choice of Cd and Prtry.</summary>
    public static AnswerReason? Choice(this IsoXmlReader xml)
    {
        AnswerReason? reason = null;
        foreach (var name in xml.Children())
        {
            if (name is "Cd" or "Prtry" && xml.Code() is { } code)
                reason = new AnswerReason(code, name == "Prtry", null);
        }

        return reason;
    }

    /// <summary>StsRsnInf or RtrInf: one reason, what the bank adds to it joined by spaces.</summary>
    public static AnswerReason? Reason(this IsoXmlReader xml)
    {
        AnswerReason? reason = null;
        string? information = null;
        foreach (var name in xml.Children())
        {
            if (name == "Rsn")
                reason = xml.Choice();
            else if (name == "AddtlInf" && xml.Text(AnswerLimits.Information, cut: true) is { } text)
                information = Join(information, text);
        }

        return information is null ? reason : (reason ?? new AnswerReason(null, false, null)) with { Information = information };
    }

    public static string Join(string? first, string second)
    {
        var joined = first is null ? second : $"{first} {second}";
        return joined.Length <= AnswerLimits.Information ? joined : joined[..AnswerLimits.Information];
    }

    private static DateOnly DayOf(this IsoXmlReader xml, string? text)
    {
        const int Length = 10;
        if (text?.Length >= Length && DateOnly.TryParseExact(text.AsSpan(0, Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && (text.Length == Length || text[Length] is 'T' or 'Z' or '+' or '-'))
            return day;
        throw xml.Error(SepaErrorCodes.AnswerValue, text);
    }
}
