import { answers } from '@campus-desk/analysis/answers';
import { runAnalysis } from '@campus-desk/analysis/run-analysis';
import { WorkloadService } from '@campus-desk/contract/campus/analysis/v1/workload';
import { implement } from '@campus-desk/kit/handlers';
import { WorkloadModel } from './workload-model.ts';

await runAnalysis({
  name: 'workload',
  model: () => new WorkloadModel(),
  implement(reader) {
    const { once, watch } = answers(reader, {
      key: () => 'the only question',
      answer: (model) => model.answer(),
    });
    return implement(WorkloadService, { getWorkload: once, watchWorkload: watch });
  },
});
