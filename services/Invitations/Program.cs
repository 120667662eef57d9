using Conference.Invitations;
using Conference.Platform.Hosting;

return await ServiceHost.RunAsync(args, new InvitationsModule());
