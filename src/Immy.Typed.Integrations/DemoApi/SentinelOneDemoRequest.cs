namespace Immy.Typed.Integrations.DemoApi;

/// <summary>A request that reached a <see cref="SentinelOneDemoApi"/>; headers, and so the token, are not kept.</summary>
/// <param name="Method">The verb, such as <c>GET</c>.</param>
/// <param name="Path">The path, from its leading slash.</param>
/// <param name="Query">The query as it was sent, from its question mark, or nothing.</param>
public sealed record SentinelOneDemoRequest(string Method, string Path, string Query);
