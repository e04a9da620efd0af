namespace Immy.Typed.Server.ProviderLinks;

/// <summary>What a link's grain answers: a value, why the link does not serve, or why the call failed.</summary>
[GenerateSerializer, Immutable]
internal sealed record LinkAnswer<T>
{
    [Id(0)]
    public T? Value { get; init; }

    [Id(1)]
    public LinkUnavailability? Unavailability { get; init; }

    [Id(2)]
    public string? Reason { get; init; }

    [Id(3)]
    public LinkFailure? Failure { get; init; }

    /// <summary>The value.</summary>
    /// <exception cref="LinkUnavailableException">The link does not serve.</exception>
    /// <exception cref="LinkCallException">The call failed.</exception>
    public T Get() => Unavailability is { } reason ? throw new LinkUnavailableException(reason, Reason!)
        : Failure is not null ? throw new LinkCallException(Failure)
        : Value!;
}
