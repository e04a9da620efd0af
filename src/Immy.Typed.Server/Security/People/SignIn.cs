namespace Immy.Typed.Server.Security.People;

/// <summary>A name and a password.</summary>
internal sealed record SignIn(string? UserName, string? Password);
