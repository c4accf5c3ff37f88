using System.Globalization;
using Listening.Worker.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await using var terminal = Terminal.OfProcess();
return await CommandRoot.RunAsync(args, terminal);
