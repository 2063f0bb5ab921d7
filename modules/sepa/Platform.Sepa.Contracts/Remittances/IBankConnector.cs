namespace Platform.Sepa;

/// <summary>
/// A way by which files reach a bank without a person. Register an implementation and it is offered wherever it is available. A hand-over
/// takes two steps, so that a host may die at any moment and the file still leaves exactly once.
/// </summary>
public interface IBankConnector
{
    /// <summary>Stable, at most 40 characters; its words are the text "HandOverChannel:{Name}".</summary>
    string Name { get; }

    /// <summary>Whether it serves the current company.</summary>
    bool IsAvailable { get; }

    /// <summary>
    /// Keeps everything ready under the delivery's attempt, durably, where the bank does not see it yet. Each try has an attempt of its own;
    /// one that is not released later is waste.
    /// </summary>
    Task StageAsync(BankDelivery delivery, Stream file, CancellationToken cancellationToken = default);

    /// <summary>Lets go what was staged under this attempt. Called again after it had done so, it does nothing.</summary>
    Task ReleaseAsync(BankDelivery delivery, CancellationToken cancellationToken = default);
}

/// <summary>What goes to a bank.</summary>
/// <param name="Attempt">Try that staged it.</param>
/// <param name="Company">Slug of the company.</param>
/// <param name="Number">Of the remittance; unique in the company.</param>
/// <param name="FileName">Of the bank file.</param>
/// <param name="Signatures">On the file.</param>
public sealed record BankDelivery(Guid Attempt, string Company, string Number, string FileName, IReadOnlyList<SignatureDownload> Signatures);
