import { answers } from '@campus-desk/analysis/answers';
import { runAnalysis } from '@campus-desk/analysis/run-analysis';
import { WorkloadService } from '@campus-desk/contract/campus/analysis/v1/workload';
import { implement } from '@campus-desk/kit/handlers';
import { WorkloadModel } from './workload-model.ts';
import { workload, workloadChangesAt } from './workload.ts';

await runAnalysis({
  name: 'workload',
  model: () => new WorkloadModel(),
  implement(reader) {
    const question = { key: () => 'the only question', answer: workload, changesAt: workloadChangesAt };
    const { once, watch } = answers(reader, question);
    return implement(WorkloadService, { getWorkload: once, watchWorkload: watch });
  },
});
