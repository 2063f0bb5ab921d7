using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

/// <summary>Pages and API of mandates, imports, collections, remittances and creditor accounts.</summary>
public sealed class SepaWebModule : PlatformWebModule
{
    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        CreditorAccountEndpoints.Map(endpoints);
        MandateEndpoints.Map(endpoints);
        MandateDocumentEndpoints.Map(endpoints);
        ImportEndpoints.Map(endpoints);
        CashEndpoints.Map(endpoints);
        CollectionEndpoints.Map(endpoints);
        TransferEndpoints.Map(endpoints);
        ReversalEndpoints.Map(endpoints);
        RemittanceEndpoints.Map(endpoints);
        RemittanceSignatureEndpoints.Map(endpoints);
        RemittanceHandOverEndpoints.Map(endpoints);
        PayeeVerificationEndpoints.Map(endpoints);
        PreNotificationEndpoints.Map(endpoints);
        RemittanceNoteEndpoints.Map(endpoints);
        BankAnswerEndpoints.Map(endpoints);
        BankAnswerSettingsEndpoints.Map(endpoints);
    }
}
