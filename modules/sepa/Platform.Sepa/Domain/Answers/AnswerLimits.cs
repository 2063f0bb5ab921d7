namespace Platform.Sepa;

/// <summary>What a bank answer may cost; the lengths are those of ISO 20022.</summary>
internal static class AnswerLimits
{
    public const int Identifier = 35;

    public const int Code = 35;

    /// <summary>Three codes and what divides them.</summary>
    public const int BankCode = 3 * Code + 2;

    /// <summary>AddtlInf (105 each) and AddtlTxInf (500): what is beyond is cut, it is only shown.</summary>
    public const int Information = 500;

    public const int Number = 40;
}
