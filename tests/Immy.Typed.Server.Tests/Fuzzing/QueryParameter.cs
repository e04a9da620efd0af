using System.Text.Json.Nodes;

namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>A parameter of an address.</summary>
internal sealed record QueryParameter(string Name, JsonObject Schema);
