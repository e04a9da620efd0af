using System.Security.Cryptography;
using System.Text.Json;
using Immy.Typed.Forms;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Secrets;
using Immy.Typed.Server.Modules;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>Finds the links for which another script has another form.</summary>
internal sealed class FormChanges(ImmyDbContext database, IIntegrationLoader loader, ModuleScripts modules, LinkSecrets secrets)
{
    /// <summary>The links whose values do not fit, and the fields that change their type, by link.</summary>
    /// <param name="type">The integration type with its versions.</param>
    /// <param name="script">The script that is to be its next version, and loads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<AffectedLink>> FindAsync(IntegrationType type, string script, CancellationToken cancellationToken)
    {
        var links = await database.ProviderLinks.AsNoTracking().Where(link => link.IntegrationTypeId == type.Id).OrderBy(static link => link.Name).ToListAsync(cancellationToken);
        if (links.Count == 0 || script == type.CurrentScript)
        {
            return [];
        }

        await using var present = await LoadPresentAsync(type, cancellationToken);
        await using var next = await LoadAsync(type.Name, script, cancellationToken);
        var affected = new List<AffectedLink>();
        foreach (var link in links)
        {
            affected.AddRange(await OfLinkAsync(link, present, next, cancellationToken));
        }

        return affected;
    }

    private async Task<IEnumerable<AffectedLink>> OfLinkAsync(ProviderLink link, DynamicIntegration? present, DynamicIntegration next, CancellationToken cancellationToken)
    {
        var mask = new SecretMask();
        try
        {
            var secret = secrets.SecretsOf(link, static _ => true);
            foreach (var text in secret.Values.Where(static value => value.ValueKind == JsonValueKind.String))
            {
                // A field that is no secret any more would tell its value.
                mask.Add(text.GetString());
            }

            var values = LinkValues.ByName(LinkSecrets.PlainOf(link).Concat(secret));
            var form = await next.GetFormAsync(LinkValues.ToScript(values), cancellationToken);
            var wrong = LinkValues.WhatIsWrong(form, values).Select(field => (Field: (string?)field.Key, Message: field.Value));
            var before = present is null ? null : await FormAsync(present, values, cancellationToken);
            var changed = before is null ? [] : Changes(before, form, values, secret);
            return wrong.Concat(changed).DistinctBy(static change => change.Field, StringComparer.OrdinalIgnoreCase).Select(change => new AffectedLink(link.Id, link.Name, change.Field, mask.Mask(change.Message)));
        }
        catch (BlockException exception)
        {
            return exception.Problems.Select(problem => new AffectedLink(link.Id, link.Name, problem.Parameter, mask.Mask($"{problem.Message} {problem.Mend}".TrimEnd())));
        }
        catch (CryptographicException)
        {
            return [new(link.Id, link.Name, null, "Its secrets cannot be decrypted, so it cannot be told whether its values fit.")];
        }
    }

    private static IEnumerable<(string? Field, string Message)> Changes(InitForm before, InitForm after, Dictionary<string, JsonElement> values, IReadOnlyDictionary<string, JsonElement> secrets)
    {
        foreach (var field in after.Fields.Where(field => values.ContainsKey(field.Name)))
        {
            if (before.Find(field.Name) is { } old && old.Type != field.Type)
            {
                yield return (field.Name, $"The type changes from {Name(old.Type)} to {Name(field.Type)}. The value that the link has still fits.");
            }
            else if (field.IsSecret && !secrets.ContainsKey(field.Name))
            {
                yield return (field.Name, "The field becomes a secret. Save the link's value again, so that it is encrypted.");
            }
        }
    }

    private static string Name(Type type) => type.IsArray ? $"{type.GetElementType()!.Name}[]" : type.Name;

    private static async Task<InitForm?> FormAsync(DynamicIntegration present, Dictionary<string, JsonElement> values, CancellationToken cancellationToken)
    {
        try
        {
            return await present.GetFormAsync(LinkValues.ToScript(values), cancellationToken);
        }
        catch (BlockException)
        {
            // The link does not work as it is: there is no type that a field could change.
            return null;
        }
    }

    private async Task<DynamicIntegration?> LoadPresentAsync(IntegrationType type, CancellationToken cancellationToken)
    {
        try
        {
            return await LoadAsync(type.Name, type.CurrentScript, cancellationToken);
        }
        catch (IntegrationLoadException)
        {
            // A module that it needs is gone, say; then nothing worked before that could stop to.
            return null;
        }
    }

    private async Task<DynamicIntegration> LoadAsync(string name, string script, CancellationToken cancellationToken)
        => await loader.LoadAsync(new IntegrationSource { Name = name, Script = script, Modules = await modules.ReadAsync(cancellationToken) }, cancellationToken: cancellationToken);
}
