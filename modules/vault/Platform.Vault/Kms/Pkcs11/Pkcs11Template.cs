using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Platform.Vault;

/// <summary>Attributes of an object. The values, keys among them, are pinned and overwritten on disposal.</summary>
internal sealed unsafe class Pkcs11Template : IDisposable
{
    private const int MaximumCount = 16;
    private const int MaximumLength = 8192;

    private readonly SecretBuffer _values = new(MaximumLength);
    private readonly Pkcs11Attribute[] _attributes = GC.AllocateArray<Pkcs11Attribute>(MaximumCount, pinned: true);
    private int _count;
    private int _length;

    public nuint Count => (nuint)_count;

    public Pkcs11Attribute* Pointer =>
        (Pkcs11Attribute*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_attributes));

    public static Pkcs11Template SecretKey(nuint keyType, bool token) => new Pkcs11Template()
        .Add(Pkcs11Attribute.Class, Pkcs11Attribute.SecretKeyClass)
        .Add(Pkcs11Attribute.KeyType, keyType)
        .Add(Pkcs11Attribute.Token, token);

    public Pkcs11Template Add(nuint type, bool value) => Add(type, [(byte)(value ? 1 : 0)]);

    public Pkcs11Template Add(nuint type, nuint value) => Add(type, MemoryMarshal.AsBytes(new ReadOnlySpan<nuint>(ref value)));

    public Pkcs11Template Add(nuint type, string value) => Add(type, Encoding.UTF8.GetBytes(value));

    public Pkcs11Template Add(nuint type, ReadOnlySpan<byte> value)
    {
        var target = _values.Span.Slice(_length, value.Length);
        value.CopyTo(target);
        _attributes[_count++] = new Pkcs11Attribute
        {
            Type = type,
            Pointer = Unsafe.AsPointer(ref MemoryMarshal.GetReference(target)),
            Length = (nuint)value.Length,
        };
        // Values of eight bytes stay aligned.
        _length += (value.Length + 7) & ~7;
        return this;
    }

    public void Dispose() => _values.Dispose();
}
