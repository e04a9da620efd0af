using Immy.Typed.Problems;

namespace Immy.Typed.Modules;

/// <summary>Module scripts by name. A library never changes: adding makes a new one.</summary>
public sealed class ModuleLibrary
{
    private static readonly string[] Extensions = [".psm1", ".ps1"];
    private readonly Dictionary<string, ModuleScript> _modules;

    private ModuleLibrary(IEnumerable<ModuleScript> modules) => _modules = modules.ToDictionary(static module => module.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A library without modules.</summary>
    public static ModuleLibrary Empty => new([]);

    /// <summary>The modules, ordered by name.</summary>
    public IReadOnlyList<ModuleScript> Modules => [.. _modules.Values.OrderBy(static module => module.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>A library of the <c>.psm1</c> and <c>.ps1</c> files of a folder; a module's name is its file's.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ArgumentException">Two files give one name.</exception>
    public static ModuleLibrary FromFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The module folder '{folder}' does not exist. Name a folder of .psm1 files.");
        }

        var files = Directory.EnumerateFiles(folder)
            .Where(static file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .ToList();
        var twice = files.GroupBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase).FirstOrDefault(static group => group.Count() > 1);
        return twice is null
            ? new(files.Select(static file => new ModuleScript(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), Path.GetFileName(file))))
            : throw new ArgumentException($"The module folder '{folder}' has two files for the module '{twice.Key}': {string.Join(" and ", twice.Select(Path.GetFileName))}. Keep one of them.", nameof(folder));
    }

    /// <summary>This library with one more module; a module of the same name is replaced.</summary>
    /// <param name="name">The name that <c>Import-Module</c> takes.</param>
    /// <param name="script">The module's text.</param>
    public ModuleLibrary With(string name, string script) => With(new(new Dictionary<string, ModuleScript> { [name] = new(name, script, name + ".psm1") }.Values));

    /// <summary>This library with those of another; the other's win.</summary>
    /// <param name="other">The other library.</param>
    public ModuleLibrary With(ModuleLibrary other) => new(other._modules.Values.UnionBy(_modules.Values, static module => module.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The module of that name in any case, with or without a file extension; null when there is none.</summary>
    /// <param name="name">The name.</param>
    public ModuleScript? Find(string name) => _modules.GetValueOrDefault(name)
        ?? (Extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) ? _modules.GetValueOrDefault(Path.GetFileNameWithoutExtension(name)) : null);

    internal ScriptProblem Missing(string name) => HostProblems.NoModule(name, [.. Modules.Select(static module => module.Name)]);
}
