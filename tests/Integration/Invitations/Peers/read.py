"""Reads a calendar with the library that is named and says what it understood: uid, start and end in UTC, status, attendees."""
import sys
from datetime import timezone


def utc(value):
    return value.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def of_icalendar(text):
    import icalendar

    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        attendees = event.get("ATTENDEE", [])
        attendees = attendees if isinstance(attendees, list) else [attendees]
        yield str(event["UID"]), event["DTSTART"].dt, event["DTEND"].dt, str(event.get("STATUS", "")), [str(a) for a in attendees], str(event.get("SUMMARY", ""))


def of_vobject(text):
    import vobject

    for event in vobject.readOne(text).vevent_list:
        attendees = [a.value for a in getattr(event, "attendee_list", [])]
        yield event.uid.value, event.dtstart.value, event.dtend.value, event.status.value, attendees, event.summary.value


with open(sys.argv[2], encoding="utf-8", newline="") as file:
    text = file.read()
for uid, start, end, status, attendees, summary in {"icalendar": of_icalendar, "vobject": of_vobject}[sys.argv[1]](text):
    print("|".join([uid, utc(start), utc(end), status, ",".join(a.lower() for a in attendees), summary]))
