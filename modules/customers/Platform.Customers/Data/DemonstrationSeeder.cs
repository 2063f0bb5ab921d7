using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Platform.EntityFrameworkCore;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Customers;

/// <summary>The customers of section "Demo:Customers" with the people in charge of them.</summary>
internal sealed class DemonstrationSeeder(
    CustomersDbContext context, IMemberDirectory members, ITenantStore tenants, ICurrentTenant tenant, IUnitOfWork unitOfWork, IConfiguration configuration)
    : IDataSeedContributor
{
    public async Task SeedAsync(DataSeedContext seed, CancellationToken cancellationToken)
    {
        if (!seed.Demonstration)
            return;
        foreach (var company in configuration.GetSection("Demo:Customers").GetChildren())
            await SeedAsync(company, cancellationToken);
    }

    private async Task SeedAsync(IConfigurationSection company, CancellationToken cancellationToken)
    {
        if (await tenants.FindBySlugAsync(company["Company"]!, cancellationToken) is not { } found)
            return;
        using var inCompany = tenant.Change(found);
        if (await context.Customers.AnyAsync(cancellationToken))
            return;
        var people = (await members.GetActiveAsync(cancellationToken)).ToDictionary(m => m.Name, m => m.Id);
        foreach (var section in company.GetSection("List").GetChildren())
        {
            var customer = context.Customers.Add(new Customer(new SaveCustomerDto(section["Code"], section["Name"], section["Email"], section["Language"]))).Entity;
            context.Assignments.AddRange(InCharge(section, CustomerView.Managed, customer, people).Concat(InCharge(section, CustomerView.Assigned, customer, people)));
        }

        await context.SaveChangesAsync(cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private static IEnumerable<CustomerAssignment> InCharge(IConfigurationSection section, CustomerView kind, Customer customer, Dictionary<string, Guid> people) =>
        section.GetSection($"{kind}").GetChildren().Where(p => people.ContainsKey(p.Value!))
            .Select(p => new CustomerAssignment { CustomerId = customer.Id, UserId = people[p.Value!], Kind = kind });
}
