import { TestBed } from '@angular/core/testing';
import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { WorkloadDaySchema } from '@campus-desk/contract/campus/analysis/v1/workload';
import { expect, it } from '@jest/globals';
import { Words } from '../ui/words';
import { toFlowDays } from './flow-days';

it('names the days of the campus, wherever this device is', () => {
  const [from, until] = [Date.parse('2026-10-24T22:00:00Z'), Date.parse('2026-10-25T23:00:00Z')];
  const day = create(WorkloadDaySchema, {
    date: '2026-10-25',
    openedCount: 3,
    closedCount: 1,
    from: timestampFromMs(from),
    until: timestampFromMs(until),
  });
  expect(toFlowDays(TestBed.inject(Words), [day])).toEqual([
    {
      date: '2026-10-25',
      word: 'Sun 25 Oct',
      label: '25 Oct',
      opened: 3,
      closed: 1,
      openedList: { bounds: { openedFrom: from, openedUntil: until } },
      closedList: { bounds: { closedFrom: from, closedUntil: until } },
    },
  ]);
});
