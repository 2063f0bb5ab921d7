using Platform.EndToEnd.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserFixture))]
