namespace Immy.Typed.Cli.Demo.Steps;

/// <summary>One call through one typed interface, as any host makes it.</summary>
/// <param name="contract">The interface's name.</param>
/// <param name="block">The method's name.</param>
internal abstract class DemoStep(string contract, string block)
{
    /// <summary>The interface.</summary>
    public string Interface => contract;

    /// <summary>The method, and so the script block.</summary>
    public string Block => block;

    /// <summary>The call as the host's code has it.</summary>
    public abstract string Call { get; }

    /// <summary>The columns that say most about the result.</summary>
    public virtual IReadOnlyList<string> Columns => [];

    /// <summary>Makes the call and looks at the result.</summary>
    public abstract Task<StepAnswer> RunAsync(DemoWorld world, CancellationToken cancellationToken);
}
