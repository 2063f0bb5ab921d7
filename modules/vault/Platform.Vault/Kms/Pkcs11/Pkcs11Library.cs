using System.Runtime.InteropServices;

namespace Platform.Vault;

/// <summary>
/// The functions of a PKCS#11 v2.40 library on 64-bit Unix, where CK_ULONG has the size of a pointer and structures are not packed.
/// Loaded once a process and never unloaded: other users of the same library would lose their sessions.
/// </summary>
internal sealed unsafe class Pkcs11Library
{
    private static readonly Lock Loading = new();
    private static readonly Dictionary<string, Pkcs11Library> Loaded = [];

    // CK_FUNCTION_LIST: a version of two bytes, padded, then the functions in the order of the standard.
    private readonly void** _functions;

    private Pkcs11Library(void* list) => _functions = (void**)((byte*)list + sizeof(nuint));

    public delegate* unmanaged[Cdecl]<Pkcs11InitializeArguments*, nuint> Initialize =>
        (delegate* unmanaged[Cdecl]<Pkcs11InitializeArguments*, nuint>)_functions[0];

    public delegate* unmanaged[Cdecl]<byte, nuint*, nuint*, nuint> GetSlotList =>
        (delegate* unmanaged[Cdecl]<byte, nuint*, nuint*, nuint>)_functions[4];

    public delegate* unmanaged[Cdecl]<nuint, byte*, nuint> GetTokenInfo =>
        (delegate* unmanaged[Cdecl]<nuint, byte*, nuint>)_functions[6];

    public delegate* unmanaged[Cdecl]<nuint, nuint*, nuint*, nuint> GetMechanismList =>
        (delegate* unmanaged[Cdecl]<nuint, nuint*, nuint*, nuint>)_functions[7];

    public delegate* unmanaged[Cdecl]<nuint, nuint, void*, void*, nuint*, nuint> OpenSession =>
        (delegate* unmanaged[Cdecl]<nuint, nuint, void*, void*, nuint*, nuint>)_functions[12];

    public delegate* unmanaged[Cdecl]<nuint, nuint> CloseSession =>
        (delegate* unmanaged[Cdecl]<nuint, nuint>)_functions[13];

    public delegate* unmanaged[Cdecl]<nuint, nuint, byte*, nuint, nuint> Login =>
        (delegate* unmanaged[Cdecl]<nuint, nuint, byte*, nuint, nuint>)_functions[18];

    public delegate* unmanaged[Cdecl]<nuint, Pkcs11Attribute*, nuint, nuint*, nuint> CreateObject =>
        (delegate* unmanaged[Cdecl]<nuint, Pkcs11Attribute*, nuint, nuint*, nuint>)_functions[20];

    public delegate* unmanaged[Cdecl]<nuint, nuint, nuint> DestroyObject =>
        (delegate* unmanaged[Cdecl]<nuint, nuint, nuint>)_functions[22];

    public delegate* unmanaged[Cdecl]<nuint, nuint, Pkcs11Attribute*, nuint, nuint> GetAttributeValue =>
        (delegate* unmanaged[Cdecl]<nuint, nuint, Pkcs11Attribute*, nuint, nuint>)_functions[24];

    public delegate* unmanaged[Cdecl]<nuint, Pkcs11Attribute*, nuint, nuint> FindObjectsInit =>
        (delegate* unmanaged[Cdecl]<nuint, Pkcs11Attribute*, nuint, nuint>)_functions[26];

    public delegate* unmanaged[Cdecl]<nuint, nuint*, nuint, nuint*, nuint> FindObjects =>
        (delegate* unmanaged[Cdecl]<nuint, nuint*, nuint, nuint*, nuint>)_functions[27];

    public delegate* unmanaged[Cdecl]<nuint, nuint> FindObjectsFinal =>
        (delegate* unmanaged[Cdecl]<nuint, nuint>)_functions[28];

    public delegate* unmanaged[Cdecl]<nuint, Pkcs11Mechanism*, nuint, nuint> EncryptInit =>
        (delegate* unmanaged[Cdecl]<nuint, Pkcs11Mechanism*, nuint, nuint>)_functions[29];

    public delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint*, nuint> Encrypt =>
        (delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint*, nuint>)_functions[30];

    public delegate* unmanaged[Cdecl]<nuint, Pkcs11Mechanism*, nuint, nuint> DecryptInit =>
        (delegate* unmanaged[Cdecl]<nuint, Pkcs11Mechanism*, nuint, nuint>)_functions[33];

    public delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint*, nuint> Decrypt =>
        (delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint*, nuint>)_functions[34];

    public delegate* unmanaged[Cdecl]<nuint, Pkcs11Mechanism*, Pkcs11Attribute*, nuint, nuint*, nuint> GenerateKey =>
        (delegate* unmanaged[Cdecl]<nuint, Pkcs11Mechanism*, Pkcs11Attribute*, nuint, nuint*, nuint>)_functions[58];

    public delegate* unmanaged[Cdecl]<nuint, Pkcs11Mechanism*, nuint, nuint, byte*, nuint*, nuint> WrapKey =>
        (delegate* unmanaged[Cdecl]<nuint, Pkcs11Mechanism*, nuint, nuint, byte*, nuint*, nuint>)_functions[60];

    public delegate* unmanaged[Cdecl]<nuint, Pkcs11Mechanism*, nuint, byte*, nuint, Pkcs11Attribute*, nuint, nuint*, nuint> UnwrapKey =>
        (delegate* unmanaged[Cdecl]<nuint, Pkcs11Mechanism*, nuint, byte*, nuint, Pkcs11Attribute*, nuint, nuint*, nuint>)_functions[61];

    /// <summary>Loaded and initialised.</summary>
    /// <exception cref="KmsUnavailableException">Missing, or not a PKCS#11 library.</exception>
    public static Pkcs11Library Open(string path)
    {
        lock (Loading)
        {
            if (!Loaded.TryGetValue(path, out var library)) Loaded[path] = library = Load(path);
            library.InitializeOnce();
            return library;
        }
    }

    private static Pkcs11Library Load(string path)
    {
        try
        {
            var getFunctionList = (delegate* unmanaged[Cdecl]<void**, nuint>)NativeLibrary.GetExport(
                NativeLibrary.Load(path), "C_GetFunctionList");
            void* list;
            Pkcs11Exception.ThrowIfFailed(getFunctionList(&list), "C_GetFunctionList");
            return new Pkcs11Library(list);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw new KmsUnavailableException($"{path} cannot be loaded as a PKCS#11 library.", exception);
        }
    }

    private void InitializeOnce()
    {
        var arguments = new Pkcs11InitializeArguments { Flags = Pkcs11InitializeArguments.LockingByOperatingSystem };
        var result = Initialize(&arguments);
        if (result != Pkcs11Result.AlreadyInitialized) Pkcs11Exception.ThrowIfFailed(result, "C_Initialize");
    }
}
