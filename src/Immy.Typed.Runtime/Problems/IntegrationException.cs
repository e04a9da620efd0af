namespace Immy.Typed.Problems;

/// <summary>An integration broke its contract. The message holds every problem, one a line, with secrets masked.</summary>
public class IntegrationException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="integration">The integration's name.</param>
    /// <param name="problems">What is wrong; at least one.</param>
    public IntegrationException(string integration, IReadOnlyList<ScriptProblem> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
        Integration = integration;
        Problems = problems;
    }

    /// <summary>The integration's name.</summary>
    public string Integration { get; }

    /// <summary>What is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<ScriptProblem> Problems { get; }
}
