using Microsoft.AspNetCore.Authorization;

namespace Immy.Typed.Server.Security.Access;

/// <summary>Whoever has scopes may touch only what they name.</summary>
internal sealed class ScopeRequirement : IAuthorizationRequirement;
