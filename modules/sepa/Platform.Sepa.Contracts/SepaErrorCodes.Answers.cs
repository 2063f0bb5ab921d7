namespace Platform.Sepa;

public static partial class SepaErrorCodes
{
    /// <summary>A bank answer is larger than 64 MiB.</summary>
    public const string AnswerTooLarge = "Sepa:AnswerTooLarge";

    /// <summary>A bank answer is no well-formed XML, or ends too early.</summary>
    public const string AnswerMalformed = "Sepa:AnswerMalformed";

    /// <summary>A bank answer holds a document type definition, which is never read.</summary>
    public const string AnswerDtd = "Sepa:AnswerDtd";

    /// <summary>Elements of a bank answer are nested deeper than any message nests them.</summary>
    public const string AnswerTooDeep = "Sepa:AnswerTooDeep";

    /// <summary>The namespace or the element below the document is none of pain.002, camt.053 or camt.054.</summary>
    public const string AnswerUnknownMessage = "Sepa:AnswerUnknownMessage";

    /// <summary>An element belongs to another message or edition than its document.</summary>
    public const string AnswerNamespace = "Sepa:AnswerNamespace";

    /// <summary>One file holds documents of different messages.</summary>
    public const string AnswerMixed = "Sepa:AnswerMixed";

    /// <summary>An element that matters is missing.</summary>
    public const string AnswerMissing = "Sepa:AnswerMissing";

    /// <summary>An element stands behind those that it governs.</summary>
    public const string AnswerOrder = "Sepa:AnswerOrder";

    /// <summary>A value is not of the kind its element has: amount, date or indicator.</summary>
    public const string AnswerValue = "Sepa:AnswerValue";

    /// <summary>A value is longer than its element may be.</summary>
    public const string AnswerValueLength = "Sepa:AnswerValueLength";

    /// <summary>The very same bank answer was imported before.</summary>
    public const string AnswerTwice = "Sepa:AnswerTwice";

    /// <summary>The item waits no longer: it has its collection, or was set aside.</summary>
    public const string AnswerItemHandled = "Sepa:AnswerItemHandled";

    /// <summary>The item speaks of a whole message or block: it can only be set aside.</summary>
    public const string AnswerItemOfMany = "Sepa:AnswerItemOfMany";

    /// <summary>No issued collection has this end-to-end reference.</summary>
    public const string OrderNotIssued = "Sepa:OrderNotIssued";

    /// <summary>Only what was rejected, returned or refunded is collected again.</summary>
    public const string OrderNotFailed = "Sepa:OrderNotFailed";

    /// <summary>The collection was collected again already.</summary>
    public const string TriedAgain = "Sepa:TriedAgain";
}
