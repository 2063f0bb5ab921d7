using Platform.TestBase;
using Xunit;

[assembly: AssemblyFixture(typeof(TestHosts))]
