namespace Platform.Sepa;

internal sealed record DemonstrationCompany(SaveCreditorAccountDto Account, string RemittanceTitle, IReadOnlyList<DemonstrationOrder> Orders, IReadOnlyList<CreateTransferDto> Transfers);

internal sealed record DemonstrationOrder(SaveMandateDto Mandate, decimal Amount, string Invoice);

/// <summary>Made-up accounts and customers of the demonstration companies; check digits are computed, not copied.</summary>
internal static class DemonstrationData
{
    public static IReadOnlyDictionary<string, DemonstrationCompany> Companies { get; } = new Dictionary<string, DemonstrationCompany>
    {
        ["lefevre"] = new(Lefevre(), "Abonnements de rentrée", [.. LefevreOrders()], [.. LefevreTransfers()]),
        ["nova"] = new(Nova(), "Ateliers d'automne", [.. NovaOrders()], []),
    };

    private static SaveCreditorAccountDto Lefevre() => new(
        "Compte principal", Iban.Create("FR", "30004008280001190417352").Value, "BNPAFRPP", "BNP Paribas", "Boulangerie Lefèvre SARL",
        CreditorIdentifier.Create("FR", "ZZZ", "904173").Value, new AddressDto("Rue de la République", "18", "69002", "Lyon", "FR"),
        new BankProfileDto(), SecondApprovalAbove: 50_000m);

    private static SaveCreditorAccountDto Nova() => new(
        "Compte à vue", Iban.Create("BE", "363076418351").Value, "BBRUBEBB", "ING Belgique", "Atelier Nova SRL",
        CreditorIdentifier.Create("BE", "ZZZ", "0764183519").Value, new AddressDto("Rue Antoine Dansaert", "64", "1000", "Bruxelles", "BE"),
        new BankProfileDto(Pain008Version.V02, UsesFrst: true, TimeZone: "Europe/Brussels"));

    private static IEnumerable<DemonstrationOrder> LefevreOrders()
    {
        yield return Order("LEF-2025-01", "Café des Jacobins", "FR", "30002005710000118204561", "CRLYFRPP", ("Place des Jacobins", "4", "69002", "Lyon"), 412.60m, "FA-09101");
        yield return Order("LEF-2025-02", "École Saint-Exupéry", "FR", "30004008280004472011903", "BNPAFRPP", ("Rue Boileau", "31", "69006", "Lyon"), 268.90m, "FA-09102");
        yield return Order("LEF-2025-03", "Restaurant Le Bouchon", "FR", "16958000010209837451266", "QNTOFRP1", ("Rue Mercière", "12", "69002", "Lyon"), 735.20m, "FA-09103");
        yield return Order("LEF-2025-04", "Hélène Garnier", "FR", "20041010050620114903755", "PSSTFRPP", ("Quai Perrache", "7", "69002", "Lyon"), 48.30m, "FA-09104");
        yield return Order("LEF-2025-05", "Marc Dubreuil", "FR", "30003012340007730214881", "SOGEFRPP", ("Cours Vitton", "88", "69006", "Lyon"), 36.75m, "FA-09105");
    }

    private static IEnumerable<CreateTransferDto> LefevreTransfers()
    {
        yield return new CreateTransferDto(
            "Moulins de la Saône", Iban.Create("FR", "10278073000002064150382").Value, 1_284.00m, InvoiceNumber: "MS-26-1187", RemittanceInformation: "Farine T65, novembre");
        yield return new CreateTransferDto(
            "Crèmerie des Monts d'Or", Iban.Create("FR", "16958000010011882095413").Value, 318.45m, InvoiceNumber: "CMO-5521", RemittanceInformation: "Beurre et crème, semaine 47");
    }

    private static IEnumerable<DemonstrationOrder> NovaOrders()
    {
        yield return Order("NOVA-0001", "Galerie Meurice", "BE", "734120076533", "KREDBEBB", ("Rue de Flandre", "45", "1000", "Bruxelles"), 190.00m, "N-2026-041");
        yield return Order("NOVA-0002", "Sofie Vermeulen", "BE", "063051174208", "GKCCBEBB", ("Lakensestraat", "102", "1000", "Brussel"), 65.50m, "N-2026-042");
        yield return Order("NOVA-0003", "Théâtre du Canal", "BE", "363118420971", "BBRUBEBB", ("Quai au Foin", "9", "1000", "Bruxelles"), 520.00m, "N-2026-043");
    }

    private static DemonstrationOrder Order(
        string reference, string debtor, string country, string bban, string bic, (string Street, string Number, string Code, string Town) address, decimal amount, string invoice) => new(
        new SaveMandateDto(
            reference, null, SddScheme.Core, MandateType.Recurrent, new DateOnly(2025, 9, 1), debtor, Iban.Create(country, bban).Value, bic,
            new AddressDto(address.Street, address.Number, address.Code, address.Town, country)),
        amount, invoice);
}
