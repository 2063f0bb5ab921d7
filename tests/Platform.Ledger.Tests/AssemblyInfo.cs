using Platform.Ledger.Tests;

[assembly: AssemblyFixture(typeof(Ledgers))]
// The accounting package counts for all tests together.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
