import { BacklogService } from '@campus-desk/contract/campus/analysis/v1/backlog';
import { ResolutionService } from '@campus-desk/contract/campus/analysis/v1/resolution';
import { WorkloadService } from '@campus-desk/contract/campus/analysis/v1/workload';
import { clientToken } from '../api/transport';

export const BACKLOG = clientToken(BacklogService);
export const RESOLUTION = clientToken(ResolutionService);
export const WORKLOAD = clientToken(WorkloadService);
