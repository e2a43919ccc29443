import { answers } from '@campus-desk/analysis/answers';
import { runAnalysis } from '@campus-desk/analysis/run-analysis';
import { ResolutionService } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { implement } from '@campus-desk/kit/handlers';
import { ResolutionModel } from './resolution-model.ts';
import { resolution, resolutionChangesAt, resolutionKey } from './resolution.ts';

await runAnalysis({
  name: 'resolution',
  model: () => new ResolutionModel(),
  implement(reader) {
    const question = { key: resolutionKey, answer: resolution, changesAt: resolutionChangesAt };
    const { once, watch } = answers(reader, question);
    return implement(ResolutionService, { getResolutionTimes: once, watchResolutionTimes: watch });
  },
});
