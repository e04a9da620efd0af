namespace Immy.Typed.Server.Security.People;

/// <summary>What a user may do from now on.</summary>
internal sealed record SaveUser(Role? Role, bool? IsDisabled);
