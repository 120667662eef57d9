using System.Text.Json;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Portal.Pages.Series;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Portal.Series;

public sealed class SeriesFormTests
{
    private static readonly NetworkTime Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));

    [Fact]
    public void ToBody_ClassAndWaiting_AreSentAsShown()
    {
        var form = new SeriesForm();
        (form.Request.Priority, form.Request.Wait) = (PriorityClass.High, false);

        var body = JsonSerializer.SerializeToElement(form.ToBody(Tokyo, null));

        (body.GetProperty("priority").GetString(), body.GetProperty("wait").GetBoolean()).ShouldBe(("high", false));
    }
}
