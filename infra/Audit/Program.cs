using Conference.Audit;

return await AuditCommand.RunAsync(args, Console.Out, Console.Error);
