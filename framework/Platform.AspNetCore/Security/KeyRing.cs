using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>The Data Protection key ring in the database, so that every host opens what another has sealed.</summary>
internal sealed class KeyRingRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        With(context => context.KeyRing.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).ToList().ConvertAll(XElement.Parse));

    public void StoreElement(XElement element, string friendlyName) => With(context =>
    {
        context.KeyRing.Add(new KeyRingEntry { Id = Guid.CreateVersion7(), Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        return context.SaveChanges();
    });

    // Data Protection asks synchronously and outside any unit of work: a context of its own.
    private T With<T>(Func<KernelDbContext, T> work)
    {
        using var scope = scopes.CreateScope();
        var registration = scope.ServiceProvider.GetServices<ContextRegistration>().Single(r => r.Type == typeof(KernelDbContext));
        using var context = (KernelDbContext)registration.CreateUnmanaged(scope.ServiceProvider, false);
        return work(context);
    }
}

/// <summary>
/// The key that seals the key ring at rest: 32 random bytes in a file only the host's user can read, made at first use. A file of its
/// own and no network service: people sign in while the vault is sealed.
/// </summary>
internal sealed class KeyRingKey(string file)
{
    private const int Length = 32;

    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly Lazy<byte[]> _key = new(() => Load(Path.GetFullPath(file)));

    public byte[] Value => _key.Value;

    private static byte[] Load(string file)
    {
        // Another host on this machine may be first.
        if (!File.Exists(file))
        {
            NewFile.TryWrite(file, RandomNumberGenerator.GetBytes(Length));
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & OfOthers) != UnixFileMode.None)
        {
            throw new InvalidOperationException($"{file} is accessible to its group or to everyone; only its owner may have access (0600).");
        }

        var key = File.ReadAllBytes(file);
        return key.Length == Length ? key : throw new InvalidOperationException($"{file} must hold {Length} bytes, it holds {key.Length}.");
    }
}

internal sealed class KeyRingEncryptor(KeyRingKey key) : IXmlEncryptor
{
    internal const int NonceLength = 12;
    internal const int TagLength = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key.Value, TagLength);
        aes.Encrypt(
            sealedBytes.AsSpan(0, NonceLength), plain, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength));
        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(sealedBytes)), typeof(KeyRingDecryptor));
    }
}

internal sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[bytes.Length - KeyRingEncryptor.NonceLength - KeyRingEncryptor.TagLength];
        using var aes = new AesGcm(services.GetRequiredService<KeyRingKey>().Value, KeyRingEncryptor.TagLength);
        aes.Decrypt(
            bytes.AsSpan(0, KeyRingEncryptor.NonceLength),
            bytes.AsSpan(KeyRingEncryptor.NonceLength + KeyRingEncryptor.TagLength),
            bytes.AsSpan(KeyRingEncryptor.NonceLength, KeyRingEncryptor.TagLength),
            plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
