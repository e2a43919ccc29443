import { Service } from '@angular/core';

/** The revision of the last change made on this page, so that an analysis shown next has counted it. */
@Service()
export class OwnWrites {
  private last = 0n;

  get revision(): bigint {
    return this.last;
  }

  note(revision: bigint): void {
    this.last = revision > this.last ? revision : this.last;
  }
}
