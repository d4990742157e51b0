using System.Globalization;
using Cica.Bot.Benchmarks;

// The whole bot beside a bare program with the same client library, each in a process of its own, against the same server.
//   dotnet run -c Release --project tests/Cica.Bot.Benchmarks [-- rounds [messages a round]]
//   dotnet run -c Release --project tests/Cica.Bot.Benchmarks -- memory [messages]
//   dotnet run -c Release --project tests/Cica.Bot.Benchmarks -- parts
//   dotnet run -c Release --project tests/Cica.Bot.Benchmarks -- reminders [subscriptions]
switch (args)
{
    case ["bot", var server, var token, var storage]:
        await WholeBot.RunAsync(new Uri(server), token, storage, constant: false);
        return 0;
    case ["constant", var server, var token, var storage]:
        await WholeBot.RunAsync(new Uri(server), token, storage, constant: true);
        return 0;
    case ["bare", var server, var token]:
        await BareBot.RunAsync(new Uri(server), token, BareBot.Dress.Plain);
        return 0;
    case ["dressed", var server, var token]:
        await BareBot.RunAsync(new Uri(server), token, BareBot.Dress.Full);
        return 0;
    case ["parts"]:
        await Parts.RunAsync();
        return 0;
    case ["reminders", .. var rest]:
        return await ReminderRun.RunAsync(rest is [var many] ? int.Parse(many, CultureInfo.InvariantCulture) : 100_000);
    case ["memory", .. var rest]:
        return await MemoryRun.RunAsync(rest is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 200_000);
    default:
        return await SideBySide.RunAsync(Number(0, 7), Number(1, 4_000));
}

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;
