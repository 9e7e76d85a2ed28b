import { type Sheet, sheetSchema } from '#features/sheet/sheet.ts';

const text = (words: string) => ({ ko: words, en: words });

/** A sheet with a field of every kind. */
export const SHEET: Sheet = sheetSchema.parse({
  id: 'plan',
  title: text('Plan'),
  purpose: text('Keep it'),
  fields: [
    { id: 'service', type: 'line', label: text('Service') },
    { id: 'why', type: 'text', label: text('Why') },
    {
      id: 'people',
      type: 'number',
      label: text('People'),
      unit: { ko: '명', en: 'people' },
      min: 0,
      max: 1000,
      initial: 120,
    },
    { id: 'per-head', type: 'number', label: text('Per head'), min: -5 },
    {
      id: 'channel',
      type: 'choice',
      label: text('Channel'),
      options: [
        { id: 'visit', text: { ko: '방문', en: 'Visit' } },
        { id: 'call', text: { ko: '전화', en: 'Call' } },
      ],
    },
    {
      id: 'signs',
      type: 'table',
      label: text('Signs'),
      rows: 2,
      maxRows: 4,
      columns: [
        { id: 'sign', type: 'line', label: text('Sign') },
        { id: 'level', type: 'number', label: text('Level'), max: 9 },
      ],
    },
    {
      id: 'first-year',
      type: 'result',
      label: text('First year'),
      formula: 'people * per-head',
      unit: { ko: '원', en: 'won' },
    },
    { id: 'half', type: 'result', label: text('Half'), formula: 'first-year / 2', decimals: 1 },
  ],
});

/** The same sheet without some of its fields. */
export function sheetWithout(...ids: string[]): Sheet {
  return { ...SHEET, fields: SHEET.fields.filter(({ id }) => !ids.includes(id)) };
}
