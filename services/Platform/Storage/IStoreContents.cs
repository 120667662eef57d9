namespace Conference.Platform.Storage;

/// <summary>Whether people have put anything into a service's store: asked by hosts that must not touch data in use.</summary>
public interface IStoreContents
{
    /// <summary>What it is, in English and in the plural; null where there is nothing but what a first start writes.</summary>
    Task<string?> FindAsync(CancellationToken cancellationToken);
}
