namespace Platform.Sepa.Web;

internal enum CollectionChoice
{
    All,
    Import,
    Until,
}

/// <summary>The form. Its id is made with it, so posting it twice makes one remittance.</summary>
internal sealed class NewRemittanceInput
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid CreditorAccountId { get; set; }

    public PaymentScheme Scheme { get; set; }

    public CollectionChoice Choice { get; set; }

    public Guid? ImportBatchId { get; set; }

    public DateOnly? RequestedUntil { get; set; }

    public string? Title { get; set; }

    /// <summary>Null while the choice lacks its import or its day.</summary>
    public OrderSelectionDto? Selection() => Choice switch
    {
        CollectionChoice.Import => ImportBatchId is null ? null : new OrderSelectionDto(ImportBatchId),
        CollectionChoice.Until => RequestedUntil is null ? null : new OrderSelectionDto(RequestedUntil: RequestedUntil),
        _ => new OrderSelectionDto(),
    };
}
