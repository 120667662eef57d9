using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conference.IntegrationTests.Invitations;

/// <summary>
/// A mail server on the loopback that behaves badly by script: hangs up on its first connections, puts off its first
/// mails with 450, or asks for a sign-in that it does not offer, refuses one recipient with 550, and takes the rest. It hangs up
/// when a test says so, and outlives clients that do.
/// </summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly string _refused;
    private TcpClient? _talking;
    private int _drops;
    private int _putsOff;
    private int _asksForSignIn;

    public ScriptedSmtpServer(int drops, int putsOff, string refused, int asksForSignIn = 0)
    {
        (_drops, _putsOff, _refused, _asksForSignIn) = (drops, putsOff, refused, asksForSignIn);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<string> Accepted { get; } = new();

    public int Connections { get; private set; }

    /// <summary>After how many mails the server takes its time over the next, until it is let go on.</summary>
    public int? HangsAfter { get; init; }

    public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>As a server does on whoever has said nothing for too long.</summary>
    public void HangUp() => _talking!.Close();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = _talking = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                if (_drops-- <= 0)
                    await ServeAsync(client);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            await TalkAsync(client.GetStream());
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException && !_stop.IsCancellationRequested)
        {
            // One of the two has hung up.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                if (Accepted.Count == HangsAfter)
                    await GoOn.Task.WaitAsync(_stop.Token);
                await writer.WriteLineAsync("354 go on");
                if (await MailAsync(reader) is not { } mail)
                    return;
                Accepted.Enqueue(mail);
            }

            await writer.WriteLineAsync(AnswerTo(line));
        }
    }

    private string AnswerTo(string line)
    {
        if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            return "221 bye";
        if (line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) && _asksForSignIn-- > 0)
            return "530 sign in first";
        if (!line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase))
            return "250 ok";
        if (line.Contains(_refused, StringComparison.OrdinalIgnoreCase))
            return "550 no such mailbox";
        return _putsOff-- > 0 ? "450 try later" : "250 ok";
    }

    // Null when the client has hung up before its end.
    private async Task<string?> MailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".")
                return mail.ToString();
            mail.Append(line).Append('\n');
        }

        return null;
    }
}
