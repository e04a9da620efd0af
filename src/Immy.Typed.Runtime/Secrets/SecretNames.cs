namespace Immy.Typed.Secrets;

/// <summary>Tells by its name whether a value in <c>$IntegrationContext</c> is a secret.</summary>
internal static class SecretNames
{
    private static readonly string[] Parts = ["token", "secret", "key", "password", "authorization", "header", "credential"];

    public static bool IsSecret(string name) => Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
