import { create, type DescMethod, type Message } from '@bufbuild/protobuf';
import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { ResolutionService } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { WorkloadService } from '@campus-desk/contract/campus/analysis/v1/workload';

/** The analyses, by the names of their services. */
export const analyses = ['backlog', 'resolution', 'workload'] as const;

export type AnalysisName = (typeof analyses)[number];

/** A question that is measured. */
export type Question = {
  readonly name: string;
  readonly analysis: AnalysisName;
  readonly method: DescMethod;
  readonly request: Message;
  /** What MySQL is asked for the numbers that people look at first; times are parameters. */
  readonly sql: string;
  readonly values: readonly (string | number)[];
};

const { getBacklog } = BacklogService.method;
const { getResolutionTimes } = ResolutionService.method;
const { getWorkload } = WorkloadService.method;

const day = 24 * 60 * 60;

/** All of them, as they are asked at a time. */
export function questionsAt(now: Date): readonly Question[] {
  const month = (back: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
  const [fromMonth, toMonth] = [month(11), month(0)];
  const resolutionSql = (where: string) =>
    `SELECT opening_month, category, COUNT(*), AVG(closed_at - opened_at) FROM ticket
     WHERE status = 'closed' ${where} GROUP BY opening_month, category`;
  return [
    backlog('GetBacklog, 7 days', 7, now),
    backlog('GetBacklog, 10 years', 3_652, now),
    {
      name: 'GetResolutionTimes, all months',
      analysis: 'resolution',
      method: getResolutionTimes,
      request: create(getResolutionTimes.input),
      sql: resolutionSql(''),
      values: [],
    },
    {
      name: 'GetResolutionTimes, 12 months',
      analysis: 'resolution',
      method: getResolutionTimes,
      request: create(getResolutionTimes.input, { fromMonth, toMonth }),
      sql: resolutionSql('AND opening_month BETWEEN ? AND ?'),
      values: [fromMonth, toMonth],
    },
    {
      name: 'GetWorkload',
      analysis: 'workload',
      method: getWorkload,
      request: create(getWorkload.input),
      sql: `SELECT category, status, COUNT(*) FROM ticket WHERE status <> 'closed' GROUP BY category, status`,
      values: [],
    },
  ];
}

function backlog(name: string, days: number, now: Date): Question {
  return {
    name,
    analysis: 'backlog',
    method: getBacklog,
    request: create(getBacklog.input, { last: { seconds: BigInt(days * day) } }),
    sql: `SELECT status, category, COUNT(*) FROM ticket
      WHERE status <> 'closed' AND opened_at >= ? GROUP BY status, category`,
    values: [now.getTime() - days * day * 1_000],
  };
}
