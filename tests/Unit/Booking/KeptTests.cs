using Conference.Booking.Storage;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Booking;

public sealed class KeptTests
{
    private readonly Kept<List<int>> _kept = new();
    private readonly List<int> _store = [1];
    private int _reads;

    [Fact]
    public async Task Get_Twice_ReadsOnce()
    {
        await _kept.GetAsync(ReadAsync);
        (await _kept.GetAsync(ReadAsync)).ShouldBe([1]);
        _reads.ShouldBe(1);
    }

    [Fact]
    public async Task Change_AfterRead_IsCarriedOver()
    {
        await _kept.GetAsync(ReadAsync);
        _kept.Change(value => value.Add(2));
        (await _kept.GetAsync(ReadAsync)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Change_WhileItIsRead_IsNotLost()
    {
        await _kept.GetAsync(async () =>
        {
            var old = await ReadAsync();
            _store.Add(2);
            _kept.Change(value => value.Add(2));
            return old;
        });
        (await _kept.GetAsync(ReadAsync)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Forget_ReadsAgain()
    {
        await _kept.GetAsync(ReadAsync);
        _store.Add(2);
        _kept.Forget();
        (await _kept.GetAsync(ReadAsync)).ShouldBe([1, 2]);
    }

    private Task<List<int>> ReadAsync()
    {
        _reads++;
        return Task.FromResult(_store.ToList());
    }
}
