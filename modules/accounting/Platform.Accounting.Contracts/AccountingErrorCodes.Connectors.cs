namespace Platform.Accounting;

/// <content>Of connectors to accounting packages.</content>
public static partial class AccountingErrorCodes
{
    /// <summary>No such connector, or the operator has not set it up.</summary>
    public const string Connector = "Accounting:Connector";

    /// <summary>The package could not be reached, or did not take a document.</summary>
    public const string ConnectorFailed = "Accounting:ConnectorFailed";

    /// <summary>The file {value} of bookings was refused; the package was told why.</summary>
    public const string ReturnRefused = "Accounting:ReturnRefused";
}
