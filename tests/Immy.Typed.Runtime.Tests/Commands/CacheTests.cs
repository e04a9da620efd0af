using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Commands;

public sealed class CacheTests
{
    [Fact]
    public async Task A_block_runs_once_and_every_session_gets_what_it_wrote()
    {
        await using var host = new TestHost();
        var integration = await CommandRun.LoadAsync(host, """
            $result = Invoke-CommandCached -CacheKey k -ScriptBlock { $IntegrationContext.Runs++; [pscustomobject]@{ n = $IntegrationContext.Runs }; 'two' } -ExpirationSeconds 60
            "$($result[0].n) $($result[1]) $($result.Count)"
            """);
        var texts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => integration.TokenAsync())));
        Assert.All(texts, static text => Assert.Equal("1 two 2", text));
    }

    [Fact]
    public async Task What_is_kept_ends_when_it_is_told_to() => Assert.Equal("1 1 2 3 1", await CommandRun.TextAsync("""
        $count = @{ n = 0 }
        $block = { $count.n++; $count.n }
        $a = Invoke-CommandCached k $block -TimeSpan (New-TimeSpan -Minutes 5)
        $b = Invoke-CommandCached k $block
        Set-CacheKeyExpiration k -ExpirationSeconds 0
        $c = Invoke-CommandCached k $block
        $d = Invoke-CommandCached k $block -Force
        $empty = Invoke-CommandCached none { $count.runs++ }; $empty = Invoke-CommandCached none { $count.runs++ }
        "$a $b $c $d $($count.runs)"
        """));

    [Fact]
    public async Task What_failed_is_not_kept()
    {
        await using var host = new TestHost();
        var integration = await CommandRun.LoadAsync(host, """
            param($clientId)
            try { Invoke-CommandCached k { if ($clientId -eq 'bad') { throw 'no luck' }; 'fine' } } catch { "$_" }
            """);
        Assert.Equal("no luck", await integration.TokenAsync("bad"));
        Assert.Equal("fine", await integration.TokenAsync("good"));
    }

    [Fact]
    public async Task What_a_block_wrote_beside_an_error_is_not_kept()
    {
        await using var host = new TestHost();
        var integration = await CommandRun.LoadAsync(host, """
            param($clientId)
            Invoke-CommandCached k { if ($clientId -eq 'bad') { Write-Error 'half' }; $clientId }
            """);
        Assert.Equal("bad", await integration.TokenAsync("bad"));
        Assert.Equal("good", await integration.TokenAsync("good"));
    }

    [Fact]
    public async Task Code_is_not_kept() => Assert.Equal(
        "Test.ps1(3,1): error IMMY413: The cache cannot keep ScriptBlock under 'k': it belongs to one session, and the cache is shared by all of them. Let the block write data only.",
        await CommandRun.FailureAsync("Invoke-CommandCached k { { 1 } }"));

    [Fact]
    public async Task Moving_the_end_of_what_is_not_kept_is_warned_of()
    {
        await using var host = new TestHost();
        await CommandRun.TextAsync(host, "Set-CacheKeyExpiration k 5; 'ok'");
        Assert.Equal(["IMMY415: The cache keeps nothing under 'k', so there is no end of life to move. Call Invoke-CommandCached with this key first."], host.Warnings());
    }

    [Fact]
    public async Task Atomic_blocks_run_one_after_the_other_and_may_nest()
    {
        await using var host = new TestHost();
        var integration = await CommandRun.LoadAsync(host, """
            param($clientId)
            if ($clientId -eq 'read') { return $IntegrationContext.N }
            Invoke-AtomicCommand -Key k -ScriptBlock { Invoke-AtomicCommand K { $n = [int]$IntegrationContext.N; Start-Sleep -Milliseconds 50; $IntegrationContext.N = $n + 1 } }
            'ok'
            """);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => integration.TokenAsync())));
        Assert.Equal("4", await integration.TokenAsync("read"));
    }

    [Fact]
    public async Task What_an_atomic_block_writes_streams() => Assert.Equal("1 10", await CommandRun.TextAsync("""
        $seen = @{ n = 0 }
        $first = Invoke-AtomicCommand k { 1..10 | ForEach-Object { $seen.n = $_; $_ } } | Select-Object -First 1
        $all = Invoke-AtomicCommand k { 1..10 }
        "$first $($all.Count)"
        """));

    [Fact]
    public async Task An_atomic_block_s_error_releases_the_lock() => Assert.Equal("boom free", await CommandRun.TextAsync("""
        $text = try { Invoke-AtomicCommand k { throw 'boom' } } catch { "$_" }
        "$text $(Invoke-AtomicCommand k { 'free' })"
        """));

    [Fact]
    public async Task Waiting_for_a_lock_ends_with_the_call()
    {
        await using var host = new TestHost();
        var integration = await CommandRun.LoadAsync(host, """
            param($clientId)
            if ($clientId -eq 'read') { return "$($IntegrationContext.Held)." }
            if ($clientId -eq 'holder') { Invoke-AtomicCommand k { $IntegrationContext.Held = 1; Start-Sleep -Seconds 30 } }
            Invoke-AtomicCommand k { 'got it' }
            """);
        using var stopHolder = new CancellationTokenSource();
        var tokens = integration.As<Immybot.Backend.Providers.Interfaces.ISupportsTenantInstallToken>();
        var holder = Task.Run(() => tokens.GetTenantInstallToken("holder", stopHolder.Token));
        while (await integration.TokenAsync("read") == ".")
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        using var stopWaiter = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tokens.GetTenantInstallToken("waiter", stopWaiter.Token));
        Assert.DoesNotContain(host.Observer.Last.Problems, static problem => problem.Id == "IMMY211");
        await stopHolder.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => holder);
        Assert.Equal("got it", await integration.TokenAsync("next"));
    }
}
