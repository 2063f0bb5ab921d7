using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Signing.Web;

/// <summary>For anybody who holds a file and its signature. Nothing of either is kept.</summary>
[AllowAnonymous]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class VerifyModel(ISignatureVerifier verifier) : PlatformPageModel
{
    private const int LargestRequest = 104_857_600;
    private const int LargestSignature = 1_048_576;

    [BindProperty]
    public IFormFile? Document { get; set; }

    [BindProperty]
    public IFormFile? Signature { get; set; }

    public SignatureReport? Report { get; private set; }

    /// <summary>Intact, by a certificate that was valid then, with a stamp that holds if it bears one.</summary>
    private bool Holds => Report is { IsIntact: true, WasInTime: true, IsStampIntact: not false };

    /// <summary>Anybody can make a certificate in any name: green is for those that an authority vouches for.</summary>
    private bool IsVouchedFor => Report is { Trust: CertificateTrust.Trusted };

    public Tone Tone => !Holds ? Tone.Danger : IsVouchedFor ? Tone.Success : Tone.Warning;

    /// <summary>Key of the title.</summary>
    public string Verdict => !Holds ? "Verify:Bad" : IsVouchedFor ? "Verify:Good" : "Verify:GoodByUnknown";

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (Document is null or { Length: 0 })
            throw new InputException(new FieldError(nameof(Document), SigningErrorCodes.FileRequired));
        var signature = await Signature.ReadAsync(nameof(Signature), LargestSignature, cancellationToken);
        await using var content = Document.OpenReadStream();
        Report = await verifier.VerifyAsync(content, signature, cancellationToken);
        return Page();
    });
}
