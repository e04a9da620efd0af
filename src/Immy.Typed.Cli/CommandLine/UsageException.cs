namespace Immy.Typed.Cli.CommandLine;

/// <summary>The command line is wrong in a way that the parser cannot see.</summary>
/// <param name="message">What is wrong and how to mend it, without any secret's value.</param>
internal sealed class UsageException(string message) : Exception(message);
