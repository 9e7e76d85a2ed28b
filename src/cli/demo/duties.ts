import type { Text } from '#kernel/text.ts';

type DemoCohort = {
  readonly name: Text;
  readonly course: string;
  readonly trainer: string;
  readonly began: number;
  /** By login, with how many days ago they joined. */
  readonly members: Readonly<Record<string, number>>;
};

export const COHORTS: readonly DemoCohort[] = [
  {
    name: { ko: '위기 대응 1기', en: 'Crisis response, first group' },
    course: 'ready-respond-recover',
    trainer: 'sora',
    began: 22,
    members: {
      haneul: 14,
      junho: 22,
      yerin: 22,
      donghyun: 22,
      subin: 22,
      mingyu: 22,
      jiwon: 10,
      eunji: 19,
    },
  },
  {
    name: { ko: '우리 동네 주민 모임', en: 'Neighbourhood residents’ group' },
    course: 'our-street-our-say',
    trainer: 'taekyung',
    began: 32,
    members: {
      minji: 32,
      youngsook: 32,
      cheolsu: 32,
      lan: 32,
      maria: 30,
      sungho: 9,
      hyejin: 30,
    },
  },
];
