namespace Immy.Typed.Generators.Model;

/// <summary>One capability interface as values only: what the emitters know of it.</summary>
/// <param name="Name">The interface's simple name.</param>
/// <param name="FullName">The interface's name with namespace and containing types, without <c>global::</c>.</param>
/// <param name="Namespace">The namespace of what is generated.</param>
/// <param name="Stem">The start of every generated type's name.</param>
/// <param name="IsRoot">Whether every integration has it from its start.</param>
/// <param name="IsPublic">Whether the interface, and so its parameter class, is seen outside the assembly.</param>
/// <param name="Summary">The interface's documentation as plain text.</param>
/// <param name="Bases">The interfaces that it extends, however far up, as <c>typeof</c> takes them.</param>
/// <param name="Blocks">Its members in order.</param>
/// <param name="IsForbidden">Whether a part of it is obsolete so much that only what is obsolete may use it.</param>
/// <param name="Cautions">The ids by which the compiler would warn of its use.</param>
internal sealed record CapabilityModel(
    string Name,
    string FullName,
    string Namespace,
    string Stem,
    bool IsRoot,
    bool IsPublic,
    string Summary,
    EquatableArray<string> Bases,
    EquatableArray<BlockModel> Blocks,
    bool IsForbidden,
    EquatableArray<string> Cautions);
