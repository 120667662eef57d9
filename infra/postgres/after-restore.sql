-- The broker that had these messages is gone with what was on its way. Everything that was sent within Bus:KeepSentFor
-- before the backup is sent again; what had taken effect by then is in the inboxes of the same backup and has no second effect.
DO $$
DECLARE service text;
BEGIN
  FOR service IN SELECT table_schema FROM information_schema.tables WHERE table_name = 'outbox' LOOP
    EXECUTE format('UPDATE %I.outbox SET held_until = now() WHERE held_until > ''9998-01-01''', service);
  END LOOP;
END $$;

-- Whoever had these mails in hand is gone too.
UPDATE invitations.mails SET claimed_until = NULL WHERE state = 'Queued';
