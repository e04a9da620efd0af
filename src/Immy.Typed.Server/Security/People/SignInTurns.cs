using Microsoft.AspNetCore.Identity;

namespace Immy.Typed.Server.Security.People;

/// <summary>Lets sign-ins of one name wait for each other. Names share a fixed number of turns, so that made-up names cost no memory.</summary>
internal sealed class SignInTurns : IDisposable
{
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(static _ => new SemaphoreSlim(1))];
    private string? _hashOfNobody;

    public async Task<IDisposable> WaitAsync(string name, CancellationToken cancellationToken)
    {
        var turn = _turns[(uint)StringComparer.Ordinal.GetHashCode(name) % _turns.Length];
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    /// <summary>A hash that no password has.</summary>
    public string HashOfNobody(IPasswordHasher<Person> hasher)
        => _hashOfNobody ??= hasher.HashPassword(new() { UserName = "", Role = Role.Reader }, Guid.NewGuid().ToString());

    public void Dispose() => Array.ForEach(_turns, static turn => turn.Dispose());

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
