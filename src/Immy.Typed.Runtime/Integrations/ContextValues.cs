using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Immy.Typed.Secrets;

namespace Immy.Typed.Integrations;

/// <summary>Looks through what a script puts into <c>$IntegrationContext</c>: for what belongs to one session, and for secrets.</summary>
internal static class ContextValues
{
    // A table may hold itself, and a whole fleet may be kept there: code and secrets stand near the surface.
    private const int MostValues = 10_000;

    /// <summary>The first thing in the value that belongs to one session; null when there is none.</summary>
    public static object? FindSessionBound(object? value) => Within("", value)
        .Select(static found => found.Value)
        .FirstOrDefault(static found => found is ScriptBlock or Runspace or PSModuleInfo or CommandInfo or PowerShell);

    /// <summary>Masks what stands under a name that tells of a secret, from now on.</summary>
    public static void MaskSecrets(string name, object? value, SecretMask mask)
    {
        foreach (var text in Within(name, value).Where(static found => found.IsSecret).Select(static found => found.Value).OfType<string>())
        {
            mask.Add(text);
            var scheme = text.IndexOf(' ', StringComparison.Ordinal);
            if (scheme > 0)
            {
                mask.Add(text[(scheme + 1)..].Trim());
            }
        }
    }

    // A header table named AuthHeader holds secrets under names that do not tell.
    private static IEnumerable<Found> Within(string name, object? value)
    {
        var waiting = new Queue<Found>([new(Bare(value), SecretNames.IsSecret(name))]);
        for (var count = 0; count < MostValues && waiting.TryDequeue(out var found); count++)
        {
            yield return found;
            if (found.Value is IDictionary table)
            {
                foreach (DictionaryEntry entry in table)
                {
                    waiting.Enqueue(new(Bare(entry.Value), found.IsSecret || SecretNames.IsSecret(entry.Key.ToString() ?? "")));
                }
            }
            else if (found.Value is IList list and not byte[])
            {
                foreach (var item in list.Cast<object?>().Take(MostValues))
                {
                    waiting.Enqueue(new(Bare(item), found.IsSecret));
                }
            }
        }
    }

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private readonly record struct Found(object? Value, bool IsSecret);
}
