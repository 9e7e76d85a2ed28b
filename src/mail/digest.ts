import type { Locale } from '#kernel/text.ts';

/** What the digest says, its days already in words and its links whole. */
export type DigestSaid = {
  readonly name: string;
  readonly link: string;
  readonly account: string;
  readonly team: string;
  readonly own: readonly {
    readonly programme: string;
    readonly state: 'due' | 'in-grace' | 'overdue' | 'expiring' | 'expired';
    readonly day: string;
    readonly why: string;
    readonly link: string;
  }[];
  readonly people: readonly {
    readonly name: string;
    readonly programme: string;
    readonly day: string;
  }[];
  readonly units: readonly { readonly unit: string | null; readonly n: number }[];
  readonly more: number;
};

type State = DigestSaid['own'][number]['state'];
type Words = {
  readonly subject: (said: DigestSaid) => string;
  readonly hello: (name: string) => string;
  readonly own: string;
  readonly state: Record<State, (day: string) => string>;
  readonly object: string;
  readonly people: (team: string) => string;
  readonly late: (name: string, programme: string, day: string) => string;
  readonly units: string;
  readonly unit: (unit: string | null, n: number) => string;
  readonly more: (n: number, link: string) => string;
  readonly end: (link: string, account: string) => string;
};

const WORDS: Record<Locale, Words> = {
  ko: {
    subject: ({ own, people, units }) =>
      own.length > 0
        ? `[함께] 챙겨야 할 교육 ${own.length}건`
        : people.length > 0
          ? `[함께] 기한이 지난 구성원 교육 ${people.length}건`
          : `[함께] 기한이 지난 교육이 있는 부서 ${units.length}곳`,
    hello: (name) => `${name} 님, 안녕하십니까.`,
    own: '내가 챙겨야 할 교육입니다.',
    state: {
      due: (day) => `${day}까지 마쳐 주십시오.`,
      'in-grace': (day) => `기한은 ${day}이었습니다. 유예 기간 안에 마치면 됩니다.`,
      overdue: (day) => `기한이 ${day}에 지났습니다.`,
      expiring: (day) => `이수한 효력이 ${day}에 끝납니다.`,
      expired: (day) => `이수한 효력이 ${day}에 끝났습니다.`,
    },
    object:
      '시간이 더 필요하거나 날짜가 잘못되었다면 위 주소에서 기한을 늦춰 달라고 요청하거나 이유를 확인할 수 있습니다.',
    people: (team) =>
      `이끄는 부서에서 기한이 지난 교육입니다. 까닭과 사정은 여기에서 볼 수 있습니다: ${team}`,
    late: (name, programme, day) => `${name} 님 – ${programme} (기한 ${day})`,
    units: '기한이 오래 지난 사람이 있는 부서입니다.',
    unit: (unit, n) => `${unit ?? '소속 없음'} – ${n}명`,
    more: (n, link) => `이 밖에 ${n}건이 더 있습니다: ${link}`,
    end: (link, account) => `모든 알림: ${link}
메일을 받는 방법 바꾸기: ${account}

함께`,
  },
  en: {
    subject: ({ own, people, units }) =>
      own.length > 0
        ? `[Hamkke] Learning to see to: ${own.length}`
        : people.length > 0
          ? `[Hamkke] Overdue in your unit: ${people.length}`
          : `[Hamkke] Units with overdue learning: ${units.length}`,
    hello: (name) => `Hello ${name},`,
    own: 'This is yours to see to.',
    state: {
      due: (day) => `Please finish it by ${day}.`,
      'in-grace': (day) =>
        `It was due on ${day}; you can still finish it within the days of grace.`,
      overdue: (day) => `It was due on ${day} and is overdue.`,
      expiring: (day) => `What you did is valid until ${day}.`,
      expired: (day) => `What you did was valid until ${day} and has expired.`,
    },
    object:
      'If you need more time or a date is wrong, you can ask for a later date or look up its reason under these links.',
    people: (team) => `Overdue in the unit you lead. Reasons and circumstances are here: ${team}`,
    late: (name, programme, day) => `${name} – ${programme} (due ${day})`,
    units: 'Units in which people have been overdue for long.',
    unit: (unit, n) => `${unit ?? 'Without unit'} – ${n} ${n === 1 ? 'person' : 'people'}`,
    more: (n, link) => `There are ${n} more: ${link}`,
    end: (link, account) => `All notices: ${link}
Change how you get these mails: ${account}

Hamkke`,
  },
};

/** One mail about everything that is due; parts without a line are left out. */
export function sayDigest(said: DigestSaid, locale: Locale): { subject: string; text: string } {
  const words = WORDS[locale];
  const { own, people, units, more, team } = said;
  const blocks = [
    [words.hello(said.name)],
    own.length > 0 && [words.own],
    ...own.map((line) => [
      `■ ${line.programme}`,
      words.state[line.state](line.day),
      line.why,
      line.link,
    ]),
    own.length > 0 && [words.object],
    people.length > 0 && [
      words.people(team),
      ...people.map(({ name, programme, day }) => `- ${words.late(name, programme, day)}`),
    ],
    units.length > 0 && [words.units, ...units.map(({ unit, n }) => `- ${words.unit(unit, n)}`)],
    more > 0 && [words.more(more, said.link)],
    [words.end(said.link, said.account)],
  ].filter((block) => block !== false);
  const text = blocks.map((block) => block.join('\n')).join('\n\n');
  return { subject: words.subject(said), text };
}
