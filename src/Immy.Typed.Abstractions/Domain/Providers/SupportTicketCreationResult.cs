using Immy.Typed;

namespace Immybot.Backend.Domain.Providers;

/// <summary>
/// How the creation of a support ticket went. A script makes it as
/// <c>[SupportTicketCreationResult]@{ Success = $true; Message = 'Ticket 4711' }</c>.
/// </summary>
[MadeBy("[SupportTicketCreationResult]@{ Success = $true; Message = '...' }")]
public sealed record SupportTicketCreationResult
{
    /// <summary>True when the ticket exists.</summary>
    public bool Success { get; set; }

    /// <summary>What the user is told: the ticket's number, or what went wrong.</summary>
    public string? Message { get; set; }
}
