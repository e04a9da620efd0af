using System.Management.Automation;
using Immy.Typed.Problems;
using Immybot.Backend.Domain.Models;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes one version of a software with its installer, for GetDynamicVersions.</summary>
/// <remarks>Processor and package type are read leniently: one odd value must not cost the version.</remarks>
/// <example>
/// <code>
/// New-DynamicVersion -Url 'https://acme.example/agent-7.1.0-x64.msi' -Version '7.1.0' -FileName 'agent.msi' -Architecture X64 -PackageType MSI
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "DynamicVersion")]
[OutputType(typeof(DynamicVersion))]
public sealed class NewDynamicVersionCommand : SessionCommand
{
    /// <summary>The full address of the installer.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Uri")]
    [AllowNull]
    public string? Url { get; set; }

    /// <summary>The version as the vendor writes it.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public required string Version { get; set; }

    /// <summary>The name to save the installer under; taken from the address when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public string? FileName { get; set; }

    /// <summary>The processors that the installer is for (X64, X86, Arm64, Any), in the vendor's own words if need be.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public object? Architecture { get; set; }

    /// <summary>The kind of the installer's file: Executable, MSI, MSIX, Zip, Script, Pkg, Dmg, Deb or Rpm.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public object? PackageType { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(new DynamicVersion
    {
        Version = Version,
        Url = TextOf(Url),
        FileName = TextOf(FileName),
        Architecture = Read(nameof(Architecture), Architecture, VendorWords.ToArchitecture, "processor") ?? Immybot.Backend.Domain.Models.Architecture.Any,
        PackageType = Read(nameof(PackageType), PackageType, VendorWords.ToPackageType, "package type"),
    });

    private T? Read<T>(string field, object? value, Func<object?, T?> read, string expected)
        where T : struct
    {
        if (value is null || value.ToString() is null or "")
        {
            return null;
        }

        var result = read(value);
        if (result is null)
        {
            var problem = BlockProblems.NotConverted($"version {Version}", field, value.ToString()!, expected);
            WriteWarning($"{problem.Id}: {problem.Message} {problem.Mend}");
        }

        return result;
    }

    // The engine hands a missing text over as an empty one.
    private static string? TextOf(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
