using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Conference.Platform.Messaging;
using MassTransit.Scheduling;
using Quartz;

namespace Conference.Timers.Schedules;

/// <summary>A scheduled message as Quartz keeps it, and back.</summary>
internal static class TimerJob
{
    private const string Group = "timers";
    private const string Destination = "destination";
    private const string MessageTypes = "messageTypes";
    private const string Payload = "payload";
    private const string Due = "due";

    public static JobKey KeyOf(Guid token) => new(token.ToString("N"), Group);

    public static IJobDetail ToJob(ScheduleMessage message) => JobBuilder.Create<RingJob>()
        .WithIdentity(KeyOf(message.CorrelationId))
        .UsingJobData(Destination, message.Destination.ToString())
        .UsingJobData(MessageTypes, string.Join('\n', message.PayloadType))
        .UsingJobData(Payload, JsonSerializer.Serialize(message.Payload))
        .UsingJobData(Due, DueOf(message).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
        .RequestRecovery()
        .Build();

    // A timer that is late, however late, fires as soon as it can.
    public static ITrigger ToTrigger(ScheduleMessage message) => TriggerBuilder.Create()
        .WithIdentity(message.CorrelationId.ToString("N"), Group)
        .StartAt(DueOf(message))
        .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
        .Build();

    public static DueMessage ToDueMessage(IJobDetail job)
    {
        var token = Guid.Parse(job.Key.Name);
        var data = job.JobDataMap;
        return new DueMessage
        {
            MessageId = MessageIdOf(token, data.GetString(Due)!),
            Token = token,
            Destination = new Uri(data.GetString(Destination)!),
            MessageTypes = data.GetString(MessageTypes)!.Split('\n'),
            Payload = data.GetString(Payload)!,
        };
    }

    /// <summary>The same token and moment give the same id: fired twice, the receiver's inbox drops the second.</summary>
    public static Guid MessageIdOf(Guid token, string due)
    {
        var name = System.Text.Encoding.UTF8.GetBytes($"timer {token:N} {due}");
        return new Guid(SHA256.HashData(name).AsSpan(0, 16));
    }

    private static DateTimeOffset DueOf(ScheduleMessage message) =>
        new(DateTime.SpecifyKind(message.ScheduledTime.Kind == DateTimeKind.Local ? message.ScheduledTime.ToUniversalTime() : message.ScheduledTime, DateTimeKind.Utc));
}
