using Immy.Typed;

namespace Immybot.Backend.Domain.Providers;

/// <summary>How an operation went. A script writes <c>[OpResult]::Ok()</c> or <c>[OpResult]::Fail('why')</c>.</summary>
[MadeBy("[OpResult]::Ok()")]
public sealed record OpResult : ILenientResult<OpResult>
{
    /// <summary>True when the operation did what it should.</summary>
    public required bool IsSuccess { get; init; }

    /// <summary>What went wrong, for the administrator.</summary>
    public string? Message { get; init; }

    /// <summary>The operation did what it should.</summary>
    public static OpResult Ok() => new() { IsSuccess = true };

    /// <summary>The operation failed.</summary>
    /// <param name="message">What went wrong, for the administrator.</param>
    public static OpResult Fail(string message) => new() { IsSuccess = false, Message = message };

    /// <summary>Outcome and message as a line of text.</summary>
    public override string ToString() => (IsSuccess ? "Ok" : "Failed") + (Message is null ? "" : $": {Message.TrimEnd('.')}");

    static bool ILenientResult<OpResult>.NothingIsUsual => true;

    static OpResult? ILenientResult<OpResult>.FromNothing() => Ok();

    static OpResult? ILenientResult<OpResult>.FromOther(object value) => value switch
    {
        true => Ok(),
        false => Fail("The script wrote $false."),
        _ => null,
    };
}
