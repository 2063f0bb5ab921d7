using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

internal sealed class AccountingDbContext(DbContextOptions<AccountingDbContext> options, ICurrentTenant currentTenant)
    : PlatformDbContext(options, currentTenant)
{
    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentUpload> DocumentUploads => Set<DocumentUpload>();

    public DbSet<Accountant> Accountants => Set<Accountant>();

    public DbSet<DocumentInvoice> DocumentInvoices => Set<DocumentInvoice>();

    public DbSet<DocumentMessage> Messages => Set<DocumentMessage>();

    public DbSet<QueueItem> QueueItems => Set<QueueItem>();

    public DbSet<Handoff> Handoffs => Set<Handoff>();

    public DbSet<HandoffItem> HandoffItems => Set<HandoffItem>();

    public DbSet<HandoffDownload> HandoffDownloads => Set<HandoffDownload>();

    public DbSet<BookingImport> BookingImports => Set<BookingImport>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<BookingLine> BookingLines => Set<BookingLine>();

    public DbSet<InboxAddress> InboxAddresses => Set<InboxAddress>();

    public DbSet<AllowedSender> AllowedSenders => Set<AllowedSender>();

    public DbSet<RefusedSender> RefusedSenders => Set<RefusedSender>();

    public DbSet<ReceivedMail> ReceivedMails => Set<ReceivedMail>();

    public DbSet<ConnectorLink> ConnectorLinks => Set<ConnectorLink>();

    public DbSet<DocumentDelivery> DocumentDeliveries => Set<DocumentDelivery>();

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        DocumentConfiguration.Configure(modelBuilder);
        DocumentUploadConfiguration.Configure(modelBuilder);
        AccountantConfiguration.Configure(modelBuilder);
        DocumentInvoiceConfiguration.Configure(modelBuilder);
        HandoffConfiguration.Configure(modelBuilder);
        WorkConfiguration.Configure(modelBuilder);
        BookingConfiguration.Configure(modelBuilder);
        MailConfiguration.Configure(modelBuilder);
        ConnectorConfiguration.Configure(modelBuilder);
    }
}
