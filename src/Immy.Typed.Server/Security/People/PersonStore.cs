using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Security.People;

/// <summary>
/// Keeps people for ASP.NET Core Identity in one table instead of the seven of its own stores. Failed sign-ins are counted by the database, beside
/// the person's stamp: a guesser neither loses a count to another one nor spoils an administrator's edit.
/// </summary>
internal sealed class PersonStore(ImmyDbContext database, AuditLog audit) : IUserPasswordStore<Person>, IUserSecurityStampStore<Person>, IUserLockoutStore<Person>
{
    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken)
        => Guid.TryParse(userId, out var id) ? database.People.SingleOrDefaultAsync(person => person.Id == id, cancellationToken) : Task.FromResult<Person?>(null);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
        => database.People.SingleOrDefaultAsync(person => person.NormalizedUserName == normalizedUserName, cancellationToken);

    public async Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken)
    {
        database.Add(user);
        await database.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken)
    {
        await database.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken)
    {
        database.Remove(user);
        await database.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<int> IncrementAccessFailedCountAsync(Person user, CancellationToken cancellationToken)
    {
        await Row(user).ExecuteUpdateAsync(static update => update.SetProperty(static person => person.FailedSignIns, static person => person.FailedSignIns + 1), cancellationToken);
        await database.Entry(user).ReloadAsync(cancellationToken);
        return user.FailedSignIns;
    }

    public async Task ResetAccessFailedCountAsync(Person user, CancellationToken cancellationToken)
    {
        await Row(user).ExecuteUpdateAsync(static update => update.SetProperty(static person => person.FailedSignIns, 0), cancellationToken);
        await database.Entry(user).ReloadAsync(cancellationToken);
    }

    public async Task SetLockoutEndDateAsync(Person user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        await Row(user).ExecuteUpdateAsync(update => update.SetProperty(static person => person.LockedUntil, lockoutEnd), cancellationToken);
        await database.Entry(user).ReloadAsync(cancellationToken);
        if (lockoutEnd is not null)
        {
            await audit.WriteAsync(Actor.Server, AuditAction.Changed, Subjects.NameOf(typeof(Person)), user.Id, user.UserName, nameof(Person.LockedUntil), cancellationToken);
        }
    }

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task<int> GetAccessFailedCountAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.FailedSignIns);

    public Task<bool> GetLockoutEnabledAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(true);

    // Everybody is locked out after failures; there is nothing to switch.
    public Task SetLockoutEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedUserName);

    public Task<string?> GetPasswordHashAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    public Task<string?> GetSecurityStampAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => Set(() => user.UserName = userName!);

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.NormalizedUserName = normalizedName!);

    public Task SetPasswordHashAsync(Person user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash ?? "");

    public Task SetSecurityStampAsync(Person user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public void Dispose()
    {
        // The database belongs to the request.
    }

    private IQueryable<Person> Row(Person user) => database.People.Where(person => person.Id == user.Id);

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
