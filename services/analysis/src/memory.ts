/**
 * What Node is told of the memory of an analysis (NODE_OPTIONS). Its model is some MB, also with 50 thousand unclosed
 * tickets; the rest is garbage of calls, which V8 by default lets grow beyond 300 MB before it collects it
 * (docs/bench-analysis.md).
 */
export const memoryOptions = '--max-old-space-size=96 --max-semi-space-size=8';
