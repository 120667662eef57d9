using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Series;
using MassTransit;

namespace Conference.Requests.Lifecycle;

/// <summary>How an occurrence waits for the others of its series.</summary>
internal static class SeriesBehaviors
{
    /// <summary>Says that this one is settled as far as it can be; whether all are is for the series to see.</summary>
    public static EventActivityBinder<ConferenceState, T> TellSeries<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.If(
            context => context.Saga is { AwaitsSeries: true, SeriesId: not null },
            waits => waits.Publish(context => new SettleSeries { SeriesId = context.Saga.SeriesId!.Value }));

    /// <summary>From here on it is a conference like any other, and hospitals have their days to answer from now.</summary>
    public static EventActivityBinder<ConferenceState, InviteToOccurrence> JoinInvited(this EventActivityBinder<ConferenceState, InviteToOccurrence> binder) =>
        binder.Then(context =>
        {
            var state = context.Saga;
            state.AwaitsSeries = false;
            state.ReplyBy = context.Machine().Moments.ReplyBy(context.Now(), state.Slot!.Start, state.Request.ReplyWithinDays);
            state.RemindedUntil = context.Now();
        });
}
