using Immy.Typed.Actions;
using Immy.Typed.Adapters;
using Immy.Typed.Integrations;

namespace Immy.Typed.Calls;

/// <summary>Which block is called, for which instance, with which arguments, on behalf of which action.</summary>
internal sealed record CallRequest(InstanceState Instance, BlockDescriptor Block, object?[] Arguments, ActionContext? Action);
