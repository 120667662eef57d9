// Reads a calendar with ical.js and says, one JSON a line, what it understood of each event.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));
for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
const instant = time => time.toJSDate().toISOString().replace('.000', '');
for (const component of calendar.getAllSubcomponents('vevent')) {
  const event = new ICAL.Event(component);
  console.log(JSON.stringify({
    uid: event.uid,
    start: instant(event.startDate.convertToZone(ICAL.Timezone.utcTimezone)),
    end: instant(event.endDate.convertToZone(ICAL.Timezone.utcTimezone)),
    status: component.getFirstPropertyValue('status') ?? '',
    attendees: event.attendees.map(attendee => attendee.getFirstValue().toLowerCase()),
    summary: event.summary,
    description: event.description ?? '',
  }));
}
