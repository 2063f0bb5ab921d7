namespace Platform.Sepa;

/// <summary>The rules of one kind of orders.</summary>
internal sealed record RuleSet(IReadOnlyList<IOrderRule> OfOrders, IReadOnlyList<IHistoryRule> OfHistory)
{
    public IEnumerable<IRule> All => OfOrders.Concat<IRule>(OfHistory);
}

/// <summary>Every rule, the only list there is.</summary>
internal static class OrderRules
{
    public static RuleSet Collections { get; } = new(
        [
            new IbanRule(), new SepaReachRule(), new BicRequiredRule(), new BicFormatRule(), new AddressOutsideEeaRule(SepaErrorCodes.DebtorAddressMissing),
            new AddressCompleteRule(), new MandateActiveRule(), new MandateSchemeRule(), new MandateCreditorRule(), new MandateLapsedRule(),
            new MandateSignedRule(), new SequenceTypeRule(), new AmountRule(), new NameLengthRule(SepaErrorCodes.DebtorNameLength),
            new NameCharactersRule(SepaErrorCodes.DebtorNameCharacters), new RemittanceInformationLengthRule(),
            new RemittanceInformationCharactersRule(), new TargetDayRule(SepaErrorCodes.CollectionDateClosed),
            new CutOffRule(SepaErrorCodes.CollectionDateTooEarly), new FarDateRule(SepaErrorCodes.CollectionDateFar),
            new PreNotificationRule(),
        ],
        [new MandateUsedRule(), new DuplicateOrderRule(), new InvoiceCollectedRule(), new UnusualAmountRule()]);

    /// <summary>Instant transfers are executed on any day of the calendar.</summary>
    public static RuleSet InstantTransfers { get; } = new(
        [
            new IbanRule(), new SepaReachRule(), new BicRequiredRule(), new BicFormatRule(), new AddressOutsideEeaRule(SepaErrorCodes.CreditorAddressMissing),
            new AddressCompleteRule(), new AmountRule(), new NameLengthRule(SepaErrorCodes.CreditorNameLength),
            new NameCharactersRule(SepaErrorCodes.CreditorNameCharacters), new RemittanceInformationLengthRule(),
            new RemittanceInformationCharactersRule(), new CutOffRule(SepaErrorCodes.TransferDateTooEarly), new FarDateRule(SepaErrorCodes.TransferDateFar),
        ],
        [new SameTransferRule(), new InvoicePaidRule(), new FirstPaymentRule(), new OtherIbanRule(), new UnusualTransferRule(),
            new PayeeNoMatchRule(), new PayeeCloseMatchRule(), new PayeeUnverifiedRule()]);

    public static RuleSet Transfers { get; } =
        InstantTransfers with { OfOrders = [.. InstantTransfers.OfOrders, new TargetDayRule(SepaErrorCodes.TransferDateClosed)] };

    /// <summary>Whatever else the file says was checked when it was collected.</summary>
    public static RuleSet Reversals { get; } = new(
        [new ReversalTooEarlyRule(), new ReversalTooLateRule(), new OriginalFailedRule(), new OriginalUnansweredRule(), new ReversalAmountRule()],
        [new AlreadyReversedRule()]);

    private static readonly Dictionary<string, string> Sources =
        Collections.All.Concat(Transfers.All).Concat(Reversals.All).DistinctBy(r => r.Code).ToDictionary(r => r.Code, r => r.Source);

    public static string SourceOf(string code) => Sources[code];
}
