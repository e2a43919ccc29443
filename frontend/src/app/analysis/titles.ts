import type { Word } from '../../i18n/translation';

/** All analyses beside each other, or one alone. */
export type Shown = 'all' | 'backlog' | 'resolution' | 'workload';

export const ANALYSIS_TITLES: Readonly<Record<Shown, Word>> = {
  all: 'analysis.title.all',
  backlog: 'analysis.title.backlog',
  resolution: 'analysis.title.resolution',
  workload: 'analysis.title.workload',
};
