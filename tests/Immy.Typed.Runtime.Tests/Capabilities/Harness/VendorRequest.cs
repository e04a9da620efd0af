namespace Immy.Typed.Runtime.Tests.Capabilities.Harness;

/// <summary>A request that reached the vendor's API.</summary>
/// <param name="Line">Its method, path and query: <c>GET /clients?page=1</c>.</param>
/// <param name="Body">What it brought.</param>
internal sealed record VendorRequest(string Line, string Body);
