namespace Conference.Platform.Telemetry.Figures;

/// <summary>Reads figures that an operator watches from a service's own store. Asked every 15 seconds at most, whoever scrapes.</summary>
public interface IFigureSource
{
    /// <summary>The figures that it gives, all of them every time.</summary>
    IReadOnlyList<Figure> Figures { get; }

    /// <summary>Reads them; one cheap query each.</summary>
    Task<IReadOnlyList<Reading>> ReadAsync(IServiceProvider scope, CancellationToken cancellationToken);
}

/// <summary>One figure at <c>/metrics</c>.</summary>
/// <param name="Name">Its name; dots and the unit become underscores there: <c>conference.outbox.oldest_age</c> in <c>s</c> is <c>conference_outbox_oldest_age_seconds</c>.</param>
/// <param name="Unit"><c>s</c> for seconds; null for a count.</param>
/// <param name="Description">What it says.</param>
public sealed record Figure(string Name, string? Unit, string Description);

/// <summary>What a figure is now, for one set of labels.</summary>
public sealed record Reading(Figure Figure, double Value, params KeyValuePair<string, object?>[] Labels)
{
    /// <summary>A label.</summary>
    public static KeyValuePair<string, object?> Label(string name, object value) => new(name, value);
}
