using System.Collections;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Conference.Portal.Access.SignIn;

/// <summary>QR codes as inline SVG: nothing is fetched, and it is sharp at any size.</summary>
internal static class QrCode
{
    /// <summary>The address by which authenticator apps take a key.</summary>
    public static string AddressOf(string email, string key) =>
        $"otpauth://totp/Conference:{Uri.EscapeDataString(email)}?secret={key}&issuer=Conference&digits=6&period=30";

    /// <summary>The code as an image, named for those who do not see it.</summary>
    public static MarkupString Svg(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        return new MarkupString(
            $"""<svg class="qr-code" role="img" aria-label="{System.Net.WebUtility.HtmlEncode(label)}" width="220" height="220" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path fill="#000" d="{Dark(rows)}"/></svg>""");
    }

    private static string Dark(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return path.ToString();
    }
}
