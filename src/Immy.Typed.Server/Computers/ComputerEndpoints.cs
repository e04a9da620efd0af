using System.Linq.Expressions;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Computers;

/// <summary><c>/api/v1/computers</c>.</summary>
internal static class ComputerEndpoints
{
    private const int LongestField = 200;

    private static Expression<Func<Computer, ComputerView>> View => static computer => new ComputerView(
        computer.Id, computer.TenantId, computer.Tenant!.Name, computer.Name, computer.SerialNumber, computer.Manufacturer, computer.OSName, computer.CreatedAt);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/computers").WithTags("Computers");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{id:guid}", GetAsync).RequireAuthorization(nameof(Role.Reader)).WithName("GetComputer");
        group.MapPost("/", CreateAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapPut("/{id:guid}", UpdateAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapDelete("/{id:guid}", DeleteAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapPost("/{id:guid}/inventory", InventoryAsync).RequireAuthorization(nameof(Role.Operator));
    }

    private static Task<IResult> ListAsync([AsParameters] PageRequest page, Guid? tenantId, string? name, ImmyDbContext database, CancellationToken cancellationToken)
    {
        var computers = database.Computers.AsNoTracking().WhereContains(static computer => computer.Name, name);
        computers = tenantId is { } tenant ? computers.Where(computer => computer.TenantId == tenant) : computers;
        return computers.PageAsync(page, PageOrder<Computer>.ByName(static computer => computer.Name, static computer => computer.Id), View, cancellationToken);
    }

    private static async Task<IResult> GetAsync(Guid id, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.Computers.AsNoTracking().SingleOrDefaultAsync(computer => computer.Id == id, cancellationToken) is not { } computer)
        {
            return ApiProblems.NotFound("computer", id.ToString());
        }

        ETags.Write(context, computer);
        return TypedResults.Ok(await database.Computers.Where(computer => computer.Id == id).Select(View).SingleAsync(cancellationToken));
    }

    private static async Task<IResult> CreateAsync(SaveComputer save, ImmyDbContext database, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        if (await WhatIsWrongAsync(save, database, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var computer = new Computer { Name = save.Name!, CreatedAt = time.GetUtcNow() };
        Apply(computer, save);
        database.Add(computer);
        await database.SaveChangesAsync(cancellationToken);
        ETags.Write(context, computer);
        return TypedResults.CreatedAtRoute(await database.Computers.Where(made => made.Id == computer.Id).Select(View).SingleAsync(cancellationToken), "GetComputer", new RouteValueDictionary { ["id"] = computer.Id });
    }

    private static async Task<IResult> UpdateAsync(Guid id, SaveComputer save, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.Computers.SingleOrDefaultAsync(computer => computer.Id == id, cancellationToken) is not { } computer)
        {
            return ApiProblems.NotFound("computer", id.ToString());
        }

        if (ETags.WhyNot(context, computer, "computer") is { } refusal)
        {
            return refusal;
        }

        if (await WhatIsWrongAsync(save, database, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        Apply(computer, save);
        await database.SaveChangesAsync(cancellationToken);
        return await GetAsync(id, database, context, cancellationToken);
    }

    // Its agents wait for a computer again.
    private static async Task<IResult> DeleteAsync(Guid id, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.Computers.SingleOrDefaultAsync(computer => computer.Id == id, cancellationToken) is not { } computer)
        {
            return ApiProblems.NotFound("computer", id.ToString());
        }

        if (ETags.WhyNot(context, computer, "computer") is { } refusal)
        {
            return refusal;
        }

        database.Remove(computer);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> InventoryAsync(Guid id, ImmyDbContext database, RunLog runs, LinkCalls calls, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.Computers.AsNoTracking().SingleOrDefaultAsync(computer => computer.Id == id, cancellationToken) is not { } computer)
        {
            return ApiProblems.NotFound("computer", id.ToString());
        }

        var links = await database.ProviderLinks.AsNoTracking().Where(static link => link.IsEnabled).OrderBy(static link => link.Name).Select(static link => new { link.Id, link.Name }).ToListAsync(cancellationToken);
        var causedBy = context.User.Identity!.Name!;
        return RunResults.Accepted(runs.Start(RunKind.Inventory, $"Inventory of {computer.Name}", null, causedBy, async (run, stopped) =>
        {
            var asked = 0;
            foreach (var link in links)
            {
                try
                {
                    run.Note(RunEventKind.Note, $"{link.Name}: run {await calls.AskAsync(link.Id, new IdentifyComputer(id, causedBy), stopped)}");
                    asked++;
                }
                catch (LinkUnavailableException exception) when (exception.Reason == LinkUnavailability.LacksCapability)
                {
                    // It has no inventory script: nothing to ask.
                }
                catch (LinkUnavailableException exception) when (exception.Reason != LinkUnavailability.Stopping)
                {
                    run.Note(RunEventKind.Warning, $"{link.Name}: {exception.Message}");
                    run.Partial("Some provider links could not be asked; the events say which and why.");
                }
            }

            run.Count(asked);
            if (asked == 0)
            {
                run.Fail($"No provider link that serves has {nameof(ISupportsInventoryIdentification)}.");
            }
        }));
    }

    private static async Task<IResult?> WhatIsWrongAsync(SaveComputer save, ImmyDbContext database, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(save.Name))
        {
            return ApiProblems.Field("name", "The computer needs a name.");
        }

        (string Field, string? Value)[] fields = [("name", save.Name), ("serialNumber", save.SerialNumber), ("manufacturer", save.Manufacturer), ("osName", save.OSName)];
        if (fields.FirstOrDefault(static field => field.Value?.Length > LongestField) is { Field: { } tooLong } found)
        {
            return ApiProblems.Field(tooLong, $"{tooLong} has {found.Value!.Length} characters; at most {LongestField} are allowed.");
        }

        return save.TenantId is { } tenant && !await database.Tenants.AnyAsync(candidate => candidate.Id == tenant, cancellationToken)
            ? ApiProblems.Field("tenantId", $"There is no tenant {tenant}.")
            : null;
    }

    private static void Apply(Computer computer, SaveComputer save)
        => (computer.Name, computer.TenantId, computer.SerialNumber, computer.Manufacturer, computer.OSName) = (save.Name!.Trim(), save.TenantId, save.SerialNumber?.Trim(), save.Manufacturer, save.OSName);
}
