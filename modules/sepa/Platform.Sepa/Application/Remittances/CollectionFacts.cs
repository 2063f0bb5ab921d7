using Microsoft.EntityFrameworkCore;

namespace Platform.Sepa;

/// <summary>Collections of a remittance with the present state of their mandates.</summary>
internal static class CollectionFacts
{
    public static IQueryable<OrderFacts> Of(SepaDbContext db, Guid remittanceId, Guid after) =>
        from c in db.Collections.AsNoTracking()
        where c.RemittanceId == remittanceId && c.Id > after
        join m in db.Mandates.AsNoTracking() on c.MandateId equals m.Id
        orderby c.Id
        select new OrderFacts
        {
            Id = c.Id,
            AmountCents = c.AmountCents,
            ExecutionDate = c.ExecutionDate!.Value,
            SequenceType = c.SequenceType,
            RemittanceInformation = c.RemittanceInformation,
            PartyName = c.PartyName!,
            PartyIban = c.PartyIban!,
            PartyBic = c.PartyBic,
            PartyAddress = new PostalAddress
            {
                Street = c.Street,
                BuildingNumber = c.BuildingNumber,
                PostalCode = c.PostalCode,
                Town = c.Town,
                Country = c.Country,
                Line1 = c.AddressLine1,
                Line2 = c.AddressLine2,
            },
            Mandate = new MandateFacts
            {
                Reference = c.MandateReference!,
                CreditorKey = m.CreditorKey,
                Status = m.Status,
                Type = m.Type,
                Scheme = m.Scheme,
                SignedOn = m.SignedOn,
                LastCollectedOn = m.LastCollectedOn,
            },
        };
}
