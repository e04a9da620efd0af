using System.Collections.Frozen;
using System.Reflection;

namespace Immy.Typed.Integrations;

/// <summary>
/// Lists the integrations that come with the product, as they stand in this assembly's resources.
/// <c>Scripts/NAME/NAME.ps1</c> is an integration, <c>Scripts/Modules/NAME.psm1</c> a module script.
/// </summary>
public sealed class BundledIntegrations
{
    private const string ModulesFolder = "Scripts/Modules/";
    private const string ModuleEnding = ".psm1";
    private const string ScriptEnding = ".ps1";

    private readonly Assembly _assembly = typeof(BundledIntegrations).Assembly;

    /// <summary>Reads the resources.</summary>
    public BundledIntegrations()
    {
        var resources = _assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).ToArray();
        Integrations =
        [
            .. resources
                .Where(resource => resource.EndsWith(ScriptEnding, StringComparison.Ordinal))
                .Select(resource => new BundledIntegration(Path.GetFileNameWithoutExtension(resource), Read(resource))),
        ];
        Modules = resources
            .Where(resource => resource.StartsWith(ModulesFolder, StringComparison.Ordinal))
            .Where(resource => resource.EndsWith(ModuleEnding, StringComparison.Ordinal))
            .ToFrozenDictionary(resource => resource[ModulesFolder.Length..^ModuleEnding.Length], Read, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The integrations, in the order of their names.</summary>
    public IReadOnlyList<BundledIntegration> Integrations { get; }

    /// <summary>The texts of the module scripts by the name that <c>Import-Module</c> gives, in any case.</summary>
    public IReadOnlyDictionary<string, string> Modules { get; }

    /// <summary>Finds an integration by its name, in any case.</summary>
    /// <param name="name">The name, such as <c>SentinelOne</c>.</param>
    /// <returns>The integration, or <see langword="null"/> where none has that name.</returns>
    public BundledIntegration? Find(string name) =>
        Integrations.FirstOrDefault(integration => string.Equals(integration.Name, name, StringComparison.OrdinalIgnoreCase));

    private string Read(string resource)
    {
        using var stream = _assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
