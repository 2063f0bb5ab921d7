using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>Base of the module's dashboard cards.</summary>
public abstract class SepaWidgetViewComponent(ICurrentTenant tenant) : ViewComponent
{
    /// <summary>A link below the current company's root.</summary>
    protected string Link(string path) => Url.Content($"~/t/{tenant.Tenant!.Slug}/{path}");

    /// <summary>The card of this name, or nothing where there is nothing to tell.</summary>
    private protected IViewComponentResult Card<T>(string name, T? card) where T : class =>
        card is null ? Content("") : View($"~/Pages/Sepa/Widgets/{name}.cshtml", card);
}

/// <summary>A card of one number.</summary>
/// <param name="Count">How many.</param>
/// <param name="Total">Euro.</param>
/// <param name="Url">The list behind it.</param>
internal sealed record WidgetFigure(long Count, decimal Total, string Url);

/// <summary>A card of the last remittances.</summary>
/// <param name="Remittances">Newest first.</param>
/// <param name="UrlOf">Link to one.</param>
/// <param name="Url">The list.</param>
internal sealed record LastRemittancesCard(IReadOnlyList<RemittanceListDto> Remittances, Func<Guid, string> UrlOf, string Url);
