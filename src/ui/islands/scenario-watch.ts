import { useEffect } from 'react';
import type { PlayerView } from '../components/scenario/player-view.ts';
import type { Reply } from './scenario-decide.ts';

const EVERY_MS = 3_000;
const MOST_MS = 30_000;

/**
 * While a run waits for somebody else: asks now and then where it stands, and hands over the new situation once it has
 * moved. Rests while the page is not looked at; after a failure it asks less often. The page can be looked at again without it.
 */
export function useWatch(view: PlayerView, action: string, seen: (view: PlayerView) => void): void {
  const position = view.waiting?.position;
  useEffect(() => {
    if (position === undefined) return;
    return watch({ action, position, moved: seen });
  }, [position, action, seen]);
}

type Watch = {
  readonly action: string;
  readonly position: string;
  readonly moved: (view: PlayerView) => void;
};

/** Answers how to stop. */
function watch({ action, position, moved }: Watch): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const askIn = (wait: number) => {
    timer = setTimeout(() => void ask(wait), wait);
  };
  const ask = async (wait: number) => {
    if (document.hidden) return askIn(EVERY_MS);
    const now = await askPosition(action);
    if (isStopped) return;
    if (now === null) return askIn(Math.min(MOST_MS, wait * 2));
    if (now === position) return askIn(EVERY_MS);
    const view = await askView(action);
    if (isStopped) return;
    if (view === null) return askIn(Math.min(MOST_MS, wait * 2));
    moved(view);
  };
  askIn(EVERY_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** Null when there is no answer, or none of ours. */
async function askPosition(action: string): Promise<string | null> {
  const body = await askJson(`${action}/position`);
  const position = typeof body === 'object' && body !== null ? Reflect.get(body, 'position') : null;
  return typeof position === 'string' ? position : null;
}

async function askView(action: string): Promise<PlayerView | null> {
  const body = await askJson(action);
  return body === null ? null : (body as Reply).view; // What the page of the run answers; see `runs/[run]/index.astro`.
}

async function askJson(address: string): Promise<unknown> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    const isOurs = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return response.ok && isOurs ? await response.json() : null;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    return null;
  }
}
