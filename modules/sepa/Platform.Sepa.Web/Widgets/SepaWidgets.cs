using Platform.AspNetCore;

namespace Platform.Sepa.Web;

internal sealed class ToApproveWidget : IDashboardWidget
{
    public string ViewComponent => "SepaToApprove";

    public int Order => 10;

    public string Permission => SepaPermissions.Remittances.Approve;
}

internal sealed class UnfinishedImportsWidget : IDashboardWidget
{
    public string ViewComponent => "SepaUnfinishedImports";

    public int Order => 20;

    public string Permission => SepaPermissions.Imports.Default;
}

internal sealed class WaitingCollectionsWidget : IDashboardWidget
{
    public string ViewComponent => "SepaWaitingCollections";

    public int Order => 110;

    public string Permission => SepaPermissions.Remittances.Default;
}

internal sealed class LastRemittancesWidget : IDashboardWidget
{
    public string ViewComponent => "SepaLastRemittances";

    public int Order => 120;

    public string Permission => SepaPermissions.Remittances.Default;
}
