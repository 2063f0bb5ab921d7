using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Accounting.Web;

/// <summary>Pages, API and menu of the Accounting module.</summary>
public sealed class AccountingWebModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        AccountantEndpoints.Map(endpoints);
        BookingEndpoints.Map(endpoints);
        ConnectorEndpoints.Map(endpoints);
        DocumentEndpoints.Map(endpoints);
        DocumentUploadEndpoints.Map(endpoints);
        EInvoiceEndpoints.Map(endpoints);
        HandoffEndpoints.Map(endpoints);
        InboxAddressEndpoints.Map(endpoints);
        WorkEndpoints.Map(endpoints);
    }
}
