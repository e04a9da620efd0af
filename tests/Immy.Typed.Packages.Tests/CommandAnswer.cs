namespace Immy.Typed.Packages.Tests;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed, errors last.</param>
internal sealed record CommandAnswer(int ExitCode, string Output);
