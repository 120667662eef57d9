namespace Conference.Invitations.Inbound.Reading;

/// <summary>Memory that takes so much and no more: what is packed small may unpack to anything.</summary>
internal sealed class BoundedStream(int limit) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        Check(count);
        base.Write(buffer, offset, count);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Check(buffer.Length);
        base.Write(buffer);
    }

    public override void WriteByte(byte value)
    {
        Check(1);
        base.WriteByte(value);
    }

    private void Check(int more)
    {
        if (Length + more > limit)
            throw new UnreadableMailException("part_too_large");
    }
}
