// For `NODE_OPTIONS=--import=…`: in this process it is always the time that STILL_CLOCK names. Timers go on.
const at = Date.parse(String(process.env.STILL_CLOCK));

Date.now = () => at;
globalThis.Date = new Proxy(Date, {
  construct: (target, options, asked) =>
    Reflect.construct(target, options.length === 0 ? [at] : options, asked),
});
