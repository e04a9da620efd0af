namespace Immybot.Backend.Domain.Models;

/// <summary>A person who is signed in.</summary>
public sealed record User
{
    /// <summary>The id that the host knows the user by.</summary>
    public required string Id { get; init; }

    /// <summary>The e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>The given name, where it is known.</summary>
    public string? FirstName { get; init; }

    /// <summary>The family name, where it is known.</summary>
    public string? LastName { get; init; }
}
