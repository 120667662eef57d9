using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conference.Contracts;

/// <summary>
/// Writes an enum as the code of the glossary (<c>JointCancerBoard</c> as <c>joint_cancer_board</c>); numbers
/// are refused.
/// </summary>
public sealed class SnakeCaseEnumConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
