using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>Read; edit after a fresh proof; look at whom the changes concern; save. The same at every place.</summary>
internal abstract class SecuritySettingsPageModel(ISecuritySettingsAppService settings, IFreshProof proof, IStringLocalizer<IdentityResource> texts) : PlatformPageModel
{
    [BindProperty]
    public List<SettingInput> Values { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public bool Edit { get; set; }

    public IReadOnlyList<SecuritySettingDto> Settings { get; private set; } = [];

    /// <summary>Not null: the changes wait for their confirmation.</summary>
    public IReadOnlyList<SettingImpactDto>? Impacts { get; private set; }

    public bool CanChange { get; protected set; } = true;

    public abstract SettingPlace Place { get; }

    protected abstract string Path { get; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (Edit)
            await proof.RequireAsync(cancellationToken);
        await OnReloadAsync();
        return Page();
    });

    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        Edit = true;
        await OnReloadAsync();
        if (Changes().Count == 0)
            return LocalRedirect(Path);
        Impacts = await settings.PreviewAsync(Place, Changes(), cancellationToken);
        return Page();
    });

    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        Edit = true;
        await OnReloadAsync();
        await settings.SetAsync(Place, Changes(), cancellationToken);
        Notify(texts["Saved"]);
        return LocalRedirect(Path);
    });

    public string TextOf(SecuritySettingDto setting, string? value) => value switch
    {
        null => "",
        "true" => texts["Yes"],
        "false" => texts["No"],
        "0" when setting.Name == IdentitySettings.PasswordChangeDays => texts["Never"],
        _ => value,
    };

    public string? Typed(SecuritySettingDto setting) => Values.Find(v => v.Name == setting.Name) is { } typed ? typed.Value : setting.Own;

    protected override async Task OnReloadAsync() => Settings = await settings.GetAsync(Place, HttpContext.RequestAborted);

    private Dictionary<string, string?> Changes() => Values
        .Select(v => (v.Name, Value: string.IsNullOrWhiteSpace(v.Value) ? null : v.Value.Trim()))
        .Where(v => v.Name is not null && Settings.FirstOrDefault(s => s.Name == v.Name)?.Own != v.Value)
        .DistinctBy(v => v.Name)
        .ToDictionary(v => v.Name!, v => v.Value, StringComparer.Ordinal);
}

internal sealed class SettingInput
{
    public string? Name { get; set; }

    public string? Value { get; set; }
}
