namespace Platform.Vault;

/// <summary>The sizes that the contract of <see cref="IKeyManagementService"/> allows.</summary>
internal static class KmsArguments
{
    public static void Check(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> context)
    {
        if (key.Length is < 16 or > 64) throw new ArgumentOutOfRangeException(nameof(key), key.Length, "A key has 16 to 64 bytes.");
        Check(context);
    }

    public static void Check(ReadOnlyMemory<byte> context)
    {
        if (context.Length is < 1 or > 256)
            throw new ArgumentOutOfRangeException(nameof(context), context.Length, "A context has 1 to 256 bytes.");
    }
}
