namespace Conference.Portal.Access.Passkeys;

/// <summary>The answer to a challenge that is kept in a short-lived cookie.</summary>
internal static class PasskeyChallenge
{
    /// <summary>What came of it; null when there is no challenge (any more): Identity throws then. What a store throws has its cause within.</summary>
    public static async Task<T?> AnswerAsync<T>(Func<Task<T>> answerAsync) where T : class
    {
        try
        {
            return await answerAsync();
        }
        catch (InvalidOperationException exception) when (exception.InnerException is null)
        {
            return null;
        }
    }
}
