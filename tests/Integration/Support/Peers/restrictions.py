"""Says of each calendar in a folder whether libical finds RFC 5546's restrictions kept: name and 1 or 0."""
import pathlib
import sys

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as ical  # noqa: E402

for file in sorted(pathlib.Path(sys.argv[1]).glob("*.ics")):
    calendar = ical.Component.new_from_string(file.read_text(encoding="utf-8"))
    print(file.stem, int(ical.restriction_check(calendar)))
