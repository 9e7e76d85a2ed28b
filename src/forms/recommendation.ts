import { z } from 'zod';
import { setAside, takeBack } from '#features/recommendation/service.ts';
import type { Result } from '#kernel/result.ts';
import { refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { readForm } from './reply.ts';

/** The pages that show recommendations, by the name a form calls them. */
const PAGES = { my: '/my', profile: '/my/competencies' } as const;
export type From = keyof typeof PAGES;

const form = z.object({
  act: z.enum(['not-now', 'undo']),
  key: z.string().min(1).max(300),
  from: z.enum(['my', 'profile']).catch('my'),
});

type RecommendationApp = Parameters<typeof setAside>[0];

/** "Not now" and its undoing; answers where to go on, after the language. */
export async function sendRecommendation(
  app: RecommendationApp,
  actor: Actor,
  sent: FormData,
): Promise<Result<string>> {
  const read = readForm(sent, form);
  if (read === null) return refuse({ code: 'form-incomplete' });
  const { act, key, from } = read;
  const done =
    act === 'undo' ? await takeBack(app, actor, { key }) : await setAside(app, actor, { key });
  if (!done.ok) return done;
  const query = act === 'undo' ? '' : `?aside=${encodeURIComponent(key)}`;
  return { ok: true, value: `${PAGES[from]}${query}#recommended` };
}
