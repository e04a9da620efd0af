namespace Immy.Typed.Server.Security.People;

/// <summary>A user's new password.</summary>
/// <param name="Password">The new one.</param>
/// <param name="Current">The present one, where users change their own.</param>
internal sealed record NewPassword(string? Password, string? Current = null);
