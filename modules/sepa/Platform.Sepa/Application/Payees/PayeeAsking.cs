using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Asks the verifier, a few payees at a time, each once, until all are answered or the time is over.</summary>
internal sealed partial class PayeeAsking(IEnumerable<IPayeeVerifier> verifiers, ILogger<PayeeAsking> logger) : IScopedDependency
{
    private const int AtOnce = 4;

    private readonly IPayeeVerifier? _verifier = verifiers.FirstOrDefault();

    public bool IsAvailable => _verifier is not null;

    public async Task<IReadOnlyDictionary<PayeeQuestion, PayeeAnswer>> AskAsync(IEnumerable<PayeeQuestion> questions, CancellationToken cancellationToken)
    {
        var answers = new ConcurrentDictionary<PayeeQuestion, PayeeAnswer>();
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(PayeeLimits.Budget);
        try
        {
            await Parallel.ForEachAsync(
                questions.Distinct(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = budget.Token },
                async (question, stop) => answers[question] = await AskAsync(question, stop));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over; what was answered counts.
        }

        return answers;
    }

    private async Task<PayeeAnswer> AskAsync(PayeeQuestion question, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PayeeLimits.Patience);
        try
        {
            return await _verifier!.VerifyAsync(question, patience.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(logger, e.GetType().Name);
            return new PayeeAnswer(PayeeMatch.NotPossible);
        }
    }

    // The type alone: messages may name the payee.
    [LoggerMessage(LogLevel.Warning, "Verification of a payee failed: {Reason}")]
    private static partial void Failed(ILogger logger, string reason);
}
