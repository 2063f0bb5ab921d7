namespace Platform.Sepa;

/// <summary>Message that a bank answers with.</summary>
public enum BankAnswerKind
{
    /// <summary>pain.002: what became of a message, its blocks and its orders.</summary>
    StatusReport,

    /// <summary>camt.053: a day's bookings.</summary>
    Statement,

    /// <summary>camt.054: single bookings, among them returns.</summary>
    Notification,
}
