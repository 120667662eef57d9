namespace Conference.Booking.Storage;

/// <summary>
/// Something read from the store that need not be read again while every change is told after its commit. Changes that
/// come while it is read are done to it afterwards: done to what holds them already they must change nothing.
/// </summary>
internal sealed class Kept<T> where T : class
{
    private readonly Lock _lock = new();
    private Task<T>? _reading;
    private List<Action<T>> _meanwhile = [];
    private T? _value;
    private long _forgotten;

    /// <summary>What is kept; null until somebody has read it.</summary>
    public T? Value
    {
        get
        {
            lock (_lock)
                return _value;
        }
    }

    /// <summary>What is kept, or else what is read: once, whoever asks meanwhile waits for it too.</summary>
    public async Task<T> GetAsync(Func<Task<T>> read)
    {
        while (true)
        {
            TaskCompletionSource<T>? mine = null;
            Task<T> reading;
            long before;
            lock (_lock)
            {
                if (_value is { } value)
                    return value;
                before = _forgotten;
                if (_reading is null)
                {
                    mine = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
                    (_reading, _meanwhile) = (mine.Task, []);
                }

                reading = _reading;
            }

            if (mine is not null)
                return await ReadAsync(read, mine, before);
            try
            {
                return await reading;
            }
            catch (Exception)
            {
                // Whoever read it is told; the others read for themselves.
            }
        }
    }

    /// <summary>Carries a committed change over to what is kept.</summary>
    public void Change(Action<T> change)
    {
        lock (_lock)
        {
            if (_reading is not null)
                _meanwhile.Add(change);
            if (_value is { } value)
                change(value);
        }
    }

    /// <summary>The next look reads the store again.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _forgotten++;
            (_value, _reading) = (null, null);
        }
    }

    private async Task<T> ReadAsync(Func<Task<T>> read, TaskCompletionSource<T> mine, long before)
    {
        try
        {
            var fresh = await read();
            lock (_lock)
            {
                if (_forgotten == before)
                {
                    _meanwhile.ForEach(change => change(fresh));
                    (_value, _reading) = (fresh, null);
                }
            }

            mine.SetResult(fresh);
            return fresh;
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                if (_reading == mine.Task)
                    _reading = null;
            }

            mine.SetException(exception);
            _ = mine.Task.Exception;
            throw;
        }
    }
}
