namespace Immy.Typed.Cli;

/// <summary>What the process says with its exit code.</summary>
internal static class ExitCodes
{
    /// <summary>Everything was right.</summary>
    public const int Right = 0;

    /// <summary>The script, or its contract, failed: while it was loaded or when it was called.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong: nothing was run.</summary>
    public const int WrongUsage = 2;

    /// <summary>There is a result, but not all of it: records were refused, or the script wrote errors.</summary>
    public const int Partial = 3;

    /// <summary>Ctrl+C, or the signal to terminate, stopped it.</summary>
    public const int Cancelled = 130;
}
