using Immy.Typed.Generators.Model;
using Scriban.Runtime;

namespace Immy.Typed.Generators.Emission;

/// <summary>What the templates of one capability see: every decision is taken here, the templates only lay out.</summary>
internal static class CapabilityView
{
    public static ScriptObject Of(CapabilityModel capability)
    {
        var contract = "global::" + capability.FullName;
        var blocks = capability.Blocks.ToArray();
        var descriptor = capability.Stem + "Descriptor";
        return new()
        {
            ["namespace"] = capability.Namespace,
            ["stem"] = capability.Stem,
            ["contract"] = contract,
            ["name"] = Code.Literal(capability.Name),
            ["summary"] = Code.Literal(capability.Summary),
            ["base_list"] = string.Join(", ", capability.Bases.Select(static type => $"typeof({type})")),
            ["is_root"] = Code.Literal(capability.IsRoot),
            ["visibility"] = capability.IsPublic ? "public" : "internal",
            ["is_forbidden"] = capability.IsForbidden,
            ["cautions"] = string.Concat(capability.Cautions.Select(static id => ", " + id)),
            ["blocks"] = blocks.Select(block => Block(block, contract, descriptor)).ToArray(),
            ["optional"] = blocks.Where(static block => !block.IsMandatory).Select(block => Optional(block, blocks)).ToArray(),
            ["block_list"] = string.Join(", ", blocks.Select(static block => block.Identifier)),
        };
    }

    private static ScriptObject Block(BlockModel block, string contract, string descriptor) => new()
    {
        ["identifier"] = block.Identifier,
        ["owner"] = block.Owner,
        ["name_literal"] = Code.Literal(block.Name),
        ["summary"] = Code.Literal(block.Summary),
        ["help"] = block.Summary.Length == 0 ? "" : ", HelpMessage = " + Code.Literal(block.Summary),
        ["summary_xml"] = Code.Xml(block.Summary.Length == 0 ? "The block " + block.Name + "." : block.Summary),
        ["returns"] = Code.Literal(block.Returns),
        ["is_mandatory"] = block.IsMandatory,
        ["mandatory"] = Code.Literal(block.IsMandatory),
        ["is_statement"] = block.Result is { Shape: Shape.Nothing, Carrier: Carrier.None },
        ["shape"] = block.Result.Shape.ToString(),
        ["result_type"] = block.Result.BareType,
        ["result_nullable"] = Code.Literal(block.Result.IsNullable),
        ["runs_script_block"] = Code.Literal(block.RunsScriptBlockResult),
        ["lenient"] = block.Result.IsLenient ? $"global::Immy.Typed.Adapters.LenientResult.Of<{block.Result.BareType}>()" : "null",
        ["made_by"] = Code.Literal(block.Result.MadeBy),
        ["adapter_signature"] = (Members.NeedsAsync(block.Result) ? "async " : "") + Members.Signature(block),
        ["signature"] = Members.Signature(block),
        ["invocation"] = Members.Invocation(block, descriptor),
        ["default_call"] = Members.DefaultCall(block),
        ["shim_call"] = Members.Access(block, $"(({block.Owner})((global::Immy.Typed.Adapters.ICapabilityHolder)this).GetCapability(typeof({contract})))"),
        ["untyped_call"] = Members.UntypedCall(block),
        ["parameters"] = block.Parameters.Where(static parameter => !parameter.IsCancellation).Select(Parameter).ToArray(),
    };

    private static ScriptObject Optional(BlockModel block, BlockModel[] blocks) => new()
    {
        ["name"] = block.Name,
        ["without"] = Members.Without(block),
        ["others"] = blocks.Where(other => other != block).Select(Forward).ToArray(),
    };

    private static ScriptObject Forward(BlockModel block) => new()
    {
        ["signature"] = Members.Signature(block),
        ["forward"] = Members.Access(block, "_adapter"),
    };

    private static ScriptObject Parameter(ParameterModel parameter) => new()
    {
        ["name"] = Code.Literal(parameter.ScriptName),
        ["type"] = parameter.BareType,
        ["nullable"] = Code.Literal(parameter.IsNullable),
        ["has_default"] = Code.Literal(parameter.Default is not null),
        ["default"] = parameter.Default ?? "null",
        ["is_arguments"] = Code.Literal(parameter.IsArguments),
        ["summary"] = Code.Literal(parameter.Summary),
    };
}
