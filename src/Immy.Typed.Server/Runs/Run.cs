namespace Immy.Typed.Server.Runs;

/// <summary>One piece of work: what was asked, by whom, how long it took, what came of it. Calls of script blocks are runs too.</summary>
internal sealed class Run
{
    public required Guid Id { get; init; }

    /// <summary>The run that it is a part of; null for one of its own.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The provider link; null when it works for none. Kept when the link is deleted.</summary>
    public Guid? ProviderLinkId { get; init; }

    public required RunKind Kind { get; init; }

    /// <summary>Such as <c>ISupportsListingAgents.GetAgents</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Who asked for it: a person, an API key, or <c>job</c>.</summary>
    public required string CausedBy { get; init; }

    /// <summary>The process that runs it, as the cluster knows it.</summary>
    public required string Owner { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public RunState State { get; set; }

    /// <summary>How many results there were.</summary>
    public int Count { get; set; }

    /// <summary>What there is to say of the outcome; null when all went well.</summary>
    public string? Message { get; set; }
}
