namespace Conference.Invitations.Inbound.Reading;

/// <summary>
/// Memory that takes so much and no more: what is packed small may unpack to anything. What is beyond the limit is a fault, or left out
/// where it <paramref name="cuts"/>.
/// </summary>
internal sealed class BoundedStream(int limit, bool cuts = false) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count) => base.Write(buffer, offset, Fitting(count));

    public override void Write(ReadOnlySpan<byte> buffer) => base.Write(buffer[..Fitting(buffer.Length)]);

    public override void WriteByte(byte value)
    {
        if (Fitting(1) == 1)
            base.WriteByte(value);
    }

    private int Fitting(int more)
    {
        if (Length + more <= limit)
            return more;
        return cuts ? limit - (int)Length : throw new UnreadableMailException("part_too_large");
    }
}
