using System.Globalization;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>How long links last by the settings of the current company, which must be known with its group.</summary>
internal sealed class LinkDurations(ISettingProvider settings) : IScopedDependency
{
    /// <summary>Null where no setting bounds the kind.</summary>
    public async Task<TimeSpan?> MostAsync(LinkKindDefinition kind, CancellationToken cancellationToken) =>
        kind.DaysSetting is { } name ? TimeSpan.FromDays((await settings.GetAsync(name, cancellationToken)).AsInt64()) : null;

    public async Task<LinkTerms> TermsAsync(LinkKindDefinition kind, CancellationToken cancellationToken)
    {
        var most = await MostAsync(kind, cancellationToken) ?? kind.Lasts!.Value;
        return new LinkTerms(kind.Lasts is { } lasts && lasts < most ? lasts : most, most);
    }

    /// <exception cref="BusinessException">Identity:LinkTooLong.</exception>
    public async Task<TimeSpan> ChooseAsync(LinkKindDefinition kind, TimeSpan? wish, CancellationToken cancellationToken)
    {
        var terms = await TermsAsync(kind, cancellationToken);
        if (wish is not { } lasts)
            return terms.Default;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lasts, TimeSpan.Zero, nameof(wish));
        return lasts <= terms.Most
            ? lasts
            : throw new BusinessException(IdentityErrorCodes.LinkTooLong).WithData("value", terms.Most.TotalDays.ToString("0.##", CultureInfo.CurrentCulture));
    }
}
