namespace Platform.Vault;

/// <summary>Section <c>Vault:Pkcs11</c>.</summary>
internal sealed class Pkcs11Options
{
    /// <summary>The module's library as its vendor installs it.</summary>
    public string Library { get; set; } = "/usr/lib/softhsm/libsofthsm2.so";

    /// <summary>Label of the token; empty where there is only one.</summary>
    public string TokenLabel { get; set; } = "";

    /// <summary>File with the user's PIN, or <c>credential:NAME</c>.</summary>
    public string PinFile { get; set; } = "";

    /// <summary>The keys are labelled with this and their version: "platform-vault-1".</summary>
    public string KeyLabel { get; set; } = "platform-vault";

    /// <summary>For tokens that offer AES-GCM but insist on an IV of their own: new keys wrap with AES key wrap instead.</summary>
    public bool KeyWrapOnly { get; set; }
}
