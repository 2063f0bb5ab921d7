namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-11")]
public sealed class Outcome_Tests
{
    [Theory]
    [InlineData(null, 0, 0, 0, 0)]
    [InlineData(RemittanceOutcome.Accepted, 3, 0, 0, 0)]
    [InlineData(RemittanceOutcome.Accepted, 1, 2, 0, 0)]
    [InlineData(RemittanceOutcome.PartlyAccepted, 2, 0, 0, 0)]
    [InlineData(RemittanceOutcome.PartlyAccepted, 2, 0, 1, 0)]
    [InlineData(RemittanceOutcome.PartlyAccepted, 0, 0, 2, 0)]
    [InlineData(RemittanceOutcome.Rejected, 0, 0, 3, 0)]
    [InlineData(RemittanceOutcome.Settled, 0, 3, 0, 0)]
    [InlineData(RemittanceOutcome.Settled, 0, 1, 1, 1)]
    public void OutcomeOf_ThreeOrders_IsWhatAllOfThemSay(RemittanceOutcome? expected, int accepted, int settled, int rejected, int returned)
    {
        var states = new Dictionary<BankState, int>
        {
            [BankState.Accepted] = accepted,
            [BankState.Settled] = settled,
            [BankState.Rejected] = rejected,
            [BankState.Returned] = returned,
        };

        Remittance.OutcomeOf(states, 3).ShouldBe(expected);
    }
}
