namespace Immy.Typed.Problems;

/// <summary>How much a problem matters.</summary>
public enum ProblemSeverity
{
    /// <summary>The work went on; something deserves a look.</summary>
    Warning,

    /// <summary>The contract is broken: a load is refused, a record or a call is lost.</summary>
    Error,
}
