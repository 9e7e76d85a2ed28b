import type { ImportKind } from './import.ts';
import { foldWord, type Settings } from './settings.ts';

export type FieldName =
  | 'login'
  | 'email'
  | 'name'
  | 'competency'
  | 'level'
  | 'score'
  | 'day'
  | 'system'
  | 'remark'
  | 'hours'
  | 'unit'
  | 'grade'
  | 'joined'
  | 'left';

/** What the columns of a file are called elsewhere, as files say it and not as the product does. */
type Field = { readonly field: FieldName; readonly words: readonly string[] };

const LOGIN: Field = {
  field: 'login',
  words: ['login', '아이디', '로그인', 'id', 'userid', 'username', '사용자아이디', '계정'],
};
const EMAIL: Field = {
  field: 'email',
  words: ['email', '이메일', '메일', '전자우편', 'mail', 'emailaddress', '이메일주소', '메일주소'],
};
const NAME: Field = { field: 'name', words: ['name', '이름', '성명', 'fullname', '성함'] };

/** The fields of each kind in the order in which they are asked for; the first word of each is what samples say in English, the second in Korean. */
export const FIELDS: Readonly<Record<ImportKind, readonly Field[]>> = {
  records: [
    LOGIN,
    EMAIL,
    NAME,
    {
      field: 'competency',
      words: [
        'competency',
        '역량',
        '역량번호',
        '과정',
        '과정명',
        'course',
        '교육명',
        'skill',
        '자격명',
      ],
    },
    { field: 'level', words: ['level', '수준', '등급', 'grade', '단계'] },
    { field: 'score', words: ['score', '점수', '성적', '득점', 'result', 'percent', '평점'] },
    {
      field: 'day',
      words: [
        'day',
        '수료일',
        '날짜',
        'date',
        '이수일',
        '이수한날',
        '취득일',
        '완료일',
        'completedon',
        'completed',
      ],
    },
    {
      field: 'system',
      words: ['source', '출처', '시스템', 'system', '기관', '교육기관', '발급기관', 'provider'],
    },
    { field: 'remark', words: ['remark', '비고', '메모', 'note', 'comment', '설명', 'remarks'] },
    {
      field: 'hours',
      words: ['hours', '이수시간', '교육시간', '학습시간', '인정시간', 'learninghours'],
    },
  ],
  people: [
    LOGIN,
    EMAIL,
    NAME,
    {
      field: 'unit',
      words: ['unit', '부서', '소속', 'department', '부서명', '조직', 'orgunit', '팀'],
    },
    { field: 'grade', words: ['grade', '직급', '급수', 'rank', '계급'] },
    {
      field: 'joined',
      words: ['joined', '입사일', '임용일', '전입일', 'joinedon', 'startdate', 'hiredate'],
    },
    { field: 'left', words: ['left', '퇴사일', '퇴직일', '전출일', 'lefton', 'enddate', '면직일'] },
  ],
};

/** The column of each field as far as the first line tells: the very word first, then one that holds it. */
export function proposeColumns(kind: ImportKind, header: readonly string[]): Settings['columns'] {
  const names = header.map(foldWord);
  const taken = new Set<number>();
  const columns: Record<string, number> = {};
  const isMatch = [
    (name: string, word: string) => name === word,
    (name: string, word: string) => word.length > 2 && name.includes(word),
    (name: string, word: string) => /\p{Script=Hangul}/u.test(word) && name.endsWith(word),
  ];
  for (const matches of isMatch) {
    for (const { field, words } of FIELDS[kind]) {
      if (columns[field] !== undefined) continue;
      const folded = words.map(foldWord);
      const at = names.findIndex(
        (name, column) => !taken.has(column) && folded.some((word) => matches(name, word)),
      );
      if (at === -1) continue;
      columns[field] = at;
      taken.add(at);
    }
  }
  return columns;
}
