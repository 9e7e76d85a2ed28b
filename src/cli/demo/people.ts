import type { Role } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import type { UnitKey } from './organisation.ts';

export type DemoPerson = {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Null for residents, who stand outside the organisation. */
  readonly unit: UnitKey | null;
  readonly locale: Locale;
  /** How many days before the seeding the account was made. */
  readonly since: number;
  /** Few have left an address; to the others the inbox says everything. */
  readonly email?: string;
};

/** Everybody in the demonstration. All of them are invented. */
export const PEOPLE: readonly DemoPerson[] = [
  { ...staff('jun', '최준', ['administrator'], 'city'), email: 'jun.choi@hanbit.example' },
  staff('seojin', '윤서진', ['author'], 'city'),
  staff('sora', '박소라', ['trainer'], 'city'),
  staff('taekyung', '오태경', ['civil-servant'], 'response'),

  official('haneul', '김하늘', 'care'),
  { ...official('nari', '문나리', 'care'), email: 'nari.moon@hanbit.example' },
  official('hyunwoo', '조현우', 'benefits'),
  official('eunji', '배은지', 'benefits'),
  official('junho', '이준호', 'response'),
  official('yerin', '최예린', 'response'),
  official('mingyu', '강민규', 'response'),
  official('donghyun', '정동현', 'facilities'),
  official('subin', '한수빈', 'facilities'),
  { ...official('jiwon', '서지원', 'facilities'), locale: 'en' },
  official('seungmin', '장승민', 'counter'),
  official('kyungho', '노경호', 'counter'),
  official('dahye', '신다혜', 'systems'),
  official('inho', '한인호', 'systems'),
  official('dasom', '문다솜', 'systems'),

  resident('minji', '이민지', 40),
  resident('youngsook', '김영숙', 38),
  resident('cheolsu', '박철수', 38),
  { ...resident('lan', 'Lan Nguyen', 37), locale: 'en' },
  { ...resident('maria', 'Maria Santos', 36), locale: 'en' },
  resident('sungho', '임성호', 12),
  resident('hyejin', '권혜진', 36),
  resident('doyoon', '송도윤', 50),
  resident('bora', '유보라', 1),
];

function staff(login: string, name: string, roles: readonly Role[], unit: UnitKey): DemoPerson {
  return { login, name, roles, unit, locale: 'ko', since: 74 };
}

function official(login: string, name: string, unit: UnitKey): DemoPerson {
  return { ...staff(login, name, ['civil-servant'], unit), since: 70 };
}

function resident(login: string, name: string, since: number): DemoPerson {
  return { login, name, roles: ['resident'], unit: null, locale: 'ko', since };
}
