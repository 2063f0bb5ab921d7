[assembly: AssemblyFixture(typeof(TestHosts))]
