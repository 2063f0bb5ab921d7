using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class SepaDbContext(DbContextOptions<SepaDbContext> options, ICurrentTenant currentTenant)
    : PlatformDbContext(options, currentTenant)
{
    public DbSet<CreditorAccount> CreditorAccounts => Set<CreditorAccount>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<CreditorChange> CreditorChanges => Set<CreditorChange>();

    public DbSet<MandateEvent> MandateEvents => Set<MandateEvent>();

    public DbSet<PayeeCheck> PayeeChecks => Set<PayeeCheck>();

    public DbSet<MandateDocument> MandateDocuments => Set<MandateDocument>();

    public DbSet<PaymentOrder> Orders => Set<PaymentOrder>();

    public DbSet<Collection> Collections => Set<Collection>();

    public DbSet<Transfer> Transfers => Set<Transfer>();

    public DbSet<Reversal> Reversals => Set<Reversal>();

    public DbSet<Remittance> Remittances => Set<Remittance>();

    public DbSet<RemittanceSignature> Signatures => Set<RemittanceSignature>();

    public DbSet<RemittanceHandOver> HandOvers => Set<RemittanceHandOver>();

    public DbSet<PreNotification> PreNotifications => Set<PreNotification>();

    public DbSet<CheckFinding> CheckFindings => Set<CheckFinding>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();

    public DbSet<BankAnswer> BankAnswers => Set<BankAnswer>();

    public DbSet<BankAnswerItem> BankAnswerItems => Set<BankAnswerItem>();

    protected override void ConfigureModel(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SepaDbContext).Assembly);
}
