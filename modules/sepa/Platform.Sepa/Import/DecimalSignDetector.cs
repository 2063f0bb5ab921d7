namespace Platform.Sepa;

/// <summary>Finds the decimal sign of a column from amounts that can be read one way only.</summary>
internal static class DecimalSignDetector
{
    /// <summary>Unknown when no amount decides, or when amounts contradict each other.</summary>
    public static DecimalSign Detect(IEnumerable<string> amounts)
    {
        var found = DecimalSign.Unknown;
        foreach (var amount in amounts)
        {
            var sign = Evidence(amount);
            if (sign is DecimalSign.Unknown || sign == found)
                continue;
            if (found is not DecimalSign.Unknown)
                return DecimalSign.Unknown;
            found = sign;
        }

        return found;
    }

    private static DecimalSign Evidence(string amount)
    {
        if (amount.AsSpan().IndexOfAny(',', '.') < 0 || !SepaAmount.TryParse(amount, DecimalSign.Unknown, out var read, out _))
            return DecimalSign.Unknown;
        return SepaAmount.TryParse(amount, DecimalSign.Comma, out var comma, out _) && comma == read
            ? DecimalSign.Comma
            : DecimalSign.Point;
    }
}
