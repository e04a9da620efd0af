namespace Immy.Typed.Runtime.Tests.Contracts;

/// <summary>What goes in and out in one piece.</summary>
public sealed record TestShape
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its corners.</summary>
    public required int? Corners { get; init; }
}
