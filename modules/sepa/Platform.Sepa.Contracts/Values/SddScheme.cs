namespace Platform.Sepa;

/// <summary>Scheme of a direct debit (LclInstrm/Cd).</summary>
public enum SddScheme
{
    /// <summary>SDD Core: any debtor; refund within eight weeks without question.</summary>
    Core,

    /// <summary>SDD B2B: debtors that are no consumers; no refund; the debtor's bank knows the mandate.</summary>
    B2b,
}

/// <summary>Place of a direct debit in its mandate's life (SeqTp).</summary>
public enum SequenceType
{
    /// <summary>The only one: the mandate ends with it.</summary>
    Ooff,

    /// <summary>The first of several; optional since November 2016.</summary>
    Frst,

    /// <summary>One of several.</summary>
    Rcur,

    /// <summary>The last: the mandate ends with it.</summary>
    Fnal,
}

/// <summary>Codes of the bank files for the enumerations.</summary>
public static class SddCodes
{
    /// <summary>"CORE" or "B2B".</summary>
    public static string ToCode(this SddScheme scheme) => scheme switch
    {
        SddScheme.Core => "CORE",
        SddScheme.B2b => "B2B",
        _ => throw new ArgumentOutOfRangeException(nameof(scheme)),
    };

    /// <summary>"OOFF", "FRST", "RCUR" or "FNAL".</summary>
    public static string ToCode(this SequenceType sequenceType) => sequenceType switch
    {
        SequenceType.Ooff => "OOFF",
        SequenceType.Frst => "FRST",
        SequenceType.Rcur => "RCUR",
        SequenceType.Fnal => "FNAL",
        _ => throw new ArgumentOutOfRangeException(nameof(sequenceType)),
    };
}
