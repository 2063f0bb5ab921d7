namespace Platform.Sepa;

/// <summary>Scheme of a remittance.</summary>
public enum PaymentScheme
{
    /// <summary>SDD Core: any debtor; refund within eight weeks without question.</summary>
    Core,

    /// <summary>SDD B2B: debtors that are no consumers; no refund; the debtor's bank knows the mandate.</summary>
    B2b,

    /// <summary>SEPA Credit Transfer.</summary>
    Sct,

    /// <summary>SEPA Instant Credit Transfer: at any hour of any day, final within ten seconds.</summary>
    SctInst,
}

/// <summary>What follows from a scheme.</summary>
public static class PaymentSchemes
{
    /// <summary>Money goes out; else it is collected.</summary>
    public static bool IsTransfer(this PaymentScheme scheme) => scheme is PaymentScheme.Sct or PaymentScheme.SctInst;

    /// <summary>The mandates that a collection of this scheme needs; null for transfers.</summary>
    public static SddScheme? Mandates(this PaymentScheme scheme) => scheme switch
    {
        PaymentScheme.Core => SddScheme.Core,
        PaymentScheme.B2b => SddScheme.B2b,
        _ => null,
    };
}
