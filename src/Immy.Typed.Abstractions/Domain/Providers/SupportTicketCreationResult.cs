using System.Collections;
using Immy.Typed;

namespace Immybot.Backend.Domain.Providers;

/// <summary>
/// How the creation of a support ticket went. A script makes it as
/// <c>[SupportTicketCreationResult]@{ Success = $true; Message = 'Ticket 4711' }</c>.
/// </summary>
[MadeBy("[SupportTicketCreationResult]@{ Success = $true; Message = '...' }")]
public sealed record SupportTicketCreationResult
{
    /// <summary>Makes an empty one, to set its properties.</summary>
    public SupportTicketCreationResult()
    {
    }

    /// <summary>Makes one from a table: <c>[SupportTicketCreationResult]@{ ... }</c>.</summary>
    /// <param name="values">Property names and values.</param>
    public SupportTicketCreationResult(IDictionary values) => TableReader.Fill(values, typeof(SupportTicketCreationResult), new Dictionary<string, Action<object?>>
    {
        [nameof(Success)] = value => Success = TableReader.To<bool>(value),
        [nameof(Message)] = value => Message = TableReader.To<string>(value),
    });

    /// <summary>True when the ticket exists.</summary>
    public bool Success { get; set; }

    /// <summary>What the user is told: the ticket's number, or what went wrong.</summary>
    public string? Message { get; set; }
}
