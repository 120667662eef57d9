using System.ComponentModel.DataAnnotations;

namespace Conference.Platform.Storage;

/// <summary>Where the embedded stores, keys and the mail drop are kept (section <c>Data</c>).</summary>
public sealed class DataOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Data";

    /// <summary>Folder, absolute or relative to the working directory; made when missing. Default <c>data</c>.</summary>
    [Required(ErrorMessage = "Data:Path must name a folder.")]
    public string Path { get; set; } = "data";
}
