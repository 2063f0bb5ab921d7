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

    /// <summary>Reversals of settled SDD Core collections: the creditor gives the money back.</summary>
    CoreReversal,

    /// <summary>Reversals of settled SDD B2B collections.</summary>
    B2bReversal,
}

/// <summary>What follows from a scheme.</summary>
public static class PaymentSchemes
{
    /// <summary>Money is sent to a creditor.</summary>
    public static bool IsTransfer(this PaymentScheme scheme) => scheme is PaymentScheme.Sct or PaymentScheme.SctInst;

    /// <summary>The mandates that a collection of this scheme needs; null where nothing is collected.</summary>
    public static SddScheme? Mandates(this PaymentScheme scheme) => scheme switch
    {
        PaymentScheme.Core => SddScheme.Core,
        PaymentScheme.B2b => SddScheme.B2b,
        _ => null,
    };

    /// <summary>The scheme of the collections that this one gives back; null where it gives back none.</summary>
    public static SddScheme? Reverses(this PaymentScheme scheme) => scheme switch
    {
        PaymentScheme.CoreReversal => SddScheme.Core,
        PaymentScheme.B2bReversal => SddScheme.B2b,
        _ => null,
    };

    /// <summary>Money is collected from debtors.</summary>
    public static bool IsCollection(this PaymentScheme scheme) => scheme.Mandates() is not null;

    /// <summary>Collected money is given back.</summary>
    public static bool IsReversal(this PaymentScheme scheme) => scheme.Reverses() is not null;
}
