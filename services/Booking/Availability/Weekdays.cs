using Conference.Contracts.Requests;

namespace Conference.Booking.Availability;

internal static class Weekdays
{
    public static Weekday ToWeekday(this DateOnly day) => (Weekday)(((int)day.DayOfWeek + 6) % 7);
}
