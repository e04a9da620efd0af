using System.Security.Claims;
using Immy.Typed.Server.Security.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Immy.Typed.Server.Security.People;

/// <summary>Finds out who a name and a password are.</summary>
internal sealed class SignIns(UserManager<Person> people, SignInTurns turns, IPasswordHasher<Person> hasher, IOptions<IdentityOptions> options)
{
    private static readonly Person Nobody = new() { UserName = "", Role = Role.Reader };

    /// <summary>What is told when nobody was found: one text for all reasons, so that it does not tell which names exist.</summary>
    public string Refusal => $"The name or the password is not right, the user is disabled, or it is locked for {options.Value.Lockout.DefaultLockoutTimeSpan.TotalMinutes} minutes "
        + $"after {options.Value.Lockout.MaxFailedAccessAttempts} failures. An administrator sees which at GET /api/v1/users.";

    /// <summary>Whose name it is, and whether the person comes in: the password is right, and the person neither disabled nor locked.</summary>
    public async Task<(Person? Known, bool ComesIn)> FindAsync(string userName, string password, CancellationToken cancellationToken)
    {
        // One guess at a time for each name: many at once would all be tried before the first is counted.
        using var turn = await turns.WaitAsync(people.NormalizeName(userName), cancellationToken);
        if (await people.FindByNameAsync(userName) is not { } person)
        {
            // As long as for one that exists, so that the time does not tell either.
            hasher.VerifyHashedPassword(Nobody, turns.HashOfNobody(hasher), password);
            return (null, false);
        }

        var isLocked = await people.IsLockedOutAsync(person);
        if (!await people.CheckPasswordAsync(person, password))
        {
            await (isLocked ? Task.CompletedTask : people.AccessFailedAsync(person));
            return (person, false);
        }

        if (isLocked || person.IsDisabled)
        {
            return (person, false);
        }

        await people.ResetAccessFailedCountAsync(person);
        return (person, true);
    }

    public static ClaimsPrincipal Principal(Person person)
        => Identities.Of(PersonCookie.SchemeName, person.Id, person.UserName, person.Role, new Claim(Identities.SecurityStamp, person.SecurityStamp));
}
