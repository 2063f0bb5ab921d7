namespace Platform.Sepa;

/// <summary>Why a creditor gives a collection back (EPC130-08 and EPC131-08: the reasons that a customer may give).</summary>
public enum ReversalReason
{
    /// <summary>AM05: collected twice.</summary>
    Duplicate,

    /// <summary>MS02: the creditor says no more.</summary>
    NotSpecified,
}

/// <summary>Codes of the bank files for reasons of reversals.</summary>
public static class ReversalReasons
{
    /// <summary>"AM05" or "MS02" (ISO 20022 external reversal reason codes).</summary>
    public static string ToCode(this ReversalReason reason) => reason switch
    {
        ReversalReason.Duplicate => "AM05",
        ReversalReason.NotSpecified => "MS02",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
