namespace Conference.Booking.Storage;

/// <summary>
/// Something read from the store that a process which owns its store alone need not read again. Every change is told
/// after its commit; what was read while a change came is used once and not kept.
/// </summary>
internal sealed class Kept<T> where T : class
{
    private readonly Lock _lock = new();
    private T? _value;
    private long _changes;

    public async Task<T> GetAsync(Func<Task<T>> read)
    {
        long before;
        lock (_lock)
        {
            if (_value is { } value)
                return value;
            before = _changes;
        }

        var fresh = await read();
        lock (_lock)
        {
            if (_changes == before)
                _value = fresh;
        }

        return fresh;
    }

    /// <summary>Carries a committed change over to what is kept. Done to what holds it already it must change nothing.</summary>
    public void Change(Action<T> change)
    {
        lock (_lock)
        {
            _changes++;
            if (_value is { } value)
                change(value);
        }
    }

    /// <summary>The next look reads the store again.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _changes++;
            _value = null;
        }
    }
}
