using System.Text.Json;
using Immy.Typed.Forms;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Values of a link that fit their form, as it spells them: those that anybody may read, and the secrets.</summary>
/// <param name="Plain">Values that are no secrets.</param>
/// <param name="Secrets">The secret values.</param>
internal sealed record LinkForm(IReadOnlyDictionary<string, JsonElement> Plain, IReadOnlyDictionary<string, JsonElement> Secrets)
{
    /// <summary>All values, as Init takes them.</summary>
    public IReadOnlyDictionary<string, object?> All => LinkValues.ToScript(LinkValues.ByName(Plain.Concat(Secrets)));

    public static LinkForm Of(InitForm form, IReadOnlyDictionary<string, JsonElement> values)
    {
        var given = values.Where(static pair => pair.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            .ToLookup(pair => form.Find(pair.Key)?.IsSecret is true, pair => KeyValuePair.Create(form.Find(pair.Key)?.Name ?? pair.Key, pair.Value));
        return new(given[false].ToDictionary(), given[true].ToDictionary());
    }
}
