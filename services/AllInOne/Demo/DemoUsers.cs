using System.Security.Cryptography;
using Conference.Platform.Authorization;
using Conference.Portal.Access.Users;

namespace Conference.AllInOne.Demo;

/// <summary>Three people to sign in as, one of each kind of user.</summary>
internal static class DemoUsers
{
    private static readonly (string Name, string Email, Role Role, string Scope)[] People =
    [
        ("全国事務局（デモ）", "coordinator@demo.example", Role.NationalCoordinator, "nation"),
        ("施設窓口（デモ）", "hospital@demo.example", Role.HospitalCoordinator, "hospital"),
        ("協議会委員（デモ）", "council@demo.example", Role.CouncilMember, "prefecture"),
    ];

    /// <summary>Makes them, for the hospital named and its prefecture, and gives the lines to print.</summary>
    public static async Task<IReadOnlyList<string>> MakeAsync(IUserDirectory directory, string hospitalId, CancellationToken cancellationToken)
    {
        List<string> lines = [];
        foreach (var (name, email, role, kind) in People)
        {
            var scope = kind switch
            {
                "hospital" => Scope.OfHospital(hospitalId),
                "prefecture" => Scope.OfPrefecture(hospitalId[1..3]),
                _ => Scope.Nation,
            };
            var user = new NewUser
            {
                Name = name,
                Email = email,
                Role = role,
                Scope = scope,
                Password = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16),
                MustChoosePassword = false,
                MaySkipSecondFactor = true,
            };
            var created = await directory.CreateAsync(user, cancellationToken);
            lines.Add(created.Faults.Count == 0 ? $"  {email}  {user.Password}  {role} {scope}" : $"  {email}  {string.Join(' ', created.Faults.Select(fault => fault.Text))}");
        }

        return lines;
    }
}
