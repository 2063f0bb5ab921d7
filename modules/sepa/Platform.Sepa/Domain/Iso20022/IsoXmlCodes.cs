namespace Platform.Sepa;

/// <summary>How the reader's refusals are called: a bank's file calls for another next step than one's own.</summary>
internal sealed record IsoXmlCodes(string Malformed, string Dtd, string TooDeep, string Namespace, string Value, string ValueLength)
{
    public static readonly IsoXmlCodes Answer = new(
        SepaErrorCodes.AnswerMalformed, SepaErrorCodes.AnswerDtd, SepaErrorCodes.AnswerTooDeep, SepaErrorCodes.AnswerNamespace,
        SepaErrorCodes.AnswerValue, SepaErrorCodes.AnswerValueLength);

    public static readonly IsoXmlCodes PaymentFile = new(
        SepaErrorCodes.PaymentFileMalformed, SepaErrorCodes.PaymentFileDtd, SepaErrorCodes.PaymentFileTooDeep, SepaErrorCodes.PaymentFileNamespace,
        SepaErrorCodes.PaymentFileValue, SepaErrorCodes.PaymentFileValueLength);
}
