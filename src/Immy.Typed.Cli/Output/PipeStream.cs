using Microsoft.Win32.SafeHandles;

namespace Immy.Typed.Cli.Output;

/// <summary>
/// Standard output where it is a pipe: a pipe that nobody reads is an <see cref="OutputClosedException"/>, so that the
/// script behind it stops. The console's own stream goes on writing into the void.
/// </summary>
internal sealed class PipeStream : Stream
{
    private const int BrokenPipe = 32;
    private readonly FileStream _pipe;

    private PipeStream(FileStream pipe) => _pipe = pipe;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Standard output as a pipe; null where it is none.</summary>
    public static PipeStream? OfStandardOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return null;
        }

        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? null : new PipeStream(stream);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _pipe.Write(buffer);
        }
        catch (IOException exception) when (exception.HResult == BrokenPipe)
        {
            throw new OutputClosedException(exception);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
