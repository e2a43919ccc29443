// Makes the one call that standard input names; writes its answer, as JSON.
import { readInput, tryCall } from './call.ts';

const { rpc, message } = await readInput<{ rpc: string; message: object }>();
process.stdout.write(JSON.stringify(await tryCall(rpc, message)));
