using Platform.AspNetCore;

namespace Platform.Sepa.Web;

/// <summary>What somebody has to do.</summary>
internal sealed class SepaTasksWidget : IDashboardWidget
{
    public string ViewComponent => "SepaTasks";

    public int Order => 10;

    public string Permission => SepaPermissions.Remittances.Default;
}

/// <summary>Orders that no remittance holds yet.</summary>
internal sealed class SepaWaitingWidget : IDashboardWidget
{
    public string ViewComponent => "SepaWaiting";

    public int Order => 100;

    public string Permission => SepaPermissions.Remittances.Default;
}

/// <summary>Money of the next weeks.</summary>
internal sealed class SepaCashWidget : IDashboardWidget
{
    public string ViewComponent => "SepaCash";

    public int Order => 102;

    public string Permission => SepaPermissions.Remittances.Default;
}

/// <summary>Failed direct debits of the last weeks.</summary>
internal sealed class SepaFailuresWidget : IDashboardWidget
{
    public string ViewComponent => "SepaFailures";

    public int Order => 104;

    public string Permission => SepaPermissions.Remittances.Default;
}

/// <summary>The newest remittances.</summary>
internal sealed class SepaRecentWidget : IDashboardWidget
{
    public string ViewComponent => "SepaRecent";

    public int Order => 110;

    public string Permission => SepaPermissions.Remittances.Default;
}
