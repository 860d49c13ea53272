/**
 * Loaded before the command by `node --require`: a process whose wall clock is DATA_FAKER_CLOCK_SHIFT seconds
 * off.
 */
const now = Date.now;
const shift = Number(process.env.DATA_FAKER_CLOCK_SHIFT ?? 0) * 1000;
Date.now = () => now() + shift;
