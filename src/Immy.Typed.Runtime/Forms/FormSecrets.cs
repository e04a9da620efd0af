using Immy.Typed.Secrets;

namespace Immy.Typed.Forms;

/// <summary>Lets the secrets among a form's values be masked.</summary>
internal static class FormSecrets
{
    public static void Mask(InitForm form, IReadOnlyDictionary<string, object?> values, SecretMask mask)
    {
        foreach (var field in form.Fields)
        {
            mask.Add(field.Consent?.ClientSecret);
        }

        foreach (var (name, value) in values)
        {
            // A field that nobody knows yet tells by its name that it is a secret.
            if (form.Find(name)?.IsSecret ?? SecretNames.IsSecret(name))
            {
                foreach (var text in SecretTexts.Of(value))
                {
                    mask.Add(text);
                }
            }
        }
    }
}
