namespace Platform.Accounting;

/// <content>Of the inbox's e-mail address.</content>
public static partial class AccountingErrorCodes
{
    /// <summary>This installation receives no mail.</summary>
    public const string MailInUnavailable = "Accounting:MailInUnavailable";

    /// <summary>Neither an e-mail address nor a domain.</summary>
    public const string SenderFormat = "Accounting:SenderFormat";

    /// <summary>More than 100 senders.</summary>
    public const string SendersMany = "Accounting:SendersMany";
}
