using Platform.Identity.Tests;

[assembly: AssemblyFixture(typeof(IdentityHosts))]
// Tests share a host and move its clock.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
