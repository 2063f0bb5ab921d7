namespace Platform.Migrations;

/// <summary>What the developer can put right; the message says how.</summary>
internal sealed class ScaffoldException(string message) : Exception(message);
