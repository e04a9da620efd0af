using Immy.Typed.Server.Storage;

namespace Immy.Typed.Server.Security.People;

/// <summary>Somebody who signs in with a name and a password.</summary>
internal sealed class Person : IStamped
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string UserName { get; set; }

    /// <summary>The name in upper case: two people do not differ by case alone.</summary>
    public string NormalizedUserName { get; set; } = "";

    public required Role Role { get; set; }

    public bool IsDisabled { get; set; }

    public string PasswordHash { get; set; } = "";

    /// <summary>Changes with the password, the role and the switch; a cookie with another one is none.</summary>
    public string SecurityStamp { get; set; } = "";

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public string Stamp { get; set; } = "";
}
