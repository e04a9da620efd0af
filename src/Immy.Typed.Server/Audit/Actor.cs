using System.Security.Claims;
using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.Audit;

/// <summary>Who a request is of.</summary>
internal sealed record Actor(string Name, Guid? Id, string? Address)
{
    /// <summary>The server itself, on behalf of nobody.</summary>
    public static Actor Server { get; } = new("server", null, null);

    /// <summary>The actor of work without a request: whoever caused its run, <c>job</c> for a timer, else the server.</summary>
    public static Actor OfWork() => RunLog.Current is { } run ? new(run.CausedBy, null, null) : Server;

    /// <summary>The actor of a request; null when nobody is known by it.</summary>
    public static Actor? Of(HttpContext? context) => context?.User is { Identity: { IsAuthenticated: true, Name: { } name } } who
        ? new(name, Guid.TryParse(who.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null, AddressOf(context))
        : null;

    public static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();
}
