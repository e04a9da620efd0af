using System.Security.Cryptography;
using System.Text.Json;
using Immy.Typed.Problems;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Problems;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Checks values for a link against the whole form of its integration type.</summary>
internal sealed class LinkForms(TypeForms forms, LinkSecrets secrets, ServerOptions options)
{
    /// <summary>The values when they fit, else why they do not.</summary>
    /// <param name="type">The integration type with its versions.</param>
    /// <param name="given">The values as they arrived.</param>
    /// <param name="link">The link whose secrets stand in for those that were not given; null for a new one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(LinkForm? Form, IResult? Refusal)> ReadAsync(
        IntegrationType type, IReadOnlyDictionary<string, JsonElement> given, ProviderLink? link, CancellationToken cancellationToken)
    {
        try
        {
            var kept = link is null ? new Dictionary<string, JsonElement>() : secrets.SecretsOf(link, name => !given.ContainsKey(name));
            var values = LinkValues.ByName(given.Concat(kept));
            var form = await forms.ReadAsync(type, values, cancellationToken);
            foreach (var name in kept.Keys.Where(name => form.Find(name) is null))
            {
                // A secret of a field that the form no longer has is nobody's mistake, and of no use.
                values.Remove(name);
            }

            return LinkValues.WhatIsWrong(form, values) is { Count: > 0 } wrong ? (null, FormRefusals.Of(wrong)) : (LinkForm.Of(form, values), null);
        }
        catch (IntegrationLoadException exception)
        {
            return (null, ApiProblems.Script(exception.Problems));
        }
        catch (BlockException exception)
        {
            return (null, FormRefusals.Of(exception));
        }
        catch (CryptographicException)
        {
            return (null, ApiProblems.Conflict(
                "The secrets cannot be read.",
                $"The secrets of the provider link cannot be decrypted: the keys in {options.Keys} are not those that they were saved with. Send all of its secrets again, or bring those keys back."));
        }
    }
}
