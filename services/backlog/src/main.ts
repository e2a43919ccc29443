import { answers } from '@campus-desk/analysis/answers';
import { runAnalysis } from '@campus-desk/analysis/run-analysis';
import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { implement } from '@campus-desk/kit/handlers';
import { BacklogModel } from './backlog-model.ts';
import { backlog, backlogChangesAt } from './backlog.ts';

await runAnalysis({
  name: 'backlog',
  model: () => new BacklogModel(),
  implement(reader) {
    const { once, watch } = answers(reader, { answer: backlog, changesAt: backlogChangesAt });
    return implement(BacklogService, { getBacklog: once, watchBacklog: watch });
  },
});
