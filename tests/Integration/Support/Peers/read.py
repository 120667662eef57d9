"""Reads a calendar with the library that is named and says, one JSON a line, what it understood of each event."""
import json
import sys
from datetime import datetime, timezone


def of_icalendar(text):
    import icalendar

    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        attendees = event.get("ATTENDEE", [])
        attendees = attendees if isinstance(attendees, list) else [attendees]
        yield event["UID"], event["DTSTART"].dt, event["DTEND"].dt, event.get("STATUS", ""), attendees, event.get("SUMMARY", ""), event.get("DESCRIPTION", "")


def of_vobject(text):
    import vobject

    for event in vobject.readOne(text).vevent_list:
        attendees = [a.value for a in getattr(event, "attendee_list", [])]
        description = event.description.value if hasattr(event, "description") else ""
        yield event.uid.value, event.dtstart.value, event.dtend.value, event.status.value, attendees, event.summary.value, description


def of_libical(text):
    import gi

    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ICalGLib as ical

    def instant(time):
        return datetime.fromtimestamp(time.as_timet_with_zone(time.get_timezone()), timezone.utc)

    def values(event, kind):
        found = event.get_first_property(kind)
        while found:
            yield found.get_value_as_string()
            found = event.get_next_property(kind)

    calendar = ical.Component.new_from_string(text)
    if calendar.count_errors() > 0 or not ical.restriction_check(calendar):
        raise ValueError("libical: " + str(calendar))
    event = calendar.get_first_component(ical.ComponentKind.VEVENT_COMPONENT)
    while event:
        status = next(values(event, ical.PropertyKind.STATUS_PROPERTY), "")
        attendees = list(values(event, ical.PropertyKind.ATTENDEE_PROPERTY))
        yield event.get_uid(), instant(event.get_dtstart()), instant(event.get_dtend()), status, attendees, event.get_summary(), event.get_description()
        event = calendar.get_next_component(ical.ComponentKind.VEVENT_COMPONENT)


READERS = {"icalendar": of_icalendar, "vobject": of_vobject, "libical": of_libical}

with open(sys.argv[2], encoding="utf-8", newline="") as file:
    for uid, start, end, status, attendees, summary, description in READERS[sys.argv[1]](file.read()):
        print(json.dumps({
            "uid": str(uid),
            "start": start.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "end": end.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "status": str(status),
            "attendees": [str(a).lower() for a in attendees],
            "summary": str(summary),
            "description": str(description or ""),
        }))
