using Conference.AllInOne.Demo;
using Conference.Booking;
using Conference.Council;
using Conference.Hospitals;
using Conference.Invitations;
using Conference.Platform.Hosting;
using Conference.Portal;
using Conference.Requests;
using Conference.Timers;

return await ServiceHost.RunAsync(
    args,
    new HospitalsModule(),
    new RequestsModule(),
    new BookingModule(),
    new InvitationsModule(),
    new CouncilModule(),
    new TimersModule(),
    new PortalModule(),
    new DemoModule());
