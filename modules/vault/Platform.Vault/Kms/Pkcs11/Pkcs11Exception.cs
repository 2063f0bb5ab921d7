namespace Platform.Vault;

/// <summary>A function of the token's library failed.</summary>
internal sealed class Pkcs11Exception(string function, nuint result) : Exception($"{function} answered 0x{result:X}")
{
    public nuint Result { get; } = result;

    public static void ThrowIfFailed(nuint result, string function)
    {
        if (result != Pkcs11Result.Ok) throw new Pkcs11Exception(function, result);
    }
}
