namespace Immy.Typed.Server.Security.People;

/// <summary>A user to make.</summary>
internal sealed record CreateUser(string? UserName, string? Password, Role? Role);
