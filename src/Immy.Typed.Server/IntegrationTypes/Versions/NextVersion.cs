using Immy.Typed.Problems;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.SupportTickets;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>Saves a script as the next version of a type, once it loads and nobody's form is broken unawares.</summary>
internal sealed class NextVersion(ImmyDbContext database, ScriptValidator validator, FormChanges changes, TicketRule tickets, LinkReloads reloads, TimeProvider time)
{
    /// <summary>Saves it, or says why not.</summary>
    /// <param name="type">The type with its versions, read to be changed.</param>
    /// <param name="save">What to save.</param>
    /// <param name="acceptsFormChanges">True when somebody knows that links need other values.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IResult> SaveAsync(IntegrationType type, SaveIntegrationType save, bool acceptsFormChanges, HttpContext context, CancellationToken cancellationToken)
    {
        var problems = await validator.ValidateAsync(save.Name!, save.Script!, cancellationToken);
        if (problems.Any(static problem => problem.Severity == ProblemSeverity.Error))
        {
            return ApiProblems.Script(problems);
        }

        if (!acceptsFormChanges && await changes.FindAsync(type, save.Script!, cancellationToken) is { Count: > 0 } affected)
        {
            return TypedResults.Problem(
                "The form of the new version does not take the values of some provider links as the present one does. Nothing was saved. Save with acceptFormChanges=true, and mend the links afterwards.",
                statusCode: StatusCodes.Status409Conflict,
                title: "The form changes.",
                extensions: new Dictionary<string, object?> { ["affectedLinks"] = affected });
        }

        if (await tickets.SettleAsync(type, save.Script!, cancellationToken) is { } several)
        {
            return several;
        }

        type.Name = save.Name!;
        type.CurrentVersion = type.Versions.Max(static version => version.Number) + 1;
        type.Versions.Add(Version(type.CurrentVersion, save, context));
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (DatabaseTrouble.Of(exception) is null)
        {
            // Another edit came first since the stamp was looked at: it has this version's number, or a newer stamp.
            return ApiProblems.Stale("integration type");
        }

        await reloads.OfTypeAsync(type.Id);
        ETags.Write(context, type);
        return TypedResults.Ok(IntegrationTypeView.Of(type, save.Script, [.. problems.Select(ProblemView.Of)]));
    }

    /// <summary>A version to be saved.</summary>
    public IntegrationTypeVersion Version(int number, SaveIntegrationType save, HttpContext context)
        => new() { Number = number, Script = save.Script!, Note = save.Note, Author = context.User.Identity!.Name!, CreatedAt = time.GetUtcNow() };
}
