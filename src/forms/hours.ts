import { z } from 'zod';
import { byCategory, CATEGORIES } from '#features/transcript/category.ts';
import { changeSetting } from '#features/transcript/service.ts';
import { NO_SETTING, type Setting } from '#features/transcript/setting.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import { LOCALES } from '#kernel/text.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

/** What was typed: the target, and a name by `<category>-<locale>`. */
export type HoursValues = {
  readonly target: string;
  readonly names: Readonly<Record<string, string>>;
};

const FIELDS = CATEGORIES.flatMap((category) => LOCALES.map((locale) => `${category}-${locale}`));
const form = z.object({
  eventId: z.uuid().toLowerCase(),
  target: textField(20),
  ...Object.fromEntries(FIELDS.map((field) => [field, textField(200)])),
});

export function hoursValues({ targetHours, names }: Setting): HoursValues {
  return {
    target: targetHours === null ? '' : String(targetHours),
    names: Object.fromEntries(
      CATEGORIES.flatMap((category) =>
        LOCALES.map((locale) => [`${category}-${locale}`, names[category]?.[locale] ?? '']),
      ),
    ),
  };
}

/** The form of what the agency asks for. */
export async function sendHours(
  app: App,
  actor: Actor,
  sent: FormData,
): Promise<Reply<null, HoursValues>> {
  const read = readForm(sent, form);
  if (read === null) return { ok: false, problems: UNREADABLE, values: hoursValues(NO_SETTING) };
  const { eventId, target, ...rest } = read;
  const names = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, String(value)]),
  );
  const setting: Setting = {
    // What is no number is refused by the rule, with its sentence.
    targetHours: target.trim() === '' ? null : Number(target.trim()),
    names: byCategory((category) => ({
      ko: names[`${category}-ko`] ?? '',
      en: names[`${category}-en`] ?? '',
    })),
  };
  return replyTo(await changeSetting(app, actor, { eventId, setting }), { target, names });
}
