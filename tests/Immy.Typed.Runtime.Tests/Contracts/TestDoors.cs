namespace Immy.Typed.Runtime.Tests.Contracts;

/// <summary>No capability, only what some have in common.</summary>
public interface ITestNamed
{
    /// <summary>Gives the name.</summary>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>The name.</returns>
    Task<string> GetTestName(CancellationToken cancellationToken);
}

/// <summary>A capability that others extend.</summary>
[Capability]
public interface ISupportsTestDoors
{
    /// <summary>Opens the door.</summary>
    /// <param name="width">How far.</param>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>What was done.</returns>
    Task<string> OpenDoor(int width, CancellationToken cancellationToken);

    /// <summary>Knocks first.</summary>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>The sound.</returns>
    Task<string> Knock(CancellationToken cancellationToken) => Task.FromResult("silence");
}

/// <summary>Extends a capability and an interface that is none.</summary>
[Capability]
public interface ISupportsTestLocks : ISupportsTestDoors, ITestNamed
{
    /// <summary>Locks the door.</summary>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>What was done.</returns>
    Task<string> LockDoor(CancellationToken cancellationToken);
}

/// <summary>Extends the extension.</summary>
[Capability]
public interface ISupportsTestSafes : ISupportsTestLocks;

/// <summary>Extends the same capability as another.</summary>
[Capability]
public interface ISupportsTestBells : ISupportsTestDoors;

/// <summary>A capability of which a script need not give any block.</summary>
[Capability]
public interface ISupportsTestNotes
{
    /// <summary>Reads the note.</summary>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>Its text.</returns>
    Task<string> ReadNote(CancellationToken cancellationToken) => Task.FromResult("empty");
}

/// <summary>Extends one whose blocks are optional, and gives one of them another default.</summary>
[Capability]
public interface ISupportsTestSignedNotes : ISupportsTestNotes
{
    /// <summary>Reads the signature.</summary>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>The name.</returns>
    Task<string> ReadSignature(CancellationToken cancellationToken);

    async Task<string> ISupportsTestNotes.ReadNote(CancellationToken cancellationToken) => "signed by " + await ReadSignature(cancellationToken);
}
