namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY008: capabilities that generated code cannot reach.</summary>
public sealed class UnreachableTests
{
    [Theory]
    [InlineData("private")]
    [InlineData("protected")]
    [InlineData("private protected")]
    public async Task A_hidden_nested_interface_is_told_at_its_name(string modifier)
        => await Analysis.RefusesAsync(
            $$"""
            public class Holder
            {
                [Capability]
                {{modifier}} interface [|IBroken|]
                {
                    Task Get();
                }
            }
            """,
            "IMMY008",
            Message(modifier));

    [Fact]
    public async Task A_file_local_interface_is_told_at_its_name()
        => await Analysis.RefusesAsync("[Capability] file interface [|IBroken|];", "IMMY008", Message("file-local"));

    [Theory]
    [InlineData("file class Holder", "{0}", "nested in Holder, which is file-local")]
    [InlineData("public class Outer", "private class Holder {{ {0} }}", "nested in Holder, which is private")]
    public async Task An_interface_nested_in_a_hidden_type_is_told_at_its_name(string outer, string inner, string how)
        => await Analysis.RefusesAsync(
            outer + " { " + string.Format(System.Globalization.CultureInfo.InvariantCulture, inner, "[Capability] public interface [|IBroken|];") + " }",
            "IMMY008",
            Message(how));

    [Theory]
    [InlineData("internal")]
    [InlineData("protected internal")]
    [InlineData("public")]
    public async Task An_interface_that_the_assembly_can_see_is_not_told(string modifier)
        => await Analysis.AcceptsAsync($"public class Holder {{ [Capability] {modifier} interface IHealthy {{ Task Get(); }} }}");

    private static string Message(string how) => $"IBroken is {how}, so the code that is generated for it cannot reach it. Make it internal or public.";
}
