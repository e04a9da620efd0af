using System.Security.Claims;

namespace Immy.Typed.Server.Security.Access;

/// <summary>What a request's user is made of, however it was found out.</summary>
internal static class Identities
{
    /// <summary>The claim that limits what may be touched.</summary>
    public const string Scope = "immy:scope";

    /// <summary>The claim that says which password, role and switch a cookie was given for.</summary>
    public const string SecurityStamp = "immy:stamp";

    public static ClaimsPrincipal Of(string scheme, Guid id, string name, Role role, params IEnumerable<Claim> more)
    {
        // Each role may do what those before it may.
        var roles = Enum.GetValues<Role>().Where(lesser => lesser <= role).Select(static lesser => new Claim(ClaimTypes.Role, lesser.ToString()));
        return new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id.ToString()), new(ClaimTypes.Name, name), .. roles, .. more], scheme));
    }

    /// <summary>How messages name who asks.</summary>
    public static string Describe(ClaimsPrincipal who)
        => who.Identity?.AuthenticationType == ApiKeyHandler.SchemeName ? $"The API key '{who.Identity.Name}'" : $"The user '{who.Identity?.Name}'";
}
