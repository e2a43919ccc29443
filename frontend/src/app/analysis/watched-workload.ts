import { inject, Injectable } from '@angular/core';
import type { GetWorkloadResponse } from '@campus-desk/contract/campus/analysis/v1/workload';
import { WORKLOAD } from './clients';
import { watchAnswer } from './watched';

/** The workload as it is now: one stream for all cards that show something of it. */
@Injectable()
export class WatchedWorkload {
  private readonly workload = inject(WORKLOAD);

  readonly watched = watchAnswer<object, GetWorkloadResponse>(
    'workload',
    () => ({}),
    (question, signal) => this.workload.watchWorkload(question, { signal, timeoutMs: 0 }),
  );
}
