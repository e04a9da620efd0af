using System.Buffers.Binary;

namespace Immy.Typed.Server.Runs;

/// <summary>Ids of runs: version 7 with a counter in the bits that RFC 9562 leaves for one, so that runs of one millisecond keep their order too.</summary>
internal static class RunIds
{
    private const int MostOfMillisecond = 0xFFF;

    private static readonly Lock Gate = new();
    private static long _last;
    private static int _counter;

    public static Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];

        // Ids are no secrets, and are made for every request: random bytes of the system would cost more than all else here.
        Random.Shared.NextBytes(bytes[8..]);
        var (milliseconds, counter) = Step();
        BinaryPrimitives.WriteInt64BigEndian(bytes, (milliseconds << 16) | 0x7000L | (long)counter);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static (long Milliseconds, int Counter) Step()
    {
        lock (Gate)
        {
            var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            if (now > _last)
            {
                (_last, _counter) = (now, 0);
            }
            else if (++_counter > MostOfMillisecond)
            {
                (_last, _counter) = (_last + 1, 0);
            }

            return (_last, _counter);
        }
    }
}
