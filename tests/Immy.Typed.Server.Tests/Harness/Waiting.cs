namespace Immy.Typed.Server.Tests.Harness;

/// <summary>Waits for what must come, with a limit that only a mistake reaches.</summary>
internal static class Waiting
{
    public static async Task<T> ForAsync<T>(Func<Task<T>> read, Func<T, bool> isThere)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        while (true)
        {
            var value = await read();
            if (isThere(value))
            {
                return value;
            }

            await Task.Delay(20, limit.Token);
        }
    }
}
