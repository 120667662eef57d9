using System.Net;
using Conference.Contracts.Booking;
using Conference.Portal.Api;
using Conference.Portal.Pages.Requesting.Heat;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Portal.Requesting;

public sealed class HeatSourceTests
{
    private static readonly AvailabilityView View = new() { Sites = [], RestDays = [] };

    [Fact]
    public async Task AskAsync_AfterAFault_ForgetsWhatWasShownAndAsksAgain()
    {
        var answers = new Queue<AvailabilityView?>([View, null, View]);
        using var source = new HeatSource((_, _) => Task.FromResult(Answer(answers.Dequeue())));

        await source.AskAsync("a");
        await source.AskAsync("b");
        (source.View, source.Failed).ShouldBe((null, true));
        await source.AskAsync("b");

        (source.View, source.Failed).ShouldBe((View, false));
    }

    [Fact]
    public async Task AskAsync_TheSameAgain_ReadsNothing()
    {
        var asked = 0;
        using var source = new HeatSource((_, _) => Task.FromResult(Answer(++asked == 1 ? View : null)));

        await source.AskAsync("a");
        await source.AskAsync("a");

        (asked, source.View).ShouldBe((1, View));
    }

    [Fact]
    public async Task AskAsync_AnsweredAfterALaterQuestion_IsLeftAside()
    {
        var first = new TaskCompletionSource<ApiResult<AvailabilityView>>();
        using var source = new HeatSource((path, _) => path == "a" ? first.Task : Task.FromResult(Answer(View)));

        var early = source.AskAsync("a");
        (await source.AskAsync("b")).ShouldBeTrue();
        first.SetResult(Answer(null));

        (await early).ShouldBeFalse();
        (source.View, source.Failed).ShouldBe((View, false));
    }

    private static ApiResult<AvailabilityView> Answer(AvailabilityView? view) =>
        new() { Status = view is null ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, Value = view };
}
