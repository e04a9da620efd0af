namespace Immy.Typed.Server.Security.Access;

/// <summary>Marks an endpoint that is refused to pages of other sites even when nobody is signed in yet.</summary>
internal sealed class RefusesOtherSites;
