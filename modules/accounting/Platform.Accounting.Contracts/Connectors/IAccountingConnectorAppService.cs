using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>To which accounting package the current company's documents go by themselves.</summary>
public interface IAccountingConnectorAppService : IApplicationService
{
    /// <summary>What is set, and how it goes. Needs <see cref="AccountingPermissions.Accountant.Default"/>.</summary>
    Task<AccountingConnectionDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// From now on every document that was handed over and is not booked is brought there, and bookings are fetched. Takes the place of the former
    /// connector. Needs <see cref="AccountingPermissions.Accountant.Edit"/>. Audited.
    /// </summary>
    /// <exception cref="InputException">Connector: Accounting:Connector.</exception>
    /// <exception cref="FreshProofRequiredException">No second factor was proved lately: documents leave the platform.</exception>
    Task ConnectAsync(string? connector, CancellationToken cancellationToken = default);

    /// <summary>Nothing is brought or fetched any more; what was stays. Nothing happens without a connector. Needs <see cref="AccountingPermissions.Accountant.Edit"/>. Audited.</summary>
    Task DisconnectAsync(CancellationToken cancellationToken = default);
}

/// <summary>The connection of a company with its accounting package.</summary>
/// <param name="Available">Connectors that the operator has set up.</param>
/// <param name="Current">Name of the company's; null for none.</param>
/// <param name="Since">UTC.</param>
/// <param name="LastRunAt">When it was last tried, UTC.</param>
/// <param name="Failure">Code of what went wrong then; null when nothing did.</param>
/// <param name="FailureValue">Name of the file that was refused.</param>
/// <param name="Delivered">Documents that the package has.</param>
/// <param name="Waiting">Documents that go there next.</param>
public sealed record AccountingConnectionDto(
    IReadOnlyList<AccountingConnectorDto> Available, string? Current, DateTime? Since, DateTime? LastRunAt, string? Failure, string? FailureValue, int Delivered, int Waiting);

/// <summary>A connector.</summary>
/// <param name="Name">To choose it.</param>
/// <param name="TextKey">Key of its text, the resource first.</param>
public sealed record AccountingConnectorDto(string Name, string TextKey);
