using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Notary;

/// <summary>One deed; its office takes it on from here.</summary>
[Authorize(NotaryPermissions.Deeds.Default)]
internal sealed class DeedPageModel(DeedAppService deeds, IStringLocalizer<NotaryResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Day of signing.</summary>
    [BindProperty]
    public DateOnly? Day { get; set; }

    public DeedDto Deed { get; private set; } = null!;

    public bool MayPrepare { get; private set; }

    public async Task OnGetAsync()
    {
        await OnReloadAsync();
        Day = Deed.SigningDay;
    }

    public Task<IActionResult> OnPostAppointmentAsync(CancellationToken cancellationToken) =>
        ActAsync(() => deeds.SetAppointmentAsync(Id, new AppointmentDto(Day), cancellationToken));

    public Task<IActionResult> OnPostSignAsync(CancellationToken cancellationToken) => ActAsync(() => deeds.SignAsync(Id, cancellationToken));

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) => ActAsync(() => deeds.CloseAsync(Id, cancellationToken));

    protected override async Task OnReloadAsync()
    {
        Deed = await deeds.GetAsync(Id, HttpContext.RequestAborted);
        MayPrepare = await deeds.MayPrepareAsync(HttpContext.RequestAborted);
    }

    private Task<IActionResult> ActAsync(Func<Task<DeedDto>> act) => TryAsync(async () =>
    {
        var deed = await act();
        Notify(texts["Deeds:IsNow", deed.Reference, texts[$"DeedState:{deed.State}"]]);
        return LocalRedirect(this.Link($"notary/{Id}"));
    });
}
