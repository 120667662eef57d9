using Conference.Timers;
using Conference.Platform.Hosting;

return await ServiceHost.RunAsync(args, new TimersModule());
