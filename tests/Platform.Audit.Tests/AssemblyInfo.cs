using Platform.TestBase;

[assembly: AssemblyFixture(typeof(TestHosts))]
