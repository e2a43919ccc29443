import { create } from '@bufbuild/protobuf';
import {
  GetResolutionTimesResponseSchema,
  type GetResolutionTimesResponse,
} from '@campus-desk/contract/campus/analysis/v1/resolution';
import type { CampusCalendar } from '@campus-desk/kit/campus-calendar';
import { RpcError } from '@campus-desk/kit/rpc-error';
import { monthNumber, monthRange } from './months.ts';
import type { ResolutionModel } from './resolution-model.ts';

/** How many months the first may lie before the last. */
const mostMonths = 1_200;

type Request = { readonly fromMonth?: string | undefined; readonly toMonth?: string | undefined };

/** Resolution times by opening month, also of months without closed tickets. @throws RpcError INVALID_ARGUMENT */
export function resolution(
  model: ResolutionModel,
  request: Request,
  now: number,
  calendar: CampusCalendar,
): GetResolutionTimesResponse {
  const to = request.toMonth ?? calendar.monthAt(now).name;
  const from = request.fromMonth ?? earlier(model.firstMonth() ?? to, to);
  const distance = monthNumber(to) - monthNumber(from);
  if (distance < 0) throw RpcError.invalid([{ field: 'from_month', description: `must not be after ${to}` }]);
  if (distance > mostMonths)
    throw RpcError.invalid([
      { field: 'from_month', description: `must be at most ${mostMonths} months before ${to}` },
    ]);
  const months = monthRange(from, to).map((month) => model.month(calendar.month(month)));
  return create(GetResolutionTimesResponseSchema, { months, timeZone: calendar.timeZone });
}

/** When (ms UTC) the campus has another month, with which the answer then ends unless it was asked for another. */
export function resolutionChangesAt(
  _: ResolutionModel,
  { toMonth }: Request,
  now: number,
  calendar: CampusCalendar,
): number | undefined {
  return toMonth === undefined ? calendar.monthAt(now).until : undefined;
}

/** The same for requests of the same months. */
export function resolutionKey({ fromMonth = '', toMonth = '' }: Request): string {
  return `${fromMonth} ${toMonth}`;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
