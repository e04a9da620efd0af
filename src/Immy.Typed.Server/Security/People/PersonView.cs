namespace Immy.Typed.Server.Security.People;

/// <summary>A user as the API shows it.</summary>
/// <param name="Id">The id.</param>
/// <param name="UserName">The name.</param>
/// <param name="Role">What the user may do.</param>
/// <param name="IsDisabled">Whether the user is kept out.</param>
/// <param name="LockedUntil">Until when failed sign-ins keep the user out; null or past when they do not.</param>
/// <param name="CreatedAt">Since when there is the user.</param>
internal sealed record PersonView(Guid Id, string UserName, Role Role, bool IsDisabled, DateTimeOffset? LockedUntil, DateTimeOffset CreatedAt)
{
    public static PersonView Of(Person person) => new(person.Id, person.UserName, person.Role, person.IsDisabled, person.LockedUntil, person.CreatedAt);
}
