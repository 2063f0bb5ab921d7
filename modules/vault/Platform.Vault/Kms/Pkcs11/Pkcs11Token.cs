using System.Text;

namespace Platform.Vault;

/// <summary>A token in a slot, found by its label.</summary>
internal sealed unsafe class Pkcs11Token(Pkcs11Library library, nuint slot)
{
    private const int LabelLength = 32;
    private const int FlagsOffset = 96;
    private const nuint InitializedFlag = 0x400;
    private const nuint SerialSession = 4;
    private const nuint ReadWriteSession = 2;
    private const nuint User = 1;

    public nuint Slot { get; } = slot;

    /// <exception cref="KmsUnavailableException">No such token, or no label and more than one.</exception>
    public static Pkcs11Token Find(Pkcs11Library library, string label)
    {
        var found = Slots(library).Where(slot => IsMatch(library, slot, label)).ToList();
        return found.Count == 1
            ? new Pkcs11Token(library, found[0])
            : throw new KmsUnavailableException($"{found.Count} tokens match the label '{label}', one is expected.");
    }

    public bool Supports(nuint mechanism)
    {
        nuint count;
        Pkcs11Exception.ThrowIfFailed(library.GetMechanismList(Slot, null, &count), "C_GetMechanismList");
        var mechanisms = new nuint[count];
        fixed (nuint* first = mechanisms)
            Pkcs11Exception.ThrowIfFailed(library.GetMechanismList(Slot, first, &count), "C_GetMechanismList");
        return mechanisms.AsSpan(0, (int)count).Contains(mechanism);
    }

    public Pkcs11Session Open(SecretBuffer pin)
    {
        nuint handle;
        Pkcs11Exception.ThrowIfFailed(library.OpenSession(Slot, SerialSession | ReadWriteSession, null, null, &handle), "C_OpenSession");
        var session = new Pkcs11Session(library, handle);
        try
        {
            Login(handle, pin);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void Login(nuint session, SecretBuffer pin)
    {
        fixed (byte* first = pin.Span)
        {
            var result = library.Login(session, User, first, (nuint)pin.Length);
            if (result != Pkcs11Result.UserAlreadyLoggedIn) Pkcs11Exception.ThrowIfFailed(result, "C_Login");
        }
    }

    private static nuint[] Slots(Pkcs11Library library)
    {
        nuint count;
        Pkcs11Exception.ThrowIfFailed(library.GetSlotList(1, null, &count), "C_GetSlotList");
        var slots = new nuint[count];
        fixed (nuint* first = slots) Pkcs11Exception.ThrowIfFailed(library.GetSlotList(1, first, &count), "C_GetSlotList");
        return slots[..(int)count];
    }

    // CK_TOKEN_INFO: the label, padded with blanks, comes first; the flags follow manufacturer, model and serial number.
    private static bool IsMatch(Pkcs11Library library, nuint slot, string label)
    {
        var info = stackalloc byte[256];
        if (library.GetTokenInfo(slot, info) != Pkcs11Result.Ok) return false;
        if ((*(nuint*)(info + FlagsOffset) & InitializedFlag) == 0) return false;
        return label.Length == 0 || Encoding.UTF8.GetString(info, LabelLength).TrimEnd(' ') == label;
    }
}
