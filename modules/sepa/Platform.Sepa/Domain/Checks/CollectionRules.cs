namespace Platform.Sepa;

/// <summary>Every rule, the only list there is.</summary>
internal static class CollectionRules
{
    public static IReadOnlyList<IOrderRule> OfOrders { get; } =
    [
        new IbanRule(), new SepaReachRule(), new BicRequiredRule(), new BicFormatRule(), new AddressOutsideEeaRule(), new AddressCompleteRule(),
        new MandateActiveRule(), new MandateSchemeRule(), new MandateCreditorRule(), new MandateLapsedRule(), new MandateSignedRule(),
        new SequenceTypeRule(), new AmountRule(), new DebtorNameLengthRule(), new DebtorNameCharactersRule(),
        new RemittanceInformationLengthRule(), new RemittanceInformationCharactersRule(), new TargetDayRule(), new CutOffRule(), new FarDateRule(),
        new PreNotificationRule(),
    ];

    public static IReadOnlyList<IHistoryRule> OfHistory { get; } =
        [new MandateUsedRule(), new DuplicateOrderRule(), new InvoiceCollectedRule(), new UnusualAmountRule()];

    public static string SourceOf(string code) => Sources[code];

    private static readonly Dictionary<string, string> Sources =
        OfOrders.Concat<ICollectionRule>(OfHistory).ToDictionary(r => r.Code, r => r.Source);
}
