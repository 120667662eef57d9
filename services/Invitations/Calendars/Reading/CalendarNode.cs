namespace Conference.Invitations.Calendars.Reading;

/// <summary>A component with its properties and the components within it, in the order in which they stand.</summary>
internal sealed class CalendarNode(string name)
{
    public string Name => name;

    public List<CalendarProperty> Properties { get; } = [];

    public List<CalendarNode> Children { get; } = [];

    /// <summary>The first property of a name; null when there is none.</summary>
    public CalendarProperty? Find(string property) => Properties.Find(one => one.Name == property);

    public IEnumerable<CalendarProperty> All(string property) => Properties.Where(one => one.Name == property);

    public IEnumerable<CalendarNode> Inner(string component) => Children.Where(one => one.Name == component);

    /// <summary>This component and all within it.</summary>
    public IEnumerable<CalendarNode> Whole() => Children.SelectMany(child => child.Whole()).Prepend(this);
}
