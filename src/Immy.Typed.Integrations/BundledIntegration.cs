namespace Immy.Typed.Integrations;

/// <summary>One integration that comes with the product.</summary>
/// <param name="Name">What people choose it by, such as <c>SentinelOne</c>.</param>
/// <param name="Script">The text of the integration script.</param>
public sealed record BundledIntegration(string Name, string Script);
