import autocannon from 'autocannon';

export type Load = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers other than 200, broken connections and time-outs. */
  readonly errors: number;
};

/** Asks for one address over 32 connections for some seconds, each connection as soon as it has its answer. */
export async function load(
  url: string,
  { seconds, headers = {} }: { seconds: number; headers?: Record<string, string> },
): Promise<Load> {
  const result = await autocannon({ url, headers, connections: 32, duration: seconds });
  const { requests, latency, errors, non2xx } = result;
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    errors: errors + non2xx,
  };
}
