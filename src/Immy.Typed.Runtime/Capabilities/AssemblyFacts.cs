using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Immy.Typed.Adapters;

namespace Immy.Typed.Capabilities;

/// <summary>What an assembly's file says of itself, read without loading it.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="References">What it was compiled against.</param>
/// <param name="HasList">Whether the generator wrote a list of capabilities into it.</param>
/// <param name="MarkedInterface">The first type marked <c>[Capability]</c>, or null.</param>
internal sealed record AssemblyFacts(AssemblyName Name, IReadOnlyList<AssemblyName> References, bool HasList, string? MarkedInterface)
{
    /// <exception cref="CapabilityAssemblyException">The file cannot be read, or is no assembly.</exception>
    public static AssemblyFacts Read(string file, CapabilityAssemblyProblems problems)
    {
        if (Directory.Exists(file))
        {
            throw problems.Folder();
        }

        try
        {
            using var image = new PEReader(File.OpenRead(file));
            return image.HasMetadata && image.GetMetadataReader() is { IsAssembly: true } metadata ? Of(metadata) : throw problems.NotAnAssembly();
        }
        catch (BadImageFormatException)
        {
            throw problems.NotAnAssembly();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw problems.Missing();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw problems.Unreadable(exception);
        }
    }

    private static AssemblyFacts Of(MetadataReader metadata)
    {
        var assembly = metadata.GetAssemblyDefinition();
        return new(
            assembly.GetAssemblyName(),
            [.. metadata.AssemblyReferences.Select(reference => metadata.GetAssemblyReference(reference).GetAssemblyName())],
            Has(metadata, assembly.GetCustomAttributes(), typeof(CapabilityListAttribute)),
            metadata.TypeDefinitions
                .Select(metadata.GetTypeDefinition)
                .Where(type => Has(metadata, type.GetCustomAttributes(), typeof(CapabilityAttribute)))
                .Select(type => metadata.GetString(type.Name))
                .FirstOrDefault());
    }

    private static bool Has(MetadataReader metadata, CustomAttributeHandleCollection attributes, Type attribute)
        => attributes.Any(handle => NameOf(metadata, metadata.GetCustomAttribute(handle).Constructor) == (attribute.Namespace, attribute.Name));

    private static (string? Namespace, string Name) NameOf(MetadataReader metadata, EntityHandle constructor)
    {
        var declaring = constructor.Kind == HandleKind.MemberReference
            ? metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent
            : metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
        switch (declaring.Kind)
        {
            case HandleKind.TypeReference:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)declaring);
                return (metadata.GetString(reference.Namespace), metadata.GetString(reference.Name));
            case HandleKind.TypeDefinition:
                var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)declaring);
                return (metadata.GetString(definition.Namespace), metadata.GetString(definition.Name));
            default:
                return (null, "");
        }
    }
}
