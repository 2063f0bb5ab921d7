using System.Runtime.InteropServices;

namespace Platform.Vault;

/// <summary>CK_C_INITIALIZE_ARGS.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Pkcs11InitializeArguments
{
    public const nuint LockingByOperatingSystem = 2;

    public void* CreateMutex;
    public void* DestroyMutex;
    public void* LockMutex;
    public void* UnlockMutex;
    public nuint Flags;
    public void* Reserved;
}
