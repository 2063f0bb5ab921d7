using Microsoft.Playwright;

namespace Platform.EndToEnd.Tests;

/// <summary>The authenticator of the person's device, with a fingerprint reader, as Chromium simulates it.</summary>
internal sealed class Device
{
    private readonly ICDPSession _session;
    private readonly string _id;

    private Device(ICDPSession session, string id) => (_session, _id) = (session, id);

    public static async Task<Device> AttachAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var made = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new Device(session, made!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>The person shows no finger, or the wrong one.</summary>
    public Task WithholdAsync(bool withhold) => _session.SendAsync(
        "WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = _id, ["isUserVerified"] = !withhold });
}
