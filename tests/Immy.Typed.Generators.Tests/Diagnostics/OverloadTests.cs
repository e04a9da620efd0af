namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY003: members that are one script block.</summary>
public sealed class OverloadTests
{
    [Fact]
    public async Task An_overload_is_told_at_the_second_name()
        => await Analysis.RefusesAsync(
            """
            [Capability]
            public interface IBroken
            {
                Task Get();

                Task [|Get|](string id);
            }
            """,
            "IMMY003",
            Message("Get"));

    [Fact]
    public async Task Names_that_differ_in_case_are_told_at_the_second_name()
        => await Analysis.RefusesAsync(
            """
            [Capability]
            public interface IBroken
            {
                Task Get();

                Task [|GET|](string id);
            }
            """,
            "IMMY003",
            Message("GET"));

    [Fact]
    public async Task Properties_that_differ_in_case_are_told_at_the_second_name()
        => await Analysis.RefusesAsync(
            """
            [Capability]
            public interface IBroken
            {
                int Count { get; }

                int [|count|] { get; }
            }
            """,
            "IMMY003",
            Message("get_count"));

    [Fact]
    public async Task A_member_that_a_base_has_too_is_told_at_the_name_of_the_derived_one()
        => await Analysis.RefusesAsync(
            """
            public interface IBase
            {
                Task Get();
            }

            [Capability]
            public interface IBroken : IBase
            {
                Task [|Get|](string id);
            }
            """,
            "IMMY003",
            Message("Get"));

    [Fact]
    public async Task Members_that_two_bases_have_are_told_at_the_name_of_the_interface()
        => await Analysis.RefusesAsync(
            """
            public interface IOne
            {
                Task Get();
            }

            public interface ITwo
            {
                Task Get(string id);
            }

            [Capability]
            public interface [|IBroken|] : IOne, ITwo;
            """,
            "IMMY003",
            Message("Get"));

    [Fact]
    public async Task Names_that_differ_are_not_told()
        => await Analysis.AcceptsAsync(
            """
            [Capability]
            public interface IHealthy
            {
                Task Get();

                Task GetOne(string id);

                int GetCount { get; }
            }
            """);

    [Fact]
    public async Task An_overload_that_no_script_can_give_is_not_told()
        => await Analysis.AcceptsAsync(
            """
            [Capability]
            public interface IHealthy
            {
                Task Get(string id);

                sealed Task Get() => Get("one");

                private static Task Get(int id) => Task.CompletedTask;
            }
            """);

    private static string Message(string block)
        => $"IBroken has more than one member that is the block '{block}' (PowerShell ignores case and has no overloads). Give each member a name of its own.";
}
