namespace Conference.Audit.Report;

/// <summary>A sentence for operators in both languages.</summary>
public sealed record Text(string Ja, string En)
{
    internal string In(string language) => language == "en" ? En : Ja;
}
