using System.Text;
using Cica.Bot.CommandLine;

// UTF-8 whatever the locale: what is asked and answered is not of one alphabet.
Console.InputEncoding = Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await Commands.RunAsync(args, TimeProvider.System, Console.In, Console.Out, Console.Error, CancellationToken.None);
