/**
 * In the browser a lobby looks now and then who has come, and shows it without a new page; once play has begun, it goes
 * there. It rests while nobody looks at it. Without any of this one looks again oneself.
 */
const EVERY_MS = 3_000;

async function look(): Promise<void> {
  const place = document.getElementById('gathering');
  const { watch: address, position } = place?.dataset ?? {};
  if (!place || address === undefined || document.hidden) return;
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    const now: unknown = Reflect.get(Object(await answer.json()), 'position');
    if (now !== position) await renew(place);
  } catch (error) {
    // Without a connection there is nothing to show; the next look may find one.
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
  }
}

async function renew(place: HTMLElement): Promise<void> {
  const answer = await fetch(location.href);
  if (answer.redirected) return location.assign(answer.url);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('gathering');
  if (fresh === null) return location.reload();
  place.replaceWith(fresh);
  offerCopy();
  const news = document.getElementById('gathering-news');
  if (news !== null) news.textContent = fresh.querySelector('[data-news]')?.textContent ?? '';
}

/** The button shows only where it works. */
function offerCopy(): void {
  const button = document.getElementById('copy-link');
  const link = document.getElementById('join-link');
  if (button === null || !(link instanceof HTMLInputElement)) return;
  button.hidden = false;
  button.addEventListener('click', () => void copy(link, button));
}

async function copy(link: HTMLInputElement, button: HTMLElement): Promise<void> {
  link.select();
  const isCopied = await navigator.clipboard?.writeText(link.value).then(
    () => true,
    () => false,
  );
  const news = document.getElementById('gathering-news');
  const done = button.dataset['done'];
  if (!isCopied || done === undefined) return;
  button.textContent = done;
  if (news !== null) news.textContent = done;
}

if (document.getElementById('gathering') !== null) {
  offerCopy();
  setInterval(() => void look(), EVERY_MS);
}
