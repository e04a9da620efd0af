using System.Data;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Security.People;

/// <summary><c>/api/v1/users</c>: administrators look after the people.</summary>
internal static class UserEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/users").WithTags("Users").RequireAuthorization(nameof(Role.Administrator));
        group.MapGet("/", ListAsync);
        group.MapGet("/{id:guid}", GetAsync).WithName("GetUser");
        group.MapPost("/", CreateAsync);
        group.MapPut("/{id:guid}", UpdateAsync);
        group.MapPost("/{id:guid}/password", ResetPasswordAsync);
        group.MapDelete("/{id:guid}", DeleteAsync);
    }

    /// <summary>What Identity refused, by field.</summary>
    public static IResult Refusal(IdentityResult result) => ApiProblems.Field(result.Errors.First().Code, result.Errors.First().Description);

    private static Task<IResult> ListAsync([AsParameters] PageRequest page, string? name, Role? role, ImmyDbContext database, CancellationToken cancellationToken)
        => database.People.AsNoTracking().Where(person => role == null || person.Role == role).WhereContains(static person => person.UserName, name).PageAsync(
            page, PageOrder<Person>.ByName(static person => person.UserName, static person => person.Id), static person => PersonView.Of(person), cancellationToken);

    private static async Task<IResult> GetAsync(Guid id, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
        => await database.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancellationToken) is { } person
            ? Shown(person, context)
            : ApiProblems.NotFound("user", id.ToString());

    private static async Task<IResult> CreateAsync(CreateUser create, UserManager<Person> people, TimeProvider time, HttpContext context)
    {
        if (create.Role is not { } role || !Enum.IsDefined(role))
        {
            return ApiProblems.Field("role", NeedsRole);
        }

        var person = new Person { UserName = create.UserName ?? "", Role = role, CreatedAt = time.GetUtcNow() };
        var result = await people.CreateAsync(person, create.Password ?? "");
        if (!result.Succeeded)
        {
            return Refusal(result);
        }

        ETags.Write(context, person);
        return TypedResults.CreatedAtRoute(PersonView.Of(person), "GetUser", new RouteValueDictionary { ["id"] = person.Id });
    }

    private static async Task<IResult> UpdateAsync(Guid id, SaveUser save, UserManager<Person> people, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (save.Role is not { } role || !Enum.IsDefined(role))
        {
            return ApiProblems.Field("role", NeedsRole);
        }

        // Two administrators who demote each other in the same moment must not both succeed.
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
        {
            return ApiProblems.NotFound("user", id.ToString());
        }

        if (ETags.WhyNot(context, person, "user") is { } refusal)
        {
            return refusal;
        }

        var isDisabled = save.IsDisabled ?? person.IsDisabled;
        if ((isDisabled || role != Role.Administrator) && await IsLastAdministratorAsync(person, database, cancellationToken))
        {
            return LastAdministrator(person);
        }

        (person.Role, person.IsDisabled) = (role, isDisabled);
        await people.UpdateSecurityStampAsync(person);
        await transaction.CommitAsync(cancellationToken);
        return Shown(person, context);
    }

    private static async Task<IResult> ResetPasswordAsync(Guid id, NewPassword change, UserManager<Person> people, IPasswordValidator<Person> rules, IPasswordHasher<Person> hasher)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
        {
            return ApiProblems.NotFound("user", id.ToString());
        }

        if (await rules.ValidateAsync(people, person, change.Password) is { Succeeded: false } wrong)
        {
            return Refusal(wrong);
        }

        person.PasswordHash = hasher.HashPassword(person, change.Password!);
        await people.UpdateSecurityStampAsync(person);
        await people.SetLockoutEndDateAsync(person, null);
        await people.ResetAccessFailedCountAsync(person);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> DeleteAsync(Guid id, UserManager<Person> people, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
        {
            return ApiProblems.NotFound("user", id.ToString());
        }

        if (ETags.WhyNot(context, person, "user") is { } refusal)
        {
            return refusal;
        }

        if (await IsLastAdministratorAsync(person, database, cancellationToken))
        {
            return LastAdministrator(person);
        }

        await people.DeleteAsync(person);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static string NeedsRole => $"The user needs a role: {string.Join(", ", Enum.GetNames<Role>())}.";

    private static Ok<PersonView> Shown(Person person, HttpContext context)
    {
        ETags.Write(context, person);
        return TypedResults.Ok(PersonView.Of(person));
    }

    private static async Task<bool> IsLastAdministratorAsync(Person person, ImmyDbContext database, CancellationToken cancellationToken)
        => person is { Role: Role.Administrator, IsDisabled: false }
            && !await database.People.AnyAsync(other => other.Id != person.Id && other.Role == Role.Administrator && !other.IsDisabled, cancellationToken);

    private static ProblemHttpResult LastAdministrator(Person person) => TypedResults.Problem(
        $"'{person.UserName}' is the last administrator who is not disabled. Make another user an administrator first.", statusCode: StatusCodes.Status409Conflict, title: "Nobody would be left.");
}
