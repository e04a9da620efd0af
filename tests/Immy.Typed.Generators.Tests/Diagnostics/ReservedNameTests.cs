using System.Management.Automation;
using Immy.Typed.Generators.Parsing;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY010: blocks whose names something else bears.</summary>
public sealed class ReservedNameTests
{
    [Theory]
    [InlineData("Verbose", "PowerShell's common parameter -Verbose")]
    [InlineData("errorAction", "PowerShell's common parameter -errorAction")]
    [InlineData("WhatIf", "PowerShell's common parameter -WhatIf")]
    [InlineData("vb", "an alias of PowerShell's common parameter -Verbose")]
    [InlineData("CF", "an alias of PowerShell's common parameter -Confirm")]
    [InlineData("Interface", "a parameter of Add-DynamicIntegrationCapability itself")]
    [InlineData("integration", "a parameter of Add-DynamicIntegrationCapability itself")]
    [InlineData("ToBlocks", "a name in the classes that are generated")]
    [InlineData("Instance", "a name in the classes that are generated")]
    [InlineData("Equals", "a name in the classes that are generated")]
    [InlineData("GetHashCode", "a name in the classes that are generated")]
    [InlineData("ToString", "a name in the classes that are generated")]
    [InlineData("GetType", "a name in the classes that are generated")]
    [InlineData("MemberwiseClone", "a name in the classes that are generated")]
    [InlineData("BrokenDescriptor", "a name in the classes that are generated")]
    [InlineData("BrokenParameters", "a name in the classes that are generated")]
    [InlineData("get_Fine", "an accessor of the parameter that is generated for the block 'Fine'")]
    [InlineData("set_Fine", "an accessor of the parameter that is generated for the block 'Fine'")]
    public async Task A_name_that_is_taken_is_told_at_the_member(string name, string owner)
        => await Analysis.RefusesAsync(
            $$"""
            [Capability]
            public interface IBroken
            {
                Task Fine();

                Task [|{{name}}|](CancellationToken cancellationToken);
            }
            """,
            "IMMY010",
            $"IBroken.{name} is the block '{name}', and that name is taken: it is {owner}. Rename the member.");

    [Fact]
    public async Task A_property_whose_block_is_named_like_an_accessor_is_told()
        => await Analysis.RefusesAsync(
            """
            public interface IBase
            {
                Task Count();
            }

            [Capability]
            public interface IBroken : IBase
            {
                new int [|Count|] { get; }
            }
            """,
            "IMMY010",
            "IBroken.Count is the block 'get_Count', and that name is taken: it is an accessor of the parameter that is generated for the block 'Count'. Rename the member.");

    [Theory]
    [InlineData("int Verbose { get; }")]
    [InlineData("int Instance { get; }")]
    [InlineData("int Equals { get; }")]
    [InlineData("Task instance();")]
    [InlineData("Task toBlocks();")]
    [InlineData("Task VerboseMode();")]
    [InlineData("private void Verbose() { }")]
    public async Task A_name_that_is_free_is_not_told(string member)
        => await Analysis.AcceptsAsync($"[Capability] public interface IHealthy {{ Task Fine(); {member} }}");

    [Fact]
    public void Every_common_parameter_of_the_engine_is_reserved()
        => Assert.Subset(
            ReservedNames.OfCommonParameters.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Cmdlet.CommonParameters.Concat(Cmdlet.OptionalCommonParameters).ToHashSet(StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void Every_alias_of_a_common_parameter_of_the_engine_is_reserved()
        => Assert.Subset(
            ReservedNames.OfCommonParameters.ToHashSet(StringComparer.OrdinalIgnoreCase),
            new CmdletInfo("Test-Common", typeof(TestCommonCommand)).Parameters.Values
                .SelectMany(static parameter => parameter.Aliases.Append(parameter.Name))
                .ToHashSet(StringComparer.OrdinalIgnoreCase));

    [Cmdlet(VerbsDiagnostic.Test, "Common", SupportsShouldProcess = true)]
    private sealed class TestCommonCommand : PSCmdlet;
}
