namespace Immy.Typed.Integrations.DemoApi;

/// <summary>One reason of a failure.</summary>
/// <param name="Code">SentinelOne's number for it.</param>
/// <param name="Detail">What exactly is wrong, where that is known.</param>
/// <param name="Title">What is wrong in two or three words.</param>
internal sealed record FailureReason(int Code, string? Detail, string Title);
