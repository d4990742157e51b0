// Reads an .ics file with ical.js, Mozilla's parser, and prints what a calendar program would make of it.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));
const events = calendar.getAllSubcomponents('vevent').map(component => {
  const event = new ICAL.Event(component, { strictExceptions: true });
  const next = [];
  if (event.isRecurring()) {
    const iterator = event.iterator();
    for (let time = iterator.next(); time && next.length < 4; time = iterator.next()) next.push(time.toString());
  }
  return {
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    description: event.description,
    location: event.location,
    status: component.getFirstPropertyValue('status'),
    start: event.startDate.toString(),
    isDate: event.startDate.isDate,
    zone: event.startDate.zone.tzid,
    end: event.endDate?.toString() ?? null,
    stamp: component.getFirstPropertyValue('dtstamp')?.toString() ?? null,
    next,
  };
});
console.log(JSON.stringify({ version: calendar.getFirstPropertyValue('version'), method: calendar.getFirstPropertyValue('method'), prodid: calendar.getFirstPropertyValue('prodid'), events }));
