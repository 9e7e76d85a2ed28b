import pino from 'pino';
import type { Log } from '#kernel/ports.ts';
import type { LogLevel } from './env.ts';

/** One line of JSON for each event on standard output, with the time in UTC. */
export function createLog(level: LogLevel): Log {
  const logger = pino({
    level,
    base: null,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return {
    info: (event, details) => logger.info(details ?? {}, event),
    error: (event, details) => logger.error(details ?? {}, event),
  };
}
