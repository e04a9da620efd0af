namespace Immy.Typed.Problems;

/// <summary>One thing that is wrong with a script or its results: what, where, what was expected and how to mend it.</summary>
public sealed record ScriptProblem
{
    /// <summary>A stable id, for example <c>IMMY201</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How much it matters.</summary>
    public required ProblemSeverity Severity { get; init; }

    /// <summary>What is wrong and what was expected.</summary>
    public required string Message { get; init; }

    /// <summary>How to mend it.</summary>
    public required string Mend { get; init; }

    /// <summary>Where in the script, when a place is known.</summary>
    public ScriptLocation? Location { get; init; }

    /// <summary>The interface, when one is concerned.</summary>
    public string? Capability { get; init; }

    /// <summary>The block, when one is concerned.</summary>
    public string? Block { get; init; }

    /// <summary>The parameter or form field, when one is concerned.</summary>
    public string? Parameter { get; init; }

    /// <summary>The whole message in one line, as compilers write it.</summary>
    public override string ToString()
    {
        var place = Location is null ? "" : $"{Location}: ";
        var severity = Severity == ProblemSeverity.Error ? "error" : "warning";
        return $"{place}{severity} {Id}: {Message} {Mend}".TrimEnd();
    }
}
