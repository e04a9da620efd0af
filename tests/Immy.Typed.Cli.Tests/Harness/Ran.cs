namespace Immy.Typed.Cli.Tests.Harness;

/// <summary>What a run of immy ended with.</summary>
internal sealed record Ran(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of standard error.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
