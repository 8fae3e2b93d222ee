using Parsimony.QuickStart.Run;

return await QuickStartCommand.Create(QuickStartRun.RunAsync).Parse(args).InvokeAsync();
