import { check } from '../report.ts';
import type { Stage } from '../stage.ts';

type Journey = {
  readonly tickets: number;
  readonly activated: number;
  readonly messages: number;
  readonly closed: number;
  readonly numbers: number;
};

/** A user and the helpdesk work; the analyses must agree with a recount of all tickets. */
export async function journey({ caller }: Stage): Promise<void> {
  const { tickets, activated, messages, closed, numbers } = await caller.run<Journey>('journey.ts');
  check(
    'the journey: report, list, edit, categorise, activate, write both ways, close',
    `${tickets} tickets, ${messages} messages, ${activated} activated, ${closed} closed; ` +
      `${numbers} numbers of the three analyses equal to a recount`,
    true,
  );
}
