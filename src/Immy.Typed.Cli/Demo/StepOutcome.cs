namespace Immy.Typed.Cli.Demo;

/// <summary>How a step of the demo went.</summary>
internal enum StepOutcome
{
    /// <summary>As it should.</summary>
    Ok,

    /// <summary>There is a result, but not all of it.</summary>
    Partial,

    /// <summary>There is no result, or not the right one.</summary>
    Failed,
}
