using System.Net;
using System.Text.RegularExpressions;

namespace Conference.IntegrationTests.Portal.Access;

/// <summary>A browser without script: cookies, pages and forms.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private readonly HttpClient _http;

    public Browser(Uri url)
    {
        _http = new HttpClient(_handler) { BaseAddress = url };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public IEnumerable<Cookie> Cookies => _handler.CookieContainer.GetAllCookies();

    /// <summary>Goes on with the cookies of another: a proxy has led its next request elsewhere.</summary>
    public void Take(IEnumerable<Cookie> cookies)
    {
        foreach (var cookie in cookies)
            _handler.CookieContainer.Add(_http.BaseAddress!, new Cookie(cookie.Name, cookie.Value));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Opens a page and goes wherever it leads, to other sites too.</summary>
    public async Task<HttpResponseMessage> FollowAsync(string path)
    {
        var answer = await GetAsync(path);
        while (answer.Headers.Location is { } location)
        {
            var at = new Uri(answer.RequestMessage!.RequestUri!, location);
            answer.Dispose();
            answer = await _http.GetAsync(at);
        }

        return answer;
    }

    public async Task<string> ReadAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    /// <summary>Opens a page and sends the form of that name or address, filled.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, string form, params (string Name, string Value)[] fields) =>
        SubmitAsync(path, form, () => { }, fields);

    /// <summary>The same, with something that happens while the page is being filled.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, string form, Action meanwhile, params (string Name, string Value)[] fields)
    {
        var (target, filled) = await FillAsync(path, form, fields);
        meanwhile();
        using var content = new FormUrlEncodedContent(filled);
        return await _http.PostAsync(new Uri(target, UriKind.Relative), content);
    }

    /// <summary>The same with a file.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, string form, string input, byte[] file, params (string Name, string Value)[] fields)
    {
        var (target, filled) = await FillAsync(path, form, fields);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in filled)
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), input, "upload.csv");
        return await _http.PostAsync(new Uri(target, UriKind.Relative), content);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string path = "/signin") =>
        SubmitAsync(path, "password", ("Email", email), ("Password", password));

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private async Task<(string Target, Dictionary<string, string> Filled)> FillAsync(string path, string form, (string Name, string Value)[] fields)
    {
        var page = await ReadAsync(path);
        var hidden = Forms().Matches(page).Select(match => match.Value)
            .First(text => text.Contains($"\"{form}\"", StringComparison.Ordinal));
        var target = Action().Match(hidden) is { Success: true } action ? action.Groups[1].Value : path;
        var filled = Inputs().Matches(hidden)
            .ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value));
        foreach (var (name, value) in fields)
            filled[name] = value;
        return (target, filled);
    }

    [GeneratedRegex("^<form[^>]* action=\"([^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Inputs();
}
