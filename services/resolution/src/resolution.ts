import { durationFromMs } from '@bufbuild/protobuf/wkt';
import { Category } from '@campus-desk/contract/campus/tickets/v1/ticket';
import { monthsIn } from '@campus-desk/kit/calendar-month';
import { quantile } from '@campus-desk/kit/duration-histogram';
import { RpcError } from '@campus-desk/kit/rpc-error';
import { monthNumber, monthRange } from './months.ts';
import { sum, type Durations, type ResolutionModel } from './resolution-model.ts';

/** How many months the first may lie before the last. */
const mostMonths = 1_200;

const categories = [Category.FACILITY_MANAGEMENT, Category.TECHNICAL_IT, Category.SERVICES_COMPLAINTS];

type Request = { readonly fromMonth?: string | undefined; readonly toMonth?: string | undefined };

/** Resolution times by opening month, also of months without closed tickets. @throws RpcError INVALID_ARGUMENT */
export function resolution(model: ResolutionModel, request: Request, now: number, timeZone: string) {
  const to = request.toMonth ?? monthsIn(timeZone)(now);
  const from = request.fromMonth ?? earlier(model.firstMonth() ?? to, to);
  const distance = monthNumber(to) - monthNumber(from);
  if (distance < 0) throw RpcError.invalid([{ field: 'from_month', description: `must not be after ${to}` }]);
  if (distance > mostMonths)
    throw RpcError.invalid([
      { field: 'from_month', description: `must be at most ${mostMonths} months before ${to}` },
    ]);
  const months = monthRange(from, to).map((month) => {
    const byCategory = categories.map((category) => ({
      category,
      durations: model.durations(month, category),
    }));
    return {
      month,
      ...figures(sum(byCategory.flatMap(({ durations }) => durations ?? []))),
      byCategory: byCategory.map(({ category, durations }) => ({ category, ...figures(durations) })),
    };
  });
  return { months, timeZone };
}

/** Count, average, median and 90th percentile; without durations there are no figures, which is not zero. */
function figures(durations: Durations | undefined) {
  if (durations === undefined || durations.count === 0) return { closedCount: 0 };
  const { count, totalMs, buckets } = durations;
  return {
    closedCount: count,
    average: durationFromMs(Math.round(totalMs / count)),
    median: durationFromMs(quantile(buckets, 0.5)),
    p90: durationFromMs(quantile(buckets, 0.9)),
  };
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
