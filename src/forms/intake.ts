import { z } from 'zod';
import { FIELDS } from '#features/intake/fields.ts';
import { type Import, type ImportKind, isKind } from '#features/intake/import.ts';
import { OPTIONS } from '#features/intake/proposal.ts';
import {
  checkImport,
  confirmImport,
  discardImport,
  type IntakeApp,
  matchRow,
  undoImport,
  uploadImport,
} from '#features/intake/service.ts';
import { foldWord, type Settings } from '#features/intake/settings.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

const uploadForm = z.object({ eventId: z.uuid().toLowerCase(), kind: z.string() });

/** Puts a file down as a draft; answers its id. */
export async function sendUpload(
  app: IntakeApp,
  actor: Actor,
  form: FormData,
): Promise<Reply<{ importId: string }, { kind: ImportKind | null }>> {
  const file = form.get('file');
  const texts = new FormData();
  for (const [name, value] of form) if (typeof value === 'string') texts.append(name, value);
  const sent = readForm(texts, uploadForm);
  if (sent === null || !isKind(sent.kind))
    return { ok: false, problems: UNREADABLE, values: { kind: null } };
  const { eventId, kind } = sent;
  const given = file instanceof File ? file : new File([], '');
  const bytes = new Uint8Array(await given.arrayBuffer());
  const upload = { eventId, kind, file: { name: given.name, bytes } };
  return replyTo(await uploadImport(app, actor, upload), { kind });
}

const ACTS = ['check', 'confirm', 'discard', 'undo'] as const;
const actForm = z.object({
  act: z.enum(ACTS),
  checkedAt: z.coerce.number().int().default(0),
  leaveOut: z.literal('yes').optional(),
  reason: textField(),
});
export type ImportValues = { readonly reason: string };

/** What can be done with one import; answers what was. */
export async function sendImportAct(
  app: IntakeApp,
  actor: Actor,
  { form, imported }: { form: FormData; imported: Import },
): Promise<Reply<(typeof ACTS)[number], ImportValues>> {
  const sent = readForm(form, actForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: { reason: '' } };
  const { act, checkedAt, reason } = sent;
  const importId = imported.id;
  const outcome = await doIt();
  return outcome.ok ? { ok: true, value: act } : replyTo(outcome, { reason });

  function doIt() {
    switch (act) {
      case 'check':
        return checkImport(app, actor, { importId, settings: settingsIn(form, imported) });
      case 'confirm': {
        const leaveOut = sent?.leaveOut === 'yes';
        return confirmImport(app, actor, { importId, checkedAt, leaveOut });
      }
      case 'discard':
        return discardImport(app, actor, importId);
      case 'undo':
        return undoImport(app, actor, { importId, reason });
    }
  }
}

/** What was chosen on the page; whatever names no column or option of this import is left away. */
function settingsIn(form: FormData, { kind, header, settings }: Import): Settings {
  const columns = FIELDS[kind].flatMap(({ field }) => {
    const sent = wordIn(form, `column-${field}`);
    return /^\d{1,3}$/.test(sent) && Number(sent) < header.length ? [[field, Number(sent)]] : [];
  });
  const options = OPTIONS[kind].flatMap(({ name, values }) => {
    const sent = wordIn(form, `option-${name}`).normalize('NFC').trim();
    return values === null || values.includes(sent) ? [[name, sent.slice(0, 200)]] : [];
  });
  return {
    v: 1,
    columns: Object.fromEntries(columns),
    options: Object.fromEntries(options),
    words: wordsIn(form, settings.words),
  };
}

/** What unknown words mean: those on the page as chosen there, all others as before. */
function wordsIn(form: FormData, before: Settings['words']): Settings['words'] {
  const words = { ...before };
  for (const word of form.getAll('word')) {
    if (typeof word !== 'string') continue;
    const folded = foldWord(word);
    const chosen = wordIn(form, `means-${folded}`).slice(0, 20);
    if (chosen === '') delete words[folded];
    else words[folded] = chosen;
  }
  return words;
}

const matchForm = z.object({
  importId: z.uuid(),
  line: z.coerce.number().int().positive(),
  login: textField(),
});
export type MatchValues = {
  readonly importId: string;
  readonly line: number;
  readonly login: string;
};

/** Says whom a waiting line is about; answers their name. */
export async function sendMatch(
  app: IntakeApp,
  actor: Actor,
  form: FormData,
): Promise<Reply<{ name: string }, MatchValues>> {
  const sent = readForm(form, matchForm);
  if (sent === null)
    return { ok: false, problems: UNREADABLE, values: { importId: '', line: 0, login: '' } };
  return replyTo(await matchRow(app, actor, sent), sent);
}

function wordIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
