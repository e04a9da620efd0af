using Immy.Typed.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY011: methods whose caller cannot stop the script.</summary>
public sealed class MissingCancellationTokenTests
{
    [Theory]
    [InlineData("Task [|Get|]();")]
    [InlineData("Task [|Get|](string id);")]
    [InlineData("Task [|Get|](CancellationToken cancellationToken, string id);")]
    [InlineData("Task [|Get|](params string[] ids);")]
    [InlineData("Task [|Get|](CancellationToken? cancellationToken);")]
    [InlineData("void [|Get|]();")]
    [InlineData("Task [|Get|]() => Task.CompletedTask;")]
    public async Task A_method_that_does_not_end_with_a_token_is_told_at_its_name(string member)
        => await Analysis.TellsAsync(
            $"[Capability] public interface IFoo {{ {member} }}",
            new MissingCancellationTokenAnalyzer(),
            DiagnosticSeverity.Warning,
            "IMMY011",
            "IFoo.Get does not end with a CancellationToken, so its caller cannot stop the script. Add 'CancellationToken cancellationToken' as the last parameter.");

    [Theory]
    [InlineData("Task Get(CancellationToken cancellationToken);")]
    [InlineData("Task Get(string id, CancellationToken cancellationToken = default);")]
    [InlineData("Task Get(CancellationToken cancellationToken, params string[] ids);")]
    [InlineData("Task Get(CancellationToken cancellationToken); int Count { get; }")]
    [InlineData("Task Get(CancellationToken cancellationToken); private int Count() => 1;")]
    [InlineData("Task Get(CancellationToken cancellationToken); static int Count() => 1;")]
    [InlineData("Task Get(CancellationToken cancellationToken); sealed int Count() => 1;")]
    public async Task A_member_that_can_be_stopped_or_is_no_method_is_not_told(string members)
        => await Analysis.AcceptsAsync($"[Capability] public interface IFoo {{ {members} }} public interface IUnmarked {{ Task Get(); }}", new MissingCancellationTokenAnalyzer());
}
