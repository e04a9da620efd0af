namespace Immy.Typed.Server.Modules;

/// <summary>What scripts that people save belong to.</summary>
internal enum ScriptOwner
{
    /// <summary>An integration type.</summary>
    IntegrationType,

    /// <summary>Software, which is installed and uninstalled by scripts.</summary>
    Software,
}
