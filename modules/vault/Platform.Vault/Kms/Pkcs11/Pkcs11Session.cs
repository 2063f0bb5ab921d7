using System.Text;

namespace Platform.Vault;

/// <summary>A session with a token and the objects seen through it. Not safe for concurrent use.</summary>
internal sealed unsafe class Pkcs11Session(Pkcs11Library library, nuint handle) : IDisposable
{
    private const int MaximumValueLength = 4096;

    /// <summary>The AES keys on the token, of this label or of any.</summary>
    public List<nuint> FindAesKeys(string? label = null)
    {
        using var template = Pkcs11Template.SecretKey(Pkcs11Attribute.AesType, token: true);
        if (label is not null) template.Add(Pkcs11Attribute.Label, label);
        Pkcs11Exception.ThrowIfFailed(library.FindObjectsInit(handle, template.Pointer, template.Count), "C_FindObjectsInit");
        try
        {
            return ReadFound();
        }
        finally
        {
            library.FindObjectsFinal(handle);
        }
    }

    public string LabelOf(nuint key)
    {
        using var label = Read(key, Pkcs11Attribute.Label);
        return Encoding.UTF8.GetString(label.Span);
    }

    public bool CanEncrypt(nuint key)
    {
        using var value = Read(key, Pkcs11Attribute.Encrypt);
        return value.Length == 1 && value.Span[0] != 0;
    }

    /// <exception cref="Pkcs11Exception">A key that the token does not give away, among others.</exception>
    public SecretBuffer ValueOf(nuint key) => Read(key, Pkcs11Attribute.Value);

    /// <summary>A key that never leaves the token; it encrypts or it wraps, so that neither use helps against the other.</summary>
    public nuint GenerateKey(string label, bool encrypts)
    {
        using var template = Pkcs11Template.SecretKey(Pkcs11Attribute.AesType, token: true)
            .Add(Pkcs11Attribute.ValueLength, (nuint)32)
            .Add(Pkcs11Attribute.Label, label)
            .Add(Pkcs11Attribute.Private, true)
            .Add(Pkcs11Attribute.Sensitive, true)
            .Add(Pkcs11Attribute.Extractable, false)
            .Add(Pkcs11Attribute.Encrypt, encrypts)
            .Add(Pkcs11Attribute.Decrypt, encrypts)
            .Add(Pkcs11Attribute.Wrap, !encrypts)
            .Add(Pkcs11Attribute.Unwrap, !encrypts);
        var mechanism = new Pkcs11Mechanism { Type = Pkcs11Mechanism.AesKeyGeneration };
        nuint key;
        Pkcs11Exception.ThrowIfFailed(
            library.GenerateKey(handle, &mechanism, template.Pointer, template.Count, &key), "C_GenerateKey");
        return key;
    }

    /// <summary>An object of this session only, gone with it.</summary>
    public nuint Create(Pkcs11Template template)
    {
        nuint created;
        Pkcs11Exception.ThrowIfFailed(library.CreateObject(handle, template.Pointer, template.Count, &created), "C_CreateObject");
        return created;
    }

    public void Destroy(nuint key) => Pkcs11Exception.ThrowIfFailed(library.DestroyObject(handle, key), "C_DestroyObject");

    public Pkcs11Cipher CipherOf(nuint key) => new(library, handle, key);

    public void Dispose() => library.CloseSession(handle);

    private List<nuint> ReadFound()
    {
        var all = new List<nuint>();
        var found = stackalloc nuint[16];
        nuint count;
        do
        {
            Pkcs11Exception.ThrowIfFailed(library.FindObjects(handle, found, 16, &count), "C_FindObjects");
            all.AddRange(new ReadOnlySpan<nuint>(found, (int)count));
        }
        while (count > 0);
        return all;
    }

    private SecretBuffer Read(nuint key, nuint attributeType)
    {
        var attribute = new Pkcs11Attribute { Type = attributeType };
        Pkcs11Exception.ThrowIfFailed(library.GetAttributeValue(handle, key, &attribute, 1), "C_GetAttributeValue");
        // A length of all ones stands for an attribute that is not there.
        if (attribute.Length > MaximumValueLength) return new SecretBuffer(0);

        var value = new SecretBuffer((int)attribute.Length);
        fixed (byte* first = value.Span)
        {
            attribute.Pointer = first;
            Pkcs11Exception.ThrowIfFailed(library.GetAttributeValue(handle, key, &attribute, 1), "C_GetAttributeValue");
        }
        return value;
    }
}
