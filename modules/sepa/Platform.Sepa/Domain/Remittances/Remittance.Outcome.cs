namespace Platform.Sepa;

internal sealed partial class Remittance
{
    /// <summary>Null while the bank has said nothing.</summary>
    public RemittanceOutcome? Outcome { get; private set; }

    /// <summary>Kept from what the bank said of the orders, whatever came first.</summary>
    /// <param name="states">Orders by state; those without one are left out.</param>
    public void Answered(IReadOnlyDictionary<BankState, int> states) => Outcome = OutcomeOf(states, Count);

    public static RemittanceOutcome? OutcomeOf(IReadOnlyDictionary<BankState, int> states, int count)
    {
        var answered = states.Values.Sum();
        var (rejected, accepted) = (CountOf(states, BankState.Rejected), CountOf(states, BankState.Accepted));
        return answered switch
        {
            0 => null,
            _ when rejected == count => RemittanceOutcome.Rejected,
            _ when answered < count => RemittanceOutcome.PartlyAccepted,
            _ when accepted == 0 => RemittanceOutcome.Settled,
            _ when rejected > 0 => RemittanceOutcome.PartlyAccepted,
            _ => RemittanceOutcome.Accepted,
        };
    }

    private static int CountOf(IReadOnlyDictionary<BankState, int> states, BankState state) => states.GetValueOrDefault(state);
}
