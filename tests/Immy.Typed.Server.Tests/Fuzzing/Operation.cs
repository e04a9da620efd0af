using System.Text.Json.Nodes;
using Immy.Typed.Server.Security;

namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>An operation as the API's own document tells it.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path, with its parameters in braces.</param>
/// <param name="Query">The parameters of the address.</param>
/// <param name="Body">The schema of the body; null where none is taken.</param>
/// <param name="Example">A body that the document gives as an example.</param>
/// <param name="Responses">What may be answered.</param>
/// <param name="Role">The least role that may ask; null where anybody may.</param>
/// <param name="IsEdit">True when If-Match must say which state is edited.</param>
internal sealed record Operation(string Method, string Path, IReadOnlyList<QueryParameter> Query, JsonObject? Body, JsonNode? Example, JsonObject Responses, Role? Role, bool IsEdit)
{
    /// <summary>True for a block of a capability: what fails there may be the script's fault.</summary>
    public bool IsBlock => Path.Contains("/capabilities/", StringComparison.Ordinal);

    /// <summary>The names of the collections that the path's parameters stand behind, in order.</summary>
    public IReadOnlyList<string> Collections { get; } = [.. Path.Split('/').Zip(Path.Split('/').Skip(1)).Where(static pair => pair.Second.StartsWith('{')).Select(static pair => pair.First)];

    /// <summary>Verb and path.</summary>
    public override string ToString() => $"{Method} {Path}";
}
