using System.Text;
using Parsimony.Cli;

// UTF-8 without a byte order mark, whatever the console's code page: the output is read by programs.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args, Console.Out, Console.Error);
