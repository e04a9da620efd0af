using Immy.Typed.Adapters;
using Immy.Typed.Cli.Output;

namespace Immy.Typed.Cli.Capabilities;

/// <summary>One parameter of a block, as <c>immy capabilities --format json</c> lists it.</summary>
internal sealed record ParameterListing(string Name, string Type, bool IsMandatory, string Summary)
{
    public static ParameterListing Of(BlockParameterDescriptor parameter) => new(
        parameter.Name, TypeNames.Of(parameter.Type, parameter.IsNullable), !parameter.IsNullable && !parameter.HasDefault, parameter.Summary);
}
