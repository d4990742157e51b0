using Cica.Bot.CommandLine;

return await Commands.RunAsync(args, TimeProvider.System, Console.In, Console.Out, Console.Error, CancellationToken.None);
