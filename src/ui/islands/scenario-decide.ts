import type { PlayerView } from '../components/scenario/player-view.ts';

export type Reply = { readonly view: PlayerView; readonly problem: string | null };

/**
 * Sends the form with its pressed button and answers the new situation; null when the browser has been told to send it the
 * plain way instead. The id in the form makes sending it again harmless.
 */
export async function decide(
  form: HTMLFormElement,
  pressed: HTMLButtonElement,
): Promise<Reply | null> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, pressed)) {
    if (typeof value === 'string') body.append(name, value);
  }
  try {
    const headers = { accept: 'application/json' };
    const response = await fetch(form.action, { method: 'POST', headers, body });
    const isOurs = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    if (isOurs) return (await response.json()) as Reply; // What the page of the run answers; see `runs/[run]/index.astro`.
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
  }
  sendPlainly(form, pressed);
  return null;
}

/** `submit()` names no pressed button, so its value travels in a hidden field. */
function sendPlainly(form: HTMLFormElement, { name, value }: HTMLButtonElement): void {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = name;
  field.value = value;
  form.append(field);
  form.submit();
}
