using Microsoft.EntityFrameworkCore;

namespace Platform.Sepa;

internal sealed class TransferOrders(SepaDbContext db) : IRemittanceOrders
{
    public bool Serve(PaymentScheme scheme) => scheme.IsTransfer();

    public RuleSet Rules(PaymentScheme scheme) => scheme == PaymentScheme.SctInst ? OrderRules.InstantTransfers : OrderRules.Transfers;

    /// <summary>Any account of the company may pay any transfer.</summary>
    public IQueryable<PaymentOrder> Waiting(CreditorAccount account, PaymentScheme scheme) =>
        db.Orders.Where(o => o.Kind == OrderKind.Transfer && o.Status == OrderStatus.Waiting);

    public Task PrepareAsync(Remittance remittance, CreditorAccount account, DateOnly earliest, CancellationToken cancellationToken) =>
        db.Transfers.Where(t => t.RemittanceId == remittance.Id && t.Status == OrderStatus.InRemittance)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.ExecutionDate, t => t.RequestedOn ?? earliest), cancellationToken);

    public IQueryable<OrderFacts> Facts(Guid remittanceId, Guid after) =>
        from t in db.Transfers.AsNoTracking()
        where t.RemittanceId == remittanceId && t.Id > after
        orderby t.Id
        select new OrderFacts
        {
            Id = t.Id,
            AmountCents = t.AmountCents,
            ExecutionDate = t.ExecutionDate!.Value,
            RemittanceInformation = t.RemittanceInformation,
            PartyName = t.PartyName!,
            PartyIban = t.PartyIban!,
            PartyBic = t.PartyBic,
            PartyAddress = new PostalAddress
            {
                Street = t.Street,
                BuildingNumber = t.BuildingNumber,
                PostalCode = t.PostalCode,
                Town = t.Town,
                Country = t.Country,
                Line1 = t.AddressLine1,
                Line2 = t.AddressLine2,
            },
        };

    public Task RequireCurrentAsync(Remittance remittance, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task IssuedAsync(Guid remittanceId, CreditorAccount account, CancellationToken cancellationToken) => Task.CompletedTask;

    public string Version(CreditorAccount account) => $"{account.TransferVersion}";

    public Task WriteAsync(Stream output, BankFile file, CancellationToken cancellationToken) => new TransferFile(db, file).WriteAsync(output, cancellationToken);
}
