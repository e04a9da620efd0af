using System.Security.Claims;
using Immy.Typed.Server.Security.Access;

namespace Immy.Typed.Server.Security.People;

/// <summary>Who asks.</summary>
/// <param name="Kind">user or apiKey.</param>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Roles">All roles; each may do what the ones before it may.</param>
/// <param name="Scopes">What an API key is limited to; empty when it is not.</param>
internal sealed record SessionView(string Kind, Guid Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes)
{
    public static SessionView Of(ClaimsPrincipal who) => new(
        who.Identity!.AuthenticationType == ApiKeyHandler.SchemeName ? "apiKey" : "user",
        Guid.Parse(who.FindFirstValue(ClaimTypes.NameIdentifier)!),
        who.Identity.Name!,
        [.. who.FindAll(ClaimTypes.Role).Select(static claim => claim.Value)],
        [.. who.FindAll(Identities.Scope).Select(static claim => claim.Value)]);
}
