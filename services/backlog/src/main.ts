import { answers } from '@campus-desk/analysis/answers';
import { runAnalysis } from '@campus-desk/analysis/run-analysis';
import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { implement } from '@campus-desk/kit/handlers';
import { BacklogModel } from './backlog-model.ts';
import { backlog, backlogChangesAt, backlogDated, backlogKey } from './backlog.ts';

await runAnalysis({
  name: 'backlog',
  model: () => new BacklogModel(),
  implement(reader) {
    const question = {
      key: backlogKey,
      answer: backlog,
      dated: backlogDated,
      changesAt: backlogChangesAt,
    };
    const { once, watch } = answers(reader, question);
    return implement(BacklogService, { getBacklog: once, watchBacklog: watch });
  },
});
