using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>A card that a module adds to a company's dashboard. Found by the scanner.</summary>
public interface IDashboardWidget : ISingletonDependency
{
    /// <summary>Name of the view component that renders the card, without its suffix.</summary>
    string ViewComponent { get; }

    /// <summary>Ascending; tasks to do below 100, figures from 100.</summary>
    int Order { get; }

    /// <summary>Needed to see the card.</summary>
    string Permission { get; }
}
