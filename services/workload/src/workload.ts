import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import {
  GetWorkloadResponseSchema,
  type GetWorkloadResponse,
} from '@campus-desk/contract/campus/analysis/v1/workload';
import { Category, Status } from '@campus-desk/contract/campus/tickets/v1/ticket';
import type { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import type { WorkloadModel } from './workload-model.ts';

const categories = [Category.FACILITY_MANAGEMENT, Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS];

/** How many days are told of. */
const dayCount = 90;

/** The work at hand, by category, and what came and went on each of the 90 days up to a time (ms UTC). */
export function workload(
  model: WorkloadModel,
  _: unknown,
  now: number,
  calendar: CampusCalendar,
): GetWorkloadResponse {
  return create(GetWorkloadResponseSchema, {
    categories: categories.map((category) => ({
      category,
      activeCount: model.count(Status.ACTIVE, category),
      openCount: model.count(Status.OPEN, category),
    })),
    days: calendar.daysUpTo(now, dayCount).map(({ name, from, until }) => ({
      date: name,
      ...model.flow(name),
      from: timestampFromMs(from),
      until: timestampFromMs(until),
    })),
    timeZone: calendar.timeZone,
  });
}

/** When (ms UTC) the next day begins on campus, with which the answer ends. */
export function workloadChangesAt(
  _model: WorkloadModel,
  _request: unknown,
  now: number,
  calendar: CampusCalendar,
): number {
  return calendar.dayAt(now).until;
}
