import type { Survey } from '#features/survey/survey.ts';

const text = (words: string) => ({ ko: words, en: words });

/** A small survey of every type of question, for officials and residents. */
export const SURVEY: Survey = {
  id: 'small',
  kind: 'recognition',
  panels: ['official', 'resident'],
  minutes: 3,
  title: text('Small'),
  purpose: text('For tests'),
  introduction: text('Answer'),
  scales: [
    {
      id: 'much',
      low: [text('not at all'), text('little')],
      middle: text('half'),
      high: [text('much'), text('very much')],
    },
  ],
  pair: {
    importance: { scale: 'much', text: text('How important?') },
    state: { scale: 'much', text: text('How is it?') },
  },
  questions: [
    { id: 'help', type: 'pair', text: text('Help') },
    { id: 'calm', type: 'pair', text: text('Calm') },
    { id: 'useful', type: 'scale', scale: 'much', text: text('Useful?') },
    {
      id: 'way',
      type: 'choice',
      most: 1,
      text: text('Which way?'),
      options: [
        { id: 'letter', text: text('Letter') },
        { id: 'visit', text: text('Visit') },
        { id: 'call', text: text('Call') },
      ],
    },
    { id: 'said', type: 'open', text: text('Say more') },
  ],
};
