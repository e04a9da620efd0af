namespace Immy.Typed.Server.Tests.SupportTickets;

/// <summary>One provider link at most takes support requests, whatever is saved.</summary>
public sealed class TicketRuleTests
{
    private static readonly string[] Excluded = ["ISupportsSupportTicketDetailOverride"];

    [Fact]
    public async Task A_second_link_is_refused_with_the_name_of_the_first()
    {
        await using var desk = await TicketDesk.StartAsync();
        var type = await desk.TypeAsync("Desk");
        var first = await desk.LinkAsync(type, "First");

        Assert.Equal((409, Refusal("Second", "First", first)), await desk.TryLinkAsync(type, "Second"));
        Assert.Equal((409, Refusal("Other", "First", first)), await desk.TryLinkAsync(await desk.TypeAsync("Other desk"), "Other"));
        Assert.Single(await desk.Server.ItemsAsync("provider-links"));
        Assert.Equal("First", await desk.TakerAsync());
    }

    [Fact]
    public async Task What_is_excluded_or_switched_off_gives_way_and_comes_back_only_while_nobody_else_is_there()
    {
        await using var desk = await TicketDesk.StartAsync();
        var type = await desk.TypeAsync("Desk");
        var first = await desk.LinkAsync(type, "First");
        var second = await desk.LinkAsync(type, "Second", Excluded);

        Assert.Equal((409, Refusal("Second", "First", first)), await desk.EditAsync(second, new { name = "Second", excludedCapabilities = Array.Empty<string>() }));
        Assert.Equal((200, null), await desk.EditAsync(first, new { name = "First", isEnabled = false }));
        Assert.Null(await desk.TakerAsync());
        Assert.Equal((200, null), await desk.EditAsync(second, new { name = "Second", excludedCapabilities = Array.Empty<string>() }));
        Assert.Equal("Second", await desk.TakerAsync());
        Assert.Equal((409, Refusal("First", "Second", second)), await desk.EditAsync(first, new { name = "First", isEnabled = true }));
        Assert.False((await desk.Server.GetAsync($"provider-links/{first}")).GetProperty("isEnabled").GetBoolean());

        Assert.Equal((204, null), TicketDesk.Told(await desk.Server.EditAsync(HttpMethod.Delete, $"provider-links/{second}")));
        Assert.Equal((200, null), await desk.EditAsync(first, new { name = "First", isEnabled = true }));
        Assert.Equal("First", await desk.TakerAsync());
    }

    [Fact]
    public async Task A_new_version_that_would_make_several_is_refused_with_their_names()
    {
        await using var desk = await TicketDesk.StartAsync();
        var type = await desk.TypeAsync("Desk", TicketDesk.Plain);
        var (one, two) = (await desk.LinkAsync(type, "One"), await desk.LinkAsync(type, "Two"));

        Assert.Equal(
            (409, $"With ISupportsSupportTicketDetailOverride of the new version, support requests would go to 2 provider links: 'One' ({one}), 'Two' ({two}). Only one that is switched on may take them. Nothing was saved. "
                + "Exclude the capability for the others first, or switch them off: PUT /api/v1/provider-links/{id}."),
            await SaveAsync(desk, type, TicketDesk.Script));
        Assert.Equal(1, (await desk.Server.GetAsync($"integration-types/{type}")).GetProperty("version").GetInt32());

        Assert.Equal((200, null), await desk.EditAsync(two, new { name = "Two", excludedCapabilities = Excluded }));
        Assert.Equal((200, null), await SaveAsync(desk, type, TicketDesk.Script));
        Assert.Equal("One", await desk.TakerAsync());
        var other = await desk.TypeAsync("Other desk", TicketDesk.Plain);
        var third = await desk.LinkAsync(other, "Third");
        Assert.Contains($"'Third' ({third}), 'One' ({one})", (await SaveAsync(desk, other, TicketDesk.Script)).Detail, StringComparison.Ordinal);

        Assert.Equal((200, null), TicketDesk.Told(await desk.Server.EditAsync(HttpMethod.Post, $"integration-types/{type}/versions/1/rollback", new { }, $"integration-types/{type}")));
        Assert.Null(await desk.TakerAsync());
        Assert.Equal((200, null), await SaveAsync(desk, other, TicketDesk.Script));
        Assert.Equal("Third", await desk.TakerAsync());
    }

    [Fact]
    public async Task Of_links_that_are_made_at_the_same_time_one_comes_through()
    {
        await using var desk = await TicketDesk.StartAsync();
        var type = await desk.TypeAsync("Desk");

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => desk.TryLinkAsync(type, $"Link {number}")));

        Assert.Equal([201, 409, 409, 409], made.Select(static link => link.Status).Order());
        Assert.Single(await desk.Server.ItemsAsync("provider-links"));
    }

    private static async Task<(int Status, string? Detail)> SaveAsync(TicketDesk desk, string type, string script)
    {
        var name = (await desk.Server.GetAsync($"integration-types/{type}")).GetProperty("name").GetString();
        return TicketDesk.Told(await desk.Server.EditAsync(HttpMethod.Put, $"integration-types/{type}", new { name, script }));
    }

    private static string Refusal(string second, string first, string id)
        => $"'{second}' cannot have ISupportsSupportTicketDetailOverride: support requests go to the provider link '{first}', and only one that is switched on may take them. "
            + $"Exclude the capability for '{second}' with excludedCapabilities, or first switch '{first}' off or exclude it there: PUT /api/v1/provider-links/{id}.";
}
