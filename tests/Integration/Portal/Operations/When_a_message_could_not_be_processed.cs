using System.Net;
using Conference.IntegrationTests.Portal.Access;
using Conference.Platform.Authorization;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal.Operations;

public sealed class When_a_message_could_not_be_processed : IAsyncLifetime
{
    private const string List = "/operations/messages";

    private DeskHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DeskHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Should_show_it_in_words_with_its_fault_and_count_it()
    {
        var place = await _host.PlaceOfAsync("council", await _host.PutAsync("council"));
        using var operators = await _host.SignInAsync(Role.NationalCoordinator);

        var list = await ReadAsync(operators, List);
        list.ShouldContain("予定・実績（1件）");
        list.ShouldContain($"<a href=\"{List}/council/{place}\">施設情報の再送の依頼</a>");
        list.ShouldContain("hospitals-republish-hospitals");
        list.ShouldContain("InvalidOperationException: Broken on purpose. Second line.");
        list.ShouldContain("応答しないサービスがあります：依頼、枠、案内、タイマー");

        var message = await ReadAsync(operators, $"{List}/council/{place}");
        message.ShouldContain("Broken on purpose.\nSecond line.");
        message.ShouldContain("\"requestedBy\": \"予定表 <desk>\"");

        (await ReadAsync(operators, "/operations")).ShouldContain($"<a href=\"{List}\">1件</a>");
    }

    [Fact]
    public async Task Should_give_it_to_its_consumer_again()
    {
        var (one, other) = (await _host.PutAsync("council"), await _host.PutAsync("council"));
        using var operators = await _host.SignInAsync(Role.NationalCoordinator);

        var answer = await operators.SubmitAsync(List, "desk", ("Retry", $"council/{await _host.PlaceOfAsync("council", one)}"));

        To(answer).ShouldBe($"{List}?done=retry");
        await _host.UntilGoneAsync("council", one);
        (await _host.IsThereAsync("council", other)).ShouldBeTrue();
        (await _host.AuditAsync("council", one)).ShouldHaveSingleItem().Action.ShouldBe("POST /api/operations/council/failed-messages/{id}/retry");
    }

    [Fact]
    public async Task Should_give_all_of_a_service_to_their_consumers_again()
    {
        var (one, other, elsewhere) = (await _host.PutAsync("council"), await _host.PutAsync("council"), await _host.PutAsync("hospitals"));
        using var operators = await _host.SignInAsync(Role.NationalCoordinator);

        await operators.SubmitAsync(List, "desk", ("RetryAll", "council"));

        await _host.UntilGoneAsync("council", one);
        await _host.UntilGoneAsync("council", other);
        (await _host.IsThereAsync("hospitals", elsewhere)).ShouldBeTrue();
        (await _host.AuditAsync("council", other)).ShouldHaveSingleItem().Subjects.ShouldBe($"messages=2 messageId={one} messageId={other}");
    }

    [Fact]
    public async Task Should_discard_it_after_asking_and_say_who_did()
    {
        var id = await _host.PutAsync("council");
        var address = $"{List}/council/{await _host.PlaceOfAsync("council", id)}";
        using var operators = await _host.SignInAsync(Role.NationalCoordinator);
        (await ReadAsync(operators, address)).ShouldContain($"href=\"{address}/discard\"");

        (await ReadAsync(operators, $"{address}/discard")).ShouldContain("破棄すると元に戻せません");
        (await _host.IsThereAsync("council", id)).ShouldBeTrue();
        To(await operators.SubmitAsync($"{address}/discard", "discard")).ShouldBe($"{List}?done=discard");

        (await _host.IsThereAsync("council", id)).ShouldBeFalse();
        var entry = (await _host.AuditAsync("council", id)).ShouldHaveSingleItem();
        entry.Action.ShouldBe("DELETE /api/operations/council/failed-messages/{id}");
        entry.Role.ShouldBe(nameof(Role.NationalCoordinator));
        (await ReadAsync(operators, address)).ShouldContain("このメッセージはありません");
    }

    [Fact]
    public async Task Should_show_it_to_an_auditor_who_can_do_nothing_about_it()
    {
        var id = await _host.PutAsync("council");
        var address = $"{List}/council/{await _host.PlaceOfAsync("council", id)}";
        using var auditor = await _host.SignInAsync(Role.Auditor);

        foreach (var page in new[] { await ReadAsync(auditor, List), await ReadAsync(auditor, address) })
        {
            page.ShouldContain("施設情報の再送の依頼");
            page.ShouldNotContain(">再処理<");
            page.ShouldNotContain(">すべて再処理<");
            page.ShouldNotContain("/discard");
        }

        (await auditor.GetAsync($"{address}/discard")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        var forced = await auditor.SubmitAsync(List, "desk", ("RetryAll", "council"));
        (await forced.Content.ReadAsStringAsync()).ShouldContain("操作できませんでした");
        (await _host.IsThereAsync("council", id)).ShouldBeTrue();
    }

    private static async Task<string> ReadAsync(Browser browser, string path) => WebUtility.HtmlDecode(await browser.ReadAsync(path));

    private static string To(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var location = answer.Headers.Location!;
        return location.IsAbsoluteUri ? location.PathAndQuery : location.ToString();
    }
}
