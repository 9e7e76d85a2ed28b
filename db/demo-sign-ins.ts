/** The demonstration people whose passwords `npm start` prints; `src/cli/seed.ts` makes them. */
export const DEMO_SIGN_INS = [
  { login: 'haneul', password: 'hamkke-haneul', role: 'civil-servant', name: '김하늘' },
  { login: 'minji', password: 'hamkke-minji', role: 'resident', name: '이민지' },
  { login: 'sora', password: 'hamkke-sora', role: 'trainer', name: '박소라' },
  { login: 'jun', password: 'hamkke-jun', role: 'administrator', name: '최준' },
] as const;
