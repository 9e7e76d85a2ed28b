import { closing, lessonsOf, runsOf, type Sitting, sitting } from './act.ts';
import { IMPROVEMENTS, REFLECTIONS } from './reflections.ts';

const CRISIS = 'ready-respond-recover';
const SOCIAL = 'agree-act-account';
const DIGITAL = 'services-that-hold';
const STREET = 'our-street-our-say';
const NEIGHBOURS = 'first-hour-neighbours';
const SCREENS = 'use-it-check-it-help';
const crisis = lessonsOf(CRISIS);
const social = lessonsOf(SOCIAL);
const digital = lessonsOf(DIGITAL);
const street = lessonsOf(STREET);
const neighbours = lessonsOf(NEIGHBOURS);
const screens = lessonsOf(SCREENS);
const heatwave = runsOf('heatwave-closure');
const budget = runsOf('participatory-budget');
const underpass = runsOf('water-in-the-underpass');

/** Who did what and when. Whoever is missing has not begun anything. */
export const HISTORIES: Readonly<Record<string, readonly Sitting[]>> = {
  // Done with one course, in the middle of another.
  haneul: [
    sitting(31, '13:20', social(1, { wrong: 1 })),
    sitting(30, '13:10', social(2), social(3, { wrong: 1, mended: 1 }), closing(SOCIAL, 0.7)),
    sitting(16, '12:20', budget(0.8, { improvements: IMPROVEMENTS.haneul })),
    sitting(6, '17:30', crisis(1, { wrong: 1 })),
    sitting(2, '17:40', crisis(2, { left: 3, isRead: false })),
  ],
  // Fast: three days, everything right; then played again for practice.
  junho: [
    sitting(20, '09:10', crisis(1)),
    sitting(19, '09:05', crisis(2)),
    sitting(
      18,
      '09:15',
      crisis(3),
      heatwave(1, { reflection: REFLECTIONS.junho, improvements: IMPROVEMENTS.junho }),
    ),
    sitting(18, '15:00', closing(CRISIS, 1)),
    sitting(11, '18:05', heatwave(0.3)),
  ],
  // Stuck at lesson 2.
  yerin: [
    sitting(14, '18:30', crisis(1, { wrong: 1 })),
    sitting(12, '19:00', crisis(2, { wrong: 1, left: 3, isRead: false })),
  ],
  // Began before their leave.
  donghyun: [sitting(10, '10:00', crisis(1))],
  // Half of the shelter drill: played, not yet seen opening one.
  jiwon: [sitting(7, '14:10', underpass(0.5))],
  // On crisis duty since.
  subin: [
    sitting(13, '11:00', crisis(1, { wrong: 1, mended: 1 })),
    sitting(9, '11:20', crisis(2, { wrong: 1 })),
  ],
  // Every step done, too few answers right.
  mingyu: [
    sitting(15, '12:40', crisis(1, { wrong: 2 })),
    sitting(11, '12:35', crisis(2, { wrong: 3 }), crisis(3, { wrong: 2 })),
    sitting(9, '12:45', heatwave(0.2), closing(CRISIS, 0.3)),
  ],
  // Took the first course in one bureau and the second in another.
  eunji: [
    sitting(36, '09:40', social(1), social(2, { wrong: 1 })),
    sitting(35, '09:40', social(3, { wrong: 1 }), closing(SOCIAL, 0.6)),
    sitting(16, '16:10', crisis(1), crisis(2, { wrong: 1 })),
    sitting(6, '15:30', crisis(3), heatwave(0.7), closing(CRISIS, 0.7)),
  ],
  // Late: one lesson, then nothing; an unfinished run.
  hyunwoo: [
    sitting(24, '18:10', social(1, { wrong: 2 })),
    sitting(21, '18:20', heatwave(0.5, { decisions: 3 })),
  ],
  // Finished three days after the deadline.
  nari: [
    sitting(9, '20:30', social(1, { wrong: 1 })),
    sitting(3, '20:10', heatwave(0.6)),
    sitting(2, '20:00', social(2), social(3, { wrong: 1, mended: 1 }), closing(SOCIAL, 0.5)),
  ],
  // Finished everything there is for officials.
  seungmin: [
    sitting(44, '08:30', digital(1), digital(2, { wrong: 1 })),
    sitting(43, '08:30', digital(3), closing(DIGITAL, 0.9)),
    sitting(37, '08:35', social(1), social(2)),
    sitting(36, '08:30', social(3, { wrong: 1 }), closing(SOCIAL, 0.9)),
    sitting(25, '08:30', crisis(1), crisis(2, { wrong: 1, mended: 1 })),
    sitting(24, '08:30', crisis(3), heatwave(0.9, { reflection: REFLECTIONS.seungmin })),
    sitting(23, '08:30', closing(CRISIS, 0.8)),
    sitting(17, '08:40', budget(0.8)),
  ],
  dahye: [
    sitting(8, '16:00', digital(1, { wrong: 1 })),
    sitting(5, '16:10', heatwave(0.5)),
    sitting(1, '16:20', digital(2, { left: 2, isRead: false })),
  ],
  taekyung: [sitting(28, '10:30', crisis(1), crisis(2)), sitting(27, '10:30', heatwave(0.9))],

  // Halfway, with a run left in the middle.
  minji: [
    sitting(10, '21:10', street(1, { wrong: 1, mended: 1 })),
    sitting(4, '21:20', street(2, { wrong: 1, left: 2, isRead: false })),
    sitting(3, '21:00', budget(0.8, { decisions: 2 })),
  ],
  // Tries again until it is right.
  youngsook: [
    sitting(30, '10:10', street(1, { wrong: 3, mended: 3 })),
    sitting(29, '10:00', street(2, { wrong: 4, mended: 4 })),
    sitting(27, '10:20', budget(0.7, { reflection: REFLECTIONS.youngsook })),
    sitting(26, '10:20', closing(STREET, 0.6)),
    sitting(20, '10:05', neighbours(1, { wrong: 2, mended: 2 })),
    sitting(19, '10:10', neighbours(2, { wrong: 2, mended: 1 }), closing(NEIGHBOURS, 0.5)),
  ],
  cheolsu: [
    sitting(26, '22:00', street(1, { wrong: 1 }), street(2, { wrong: 1 })),
    sitting(26, '23:00', budget(0.2), closing(STREET, 0.3)),
  ],
  lan: [
    sitting(28, '19:30', street(1)),
    sitting(25, '19:40', street(2, { wrong: 1 })),
    sitting(24, '19:30', budget(0.9, { reflection: REFLECTIONS.lan })),
    sitting(23, '19:30', closing(STREET, 0.9)),
  ],
  maria: [sitting(18, '14:00', budget(0.5)), sitting(8, '14:10', street(1, { wrong: 2 }))],
  hyejin: [
    sitting(22, '20:40', street(1), street(2)),
    sitting(21, '20:30', budget(0.4), closing(STREET, 0.5)),
    sitting(14, '20:30', budget(1)),
  ],
  doyoon: [
    sitting(47, '07:40', screens(1, { wrong: 1 }), screens(2, { wrong: 1 })),
    sitting(46, '07:40', closing(SCREENS, 0.7)),
    sitting(33, '07:45', neighbours(1)),
    sitting(32, '07:40', neighbours(2, { wrong: 1 }), closing(NEIGHBOURS, 0.7)),
    sitting(15, '07:50', budget(0.6)),
  ],
};
