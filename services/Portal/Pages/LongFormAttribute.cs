using Microsoft.AspNetCore.Http.Metadata;

namespace Conference.Portal.Pages;

/// <summary>A page whose form has more inputs than the 1,024 that any other may send.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LongFormAttribute(int inputs) : Attribute, IFormOptionsMetadata
{
    /// <summary>How many inputs it sends at most.</summary>
    public int Inputs => inputs;

    int? IFormOptionsMetadata.ValueCountLimit => inputs;

    bool? IFormOptionsMetadata.BufferBody => null;

    int? IFormOptionsMetadata.MemoryBufferThreshold => null;

    long? IFormOptionsMetadata.BufferBodyLengthLimit => null;

    int? IFormOptionsMetadata.KeyLengthLimit => null;

    int? IFormOptionsMetadata.ValueLengthLimit => null;

    int? IFormOptionsMetadata.MultipartBoundaryLengthLimit => null;

    int? IFormOptionsMetadata.MultipartHeadersCountLimit => null;

    int? IFormOptionsMetadata.MultipartHeadersLengthLimit => null;

    long? IFormOptionsMetadata.MultipartBodyLengthLimit => null;
}
