import type { duty as korean } from '../ko/duty.ts';

export const duty = {
  'duty.title': 'Who may be rostered',
  'duty.lead':
    'Duties for which something has to be held beforehand: who may be put on the roster, and what others lack.',
  'duty.none': 'No duties are set. They appear here once they are written in content/duties.',
  'duty.position': 'Position: {name}',
  'duty.count-ready': 'May be rostered: {n}',
  'duty.count-others': 'May not be rostered: {n}',
  'duty.everybody': 'Everybody: {n}',
  'duty.asks': 'What has to be held',
  'duty.months': '(counts for {n, plural, one {# month} other {# months}})',
  'duty.people': 'People',
  'duty.table': 'Who may be rostered and who may not',
  'duty.answer': 'Roster',
  'duty.reasons': 'Why',
  'duty.ready': 'May be rostered',
  'duty.ready-until': 'May be rostered until {day}',
  'duty.not-ready': 'May not be rostered',
  'duty.missing': 'Missing:',
  'duty.missing-head': 'Missing',
  'duty.thing.valid': '{title} (until {day})',
  'duty.thing.for-ever': '{title} (held)',
  'duty.thing.expired': '{title} (ended {day})',
  'duty.thing.waiting': '{title} (waits for an answer)',
  'duty.thing.never': '{title} (not yet)',
  'duty.programme-gone': 'training that is gone',
  'duty.csv': 'Download as a table (CSV)',
  'duty.today':
    'Only people who hold the position today are listed. What the record says shows at once.',
  'duty.own': 'Duties you may be rostered for',
  'duty.wrong':
    'If this is not so, look up the evidence in your record and your competencies, and challenge it there.',
} as const satisfies Record<keyof typeof korean, string>;
