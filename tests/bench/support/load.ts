import autocannon from 'autocannon';
import type { Running } from './server.ts';

export type Load = {
  readonly perSecond: number;
  /** Milliseconds until the answer was there. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time for one answer, in milliseconds; it tells more than the others on a busy machine. */
  readonly cost: number | null;
  /** Answers other than 200, broken connections and time-outs. */
  readonly errors: number;
};

type Wish = { readonly url: string; readonly seconds: number; headers?: Record<string, string> };

/** Asks for one address over 32 connections for some seconds, each connection as soon as it has its answer. */
export async function load(server: Running, { url, seconds, headers = {} }: Wish): Promise<Load> {
  const before = server.processorTime();
  const result = await autocannon({ url, headers, connections: 32, duration: seconds });
  const after = server.processorTime();
  const { requests, latency, errors, non2xx } = result;
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    cost: before === null || after === null ? null : rounded((after - before) / requests.total),
    errors: errors + non2xx,
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
