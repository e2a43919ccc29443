import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeOnEachDatabase } from '../../services/tickets/test/databases.ts';
import { openDesk, type TestDesk } from '../../services/tickets/test/desk.ts';
import { sequences } from './arbitraries.ts';
import { DeskModel } from './desk-model.ts';
import { ModelRun } from './model-run.ts';
import { methodsOfContract } from './requests.ts';

/** On each of both databases: 1,000 in all. */
const numRuns = 500;

/** Steps of the longest sequence. */
const longest = 10;

/** A failure says its seed; with it as `MODEL_SEED` the same sequences run again. */
const seed = process.env.MODEL_SEED;

/** Every write of the contract: its request carries an id. */
const writes = (await methodsOfContract()).filter(({ input }) =>
  input.fields.some(({ name }) => name === 'request_id'),
);

describeOnEachDatabase('a random sequence of requests', (createDatabase) => {
  it('is answered, and after each step served, as the model says', async () => {
    let place: { readonly desk: TestDesk; readonly model: DeskModel } | undefined;
    let hasFailed = false;
    const outcomes = new Map<string, number>();
    const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const leave = async () => {
      await place?.desk.close();
      place = undefined;
    };
    const property = fc.asyncProperty(sequences(writes, longest), async (steps) => {
      place ??= { desk: await openDesk(createDatabase), model: new DeskModel() };
      const run = new ModelRun(place.desk, place.model);
      try {
        for (const step of steps) {
          const outcome = await run.take(step);
          if (outcome !== undefined) count(outcome);
          if (outcome === 'OK') count('again' in step ? 'OK again' : String(step.method));
        }
        await run.end();
      } catch (error) {
        hasFailed = true;
        throw error;
      } finally {
        // From a failure on, each sequence has a desk of its own: it is made shorter until it no longer fails.
        if (hasFailed) await leave();
      }
    });
    try {
      await fc.assert(property, { numRuns, ...(seed !== undefined && { seed: Number(seed) }) });
    } finally {
      await leave();
    }
    // It ran into everything that a write can come to.
    expect([...outcomes.keys()].sort()).toEqual(
      [
        ...writes.map(String),
        'CONFLICT',
        'INVALID_REQUEST',
        'OK',
        'OK again',
        'REQUEST_ID_REUSED',
        'TICKET_CLOSED',
        'TICKET_NOT_FOUND',
        'WRONG_STATUS',
      ].sort(),
    );
    // Some machines have more to do.
  }, 600_000);
});
