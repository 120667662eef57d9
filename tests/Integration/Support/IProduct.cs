namespace Conference.Tests.Support;

/// <summary>The product as a test sees it, in one process or in many.</summary>
public interface IProduct
{
    /// <summary>The portal, as a national coordinator.</summary>
    HttpClient Http { get; }

    /// <summary>Files in the mail drop.</summary>
    IReadOnlyList<string> Mails { get; }

    /// <summary>Waits for a condition; a missing one fails with what the product printed.</summary>
    Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null);
}
