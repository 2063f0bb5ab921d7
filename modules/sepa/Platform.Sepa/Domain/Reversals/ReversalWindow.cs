using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>When a collection may be given back.</summary>
internal static class ReversalWindow
{
    // EPC016-06 and EPC222-07, 4.3.4.
    private const int Days = 5;

    /// <summary>Last day on which the creditor's bank must have it: it passes it on the same day.</summary>
    public static DateOnly LastDay(DateOnly dueOn) => TargetCalendar.AddBusinessDays(dueOn, Days);

    public static void Require(Collection original, DateOnly at)
    {
        var dueOn = original.ExecutionDate!.Value;
        var code = at < dueOn ? SepaErrorCodes.ReversalTooEarly : at > LastDay(dueOn) ? SepaErrorCodes.ReversalTooLate : null;
        if (code is not null)
            throw new BusinessException(code).WithData("reference", original.EndToEndId).WithData("date", dueOn).WithData("last", LastDay(dueOn));
    }
}
