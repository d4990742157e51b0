using System.Runtime.InteropServices;

namespace Cica.Bot.Operations;

/// <summary>
/// SIGHUP, heeded from the moment this is made: it never ends the program, and one that came before anybody listened is told to
/// whoever listens first.
/// </summary>
internal sealed class HangUp : IDisposable
{
    private const int Number = 1;
    private const nint TheDefault = 0;
    private readonly Lock gate = new();
    private readonly PosixSignalRegistration? registration;
    private Action? heard;
    private bool hasCome;

    public HangUp()
    {
        if (OperatingSystem.IsWindows()) return;
        // What nohup started ignores the signal, and the runtime leaves it so, whoever registers for it.
        _ = SetSignal(Number, TheDefault);
        registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            Come();
        });
    }

    /// <summary>Tells of each from now on, and of those that came before.</summary>
    public void Listen(Action listener)
    {
        lock (gate)
        {
            heard = listener;
            if (!hasCome) return;
        }
        listener();
    }

    /// <summary>Tells nobody any more.</summary>
    public void Forget()
    {
        lock (gate) heard = null;
    }

    public void Dispose() => registration?.Dispose();

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SetSignal(int number, nint action);

    private void Come()
    {
        Action? listener;
        lock (gate)
        {
            listener = heard;
            hasCome = listener is null;
        }
        listener?.Invoke();
    }
}
