/**
 * In the browser the results of a sheet follow what is typed, as the server computes them, and what was typed and not sent
 * outlives a reload of the tab. Without any of this the form works by itself.
 */
const PAUSE_MS = 250;
const PREFIX = 'sheet:';

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function begin(form: HTMLFormElement): void {
  const draft = keyOf(form);
  restore(form, draft);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', (event) => {
    sessionStorage.setItem(draft, JSON.stringify(typedIn(form)));
    if (!(event.target instanceof HTMLElement) || event.target.dataset['number'] === undefined)
      return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void compute(form), PAUSE_MS);
  });
}

/** By person and version: what one person typed is not shown to the next, nor over something kept since. */
function keyOf(form: HTMLFormElement): string {
  const sheet = form.elements.namedItem('sheet');
  const name = sheet instanceof HTMLInputElement ? sheet.value : '';
  return `${PREFIX}${form.dataset['sheet'] ?? ''}:${location.pathname}:${name}`;
}

function fieldsOf(form: HTMLFormElement): Typed[] {
  return [...form.elements].filter(
    (element): element is Typed =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name.startsWith('f.'),
  );
}

function typedIn(form: HTMLFormElement): [string, string][] {
  return fieldsOf(form).map(({ name, value }) => [name, value]);
}

function restore(form: HTMLFormElement, draft: string): void {
  const text = sessionStorage.getItem(draft);
  // What has just been sent stands in the form already.
  if (text === null || form.dataset['sent'] !== undefined) return;
  const typed = new Map(JSON.parse(text) as [string, string][]); // Written above.
  const changed = fieldsOf(form).filter(({ name, value }) => {
    const before = typed.get(name);
    return before !== undefined && before !== value;
  });
  for (const field of changed) field.value = typed.get(field.name) ?? '';
  if (changed.length === 0) return;
  form.parentElement?.querySelector('.draft')?.removeAttribute('hidden');
  void compute(form);
}

async function compute(form: HTMLFormElement): Promise<void> {
  const outputs = form.querySelectorAll<HTMLOutputElement>('output[data-result]');
  const address = form.dataset['results'];
  if (outputs.length === 0 || address === undefined) return;
  const numbers = fieldsOf(form).filter(({ dataset }) => dataset['number'] !== undefined);
  const body = new URLSearchParams(numbers.map(({ name, value }) => [name, value]));
  try {
    const answer = await fetch(address, { method: 'POST', body });
    if (!answer.ok) return;
    const results: unknown = await answer.json();
    for (const output of outputs) {
      const said: unknown = Reflect.get(Object(results), output.dataset['result'] ?? '');
      output.textContent = typeof said === 'string' ? said : (output.dataset['missing'] ?? '');
    }
  } catch (error) {
    // Without a connection the old results stand; sending the form computes them anew.
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
  }
}

/** Drafts of somebody else, or of before the last saving, are no longer wanted by anybody. */
function forget(wanted: readonly string[]): void {
  const here = `:${location.pathname}:`;
  const owners = wanted.map((key) => key.slice(0, key.indexOf(':', PREFIX.length)));
  for (const key of Object.keys(sessionStorage)) {
    if (!key.startsWith(PREFIX) || wanted.includes(key)) continue;
    const isForeign = !owners.includes(key.slice(0, key.indexOf(':', PREFIX.length)));
    if (isForeign || key.includes(here)) sessionStorage.removeItem(key);
  }
}

const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-sheet]')];
if (forms.length > 0) {
  forget(forms.map(keyOf));
  for (const form of forms) begin(form);
}
