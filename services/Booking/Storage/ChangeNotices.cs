namespace Conference.Booking.Storage;

/// <summary>
/// PostgreSQL tells, after each commit, whose bookings have changed: by triggers, so that no writer can forget it. What is
/// told twice in a transaction is told once. A statement that changes very many says only that all is to be read again.
/// </summary>
internal static class ChangeNotices
{
    public const string Channel = "booking_changes";

    /// <summary>Said in place of a conference's id: everything is to be read again.</summary>
    public const string Everything = "*";

    /// <summary>Said in place of a conference's id: the copy of hospitals, closures, tests or holidays has changed.</summary>
    public const string Network = "network";

    public const string Postgres = """
        CREATE FUNCTION booking.tell_bookings() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (SELECT count(*) FROM (SELECT DISTINCT conference_id FROM changed LIMIT 201) many) > 200 THEN
                PERFORM pg_notify('booking_changes', '*');
            ELSE
                PERFORM pg_notify('booking_changes', conference_id::text) FROM (SELECT DISTINCT conference_id FROM changed) each;
            END IF;
            RETURN NULL;
        END $$;
        CREATE FUNCTION booking.tell_network() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('booking_changes', 'network');
            RETURN NULL;
        END $$;
        CREATE TRIGGER tell_insert AFTER INSERT ON booking.site_bookings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION booking.tell_bookings();
        CREATE TRIGGER tell_update AFTER UPDATE ON booking.site_bookings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION booking.tell_bookings();
        CREATE TRIGGER tell_delete AFTER DELETE ON booking.site_bookings REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION booking.tell_bookings();
        CREATE TRIGGER tell_insert AFTER INSERT ON booking.port_bookings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION booking.tell_bookings();
        CREATE TRIGGER tell_update AFTER UPDATE ON booking.port_bookings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION booking.tell_bookings();
        CREATE TRIGGER tell_delete AFTER DELETE ON booking.port_bookings REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION booking.tell_bookings();
        CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON booking.hospitals FOR EACH STATEMENT EXECUTE FUNCTION booking.tell_network();
        CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON booking.site_closures FOR EACH STATEMENT EXECUTE FUNCTION booking.tell_network();
        CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON booking.connection_tests FOR EACH STATEMENT EXECUTE FUNCTION booking.tell_network();
        CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON booking.holidays FOR EACH STATEMENT EXECUTE FUNCTION booking.tell_network();
        """;
}
