namespace Immy.Typed.Server.Modules;

/// <summary>A module script as the API shows it.</summary>
/// <param name="Name">The name that <c>Import-Module</c> takes.</param>
/// <param name="Version">The number of the current version; null for one that only comes along with the server.</param>
/// <param name="IsBundled">True when one of this name comes along with the server; saving another one takes its place.</param>
/// <param name="Script">Its text; null in lists.</param>
internal sealed record ModuleView(string Name, int? Version, bool IsBundled, string? Script)
{
    /// <summary>A saved module with its text.</summary>
    public static ModuleView Of(StoredModule module, ModuleScripts modules) => new(module.Name, module.CurrentVersion, modules.Bundled.Find(module.Name) is not null, module.CurrentScript);
}
