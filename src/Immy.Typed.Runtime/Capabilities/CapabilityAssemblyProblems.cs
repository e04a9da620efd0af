using System.Reflection;

namespace Immy.Typed.Capabilities;

/// <summary>What can be wrong with a file that is to contribute capabilities.</summary>
/// <param name="path">The file, as the caller named it.</param>
internal sealed class CapabilityAssemblyProblems(string path)
{
    private const string Expected = "Name the DLL that a contracts project builds, such as bin/Release/net10.0/Acme.Contracts.dll.";

    public CapabilityAssemblyException Missing() => Problem($"does not exist. {Expected}");

    public CapabilityAssemblyException Folder() => Problem($"is a folder. {Expected}");

    public CapabilityAssemblyException Unreadable(Exception cause) => Problem($"cannot be read: {cause.Message}", cause);

    public CapabilityAssemblyException NotAnAssembly() => Problem($"is not a .NET assembly. {Expected}");

    public CapabilityAssemblyException OtherMajorVersion(string contracts, Version theirs, Version ours) => Problem(
        $"was built against {contracts} {theirs.ToString(3)}, and this host has {ours.ToString(3)}: another major version. "
        + $"Build it against version {ours.Major} of Immy.Typed, or use a host of version {theirs.Major}.");

    public CapabilityAssemblyException NoCapability() => Problem(
        "contributes no capability: it has no interface marked [Capability]. Declare one in its project, or leave the file out.");

    public CapabilityAssemblyException NoGenerator(string marked) => Problem(
        $"contributes no capability: {marked} is marked [Capability], but was compiled without the generator. "
        + "Reference the package Immy.Typed, which brings it along, and build again.");

    public CapabilityAssemblyException MissingDependency(AssemblyName dependency, Exception cause) => Problem(
        $"needs {dependency.Name}{(dependency.Version is { } version ? $" {version}" : "")}, which is neither beside it nor part of this host. "
        + $"Put {dependency.Name}.dll into its folder: build it with <EnableDynamicLoading>true</EnableDynamicLoading>, or publish it.",
        cause);

    public CapabilityAssemblyException DoesNotFit(Version ours, Exception cause) => Problem(
        $"does not fit this host, which has version {ours.ToString(3)} of Immy.Typed: {cause.Message} Build it against that version.",
        cause);

    private CapabilityAssemblyException Problem(string what, Exception? cause = null) => new(path, $"The capability assembly '{path}' {what}", cause);
}
